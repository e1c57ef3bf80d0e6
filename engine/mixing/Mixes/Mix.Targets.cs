using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Mixes;

/// <summary>Targets of a person's own: kept from the reading, or typed. They hold against the focal that they were set against.</summary>
public sealed partial class Mix
{
    /// <summary>Makes a track's present reading its target, by the person's own offset, and with it that of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>False when there is no reading to keep, or it lies too far off: see the other overload.</returns>
    /// <remarks>[ui] One undo.</remarks>
    public bool Keep(Guid trackId) => Keep(trackId, out _);

    /// <summary>Makes a track's present reading its target, by the person's own offset, and with it that of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="refusal">Why it was not kept.</param>
    /// <returns>Whether it was kept.</returns>
    /// <remarks>[ui] One undo. The reading is what was measured and the faders as they are now, published or not. It counts against this focal alone.</remarks>
    public bool Keep(Guid trackId, out TargetRefusal refusal)
    {
        TargetRefusal why = TargetRefusal.NoReading;
        MixState state = State;
        Change(() => why = SetTargetUnderLock(state, trackId, (tracks, hint, focal) => focal is null ? double.NaN : ReadingNow(state, tracks, hint, focal)));
        refusal = why;
        return why == TargetRefusal.None;
    }

    /// <summary>Sets a track's target against the focal, by the person's own offset, and with it that of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="targetLu">The target in LU, as hints show it.</param>
    /// <returns>Why it was not set; none where it was.</returns>
    /// <remarks>[ui] One undo. It counts against this focal alone; set while there is no focal it counts against any. NaN and infinities change nothing.</remarks>
    public TargetRefusal SetTarget(Guid trackId, double targetLu)
    {
        TargetRefusal why = TargetRefusal.NoReading;
        MixState state = State;
        Change(() => why = SetTargetUnderLock(state, trackId, (_, _, _) => targetLu));
        return why;
    }

    private TargetRefusal SetTargetUnderLock(MixState state, Guid trackId, Func<IReadOnlyList<TrackMember>, Hint, TrackMember?, double> wanted)
    {
        IReadOnlyList<TrackMember> tracks = _roster.PresentUnderLock();
        TrackMember? focal = tracks.FirstOrDefault(track => track.IsFocal);
        Hint? hint = state.Advice.For(trackId);
        double targetLu = hint is null || focal?.Id == trackId ? double.NaN : wanted(tracks, hint, focal);
        if (!double.IsFinite(targetLu))
        {
            return TargetRefusal.NoReading;
        }

        TrackMember[] voice = [.. VoiceOf(state.Advice.Hints, trackId).Select(member => member.Track).Select(reading => tracks.FirstOrDefault(track => track.Id == reading.Id)).OfType<TrackMember>().Where(track => !track.IsFocal)];

        // A return stands against what feeds it, whoever is focal.
        bool isReturn = !double.IsNaN(hint!.UnderSourceLu);
        double[] offsetsLu = [.. voice.Select(track => Math.Round(isReturn
            ? track.Parameters[ParameterId.TargetOffset] + targetLu - hint.TargetLu
            : targetLu - _roster.ProfileTargetLuUnderLock(track, focal), 1))];
        ParameterInfo range = ParameterInfo.Of(ParameterId.TargetOffset);
        if (voice.Length == 0 || offsetsLu.Any(offset => offset < range.Minimum || offset > range.Maximum))
        {
            return voice.Length == 0 ? TargetRefusal.NoReading : TargetRefusal.BeyondRange;
        }

        _faders.Note(UndoKind.Target, [.. voice.Select(track => track.Stand())]);
        for (int i = 0; i < voice.Length; i++)
        {
            voice[i].Parameters.Set(ParameterId.TargetOffset, offsetsLu[i]);
            voice[i].Edits.KeptAgainst = focal is null || isReturn ? null : new KeptFocal(focal.Id, focal.Edits.Name);
            voice[i].Edits.Note();
            _coordinator.Reports.AddEdit(voice[i], ParameterId.TargetOffset);
        }

        return TargetRefusal.None;
    }

    // What was measured, behind the faders as they are at this moment.
    private static double ReadingNow(MixState state, IReadOnlyList<TrackMember> tracks, Hint hint, TrackMember focal)
    {
        if (state.Snapshot.Focal is not { } then || then.Id != focal.Id || !hint.Track.IsStaged || !(focal.Fader.CountedDb > FaderRange.DownDb))
        {
            return double.NaN;
        }

        ImmutableArray<TrackReading> voice = [.. VoiceOf(state.Advice.Hints, hint.TrackId).Select(member => member.Track)];
        if (voice.Length == 1)
        {
            double fader = FaderNow(tracks, hint.Track);
            return fader > FaderRange.DownDb ? hint.Track.RelativeLuAt(fader, focal.Fader.CountedDb) : double.NaN;
        }

        // The voice moved by as much as the energy of its tracks did.
        double powerThen = voice.Sum(track => Decibels.ToPower(track.InsertRelativeLu + track.CountedFaderDb));
        double powerNow = voice.Sum(track => Decibels.ToPower(track.InsertRelativeLu + FaderNow(tracks, track)));
        return hint.RelativeLu + (powerNow.Equals(powerThen) ? 0 : Decibels.FromPower(powerNow / powerThen)) + then.CountedFaderDb - focal.Fader.CountedDb;
    }

    private static double FaderNow(IReadOnlyList<TrackMember> tracks, TrackReading reading) =>
        tracks.FirstOrDefault(track => track.Id == reading.Id)?.Fader.CountedDb ?? double.NaN;
}
