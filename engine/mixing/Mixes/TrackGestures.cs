using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>A person's edits of one track's parameters, told to its host as gestures.</summary>
/// <remarks>[ui], outside the lock. A host that throws costs its own call only.</remarks>
internal static class TrackGestures
{
    /// <summary>A gesture begins.</summary>
    public static void Begin(TrackMember track, ParameterId id) => HostReports.Guarded(() => track.Host?.BeginEdit(id));

    /// <summary>A gesture goes on.</summary>
    /// <param name="track">The track.</param>
    /// <param name="id">Which parameter; read-only ones are ignored.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <param name="settle">Settles what follows for others.</param>
    public static void Perform(TrackMember track, ParameterId id, double plain, Action settle)
    {
        if (ParameterInfo.Of(id).IsReadOnly)
        {
            return;
        }

        if (ParameterInfo.Of(id).IsMomentary)
        {
            if (plain > 0)
            {
                track.Presses.Press(id);
            }

            return;
        }

        track.Edits.NoteHand(id);
        bool isWord = false;
        if (id == ParameterId.Fader)
        {
            track.Fader.NoteSaid();
            isWord = track.FaderPlace == FaderPlace.DawFader;
        }
        else if (id == ParameterId.FaderPlace)
        {
            track.Fader.AskHost();
        }

        bool isChanged = track.Parameters.Set(id, plain);
        if (isChanged)
        {
            HostReports.Guarded(() => track.Host?.PerformEdit(id, ParameterInfo.Of(id).ToNormalized(plain)));
        }

        if (isChanged || isWord)
        {
            settle();
        }
    }

    /// <summary>A gesture ends.</summary>
    public static void End(TrackMember track, ParameterId id) => HostReports.Guarded(() => track.Host?.EndEdit(id));
}
