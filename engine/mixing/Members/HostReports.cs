using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Parameters;

namespace FaderStager.Mixing.Members;

/// <summary>What the hosts have to be told of once the coordinator's lock is released: edits that the mix made, and what else is to be saved.</summary>
/// <remarks>Filled and taken under the coordinator's lock, sent outside it.</remarks>
internal sealed class HostReports
{
    private List<(TrackMember Track, ParameterId Id)> _edits = [];
    private List<(TrackMember Track, double Db)> _hostFaders = [];
    private List<TrackMember> _dirty = [];

    /// <summary>A parameter of a track was set by the mix. It is told once, with the value that it has then.</summary>
    public void AddEdit(TrackMember track, ParameterId id)
    {
        if (!_edits.Contains((track, id)))
        {
            _edits.Add((track, id));
        }
    }

    /// <summary>The channel's own fader goes to a position, for its place is no longer there.</summary>
    public void AddHostFader(TrackMember track, double db) => _hostFaders.Add((track, db));

    /// <summary>A track has something new to save that is no parameter.</summary>
    public void AddDirty(TrackMember track)
    {
        if (!_dirty.Contains(track))
        {
            _dirty.Add(track);
        }
    }

    /// <summary>Takes all there is, or null where there is nothing.</summary>
    public HostReports? Take()
    {
        if (_edits.Count == 0 && _hostFaders.Count == 0 && _dirty.Count == 0)
        {
            return null;
        }

        HostReports taken = new() { _edits = _edits, _hostFaders = _hostFaders, _dirty = _dirty };
        (_edits, _hostFaders, _dirty) = ([], [], []);
        return taken;
    }

    /// <summary>Tells the hosts: several edits as one group at every host concerned.</summary>
    /// <remarks>[ui] or [worker]. A link that throws costs its own call only.</remarks>
    public void Send()
    {
        TrackMember[] grouped = _edits.Count + _hostFaders.Count > 1
            ? [.. _edits.Select(edit => edit.Track).Concat(_hostFaders.Select(move => move.Track)).Distinct()]
            : [];
        Array.ForEach(grouped, track => Guarded(() => track.Host?.BeginGroup()));
        _edits.ForEach(edit => Guarded(() => Tell(edit.Track, edit.Id)));
        _hostFaders.ForEach(move => Guarded(() => move.Track.Host?.MoveFader(move.Db)));
        Array.ForEach(grouped, track => Guarded(() => track.Host?.EndGroup()));
        _dirty.ForEach(track => Guarded(() => track.Host?.MarkDirty()));
    }

    private static void Tell(TrackMember track, ParameterId id)
    {
        if (track.Host is { } host)
        {
            host.BeginEdit(id);
            host.PerformEdit(id, ParameterInfo.Of(id).ToNormalized(track.Parameters[id]));
            host.EndEdit(id);
        }
    }

    /// <summary>Calls a host. What it throws costs this call only and is noted.</summary>
    public static void Guarded(Action call)
    {
        try
        {
            call();
        }
#pragma warning disable CA1031 // A shell's mistake at one host must not keep the others from being told.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            FaultLog.Shared.Note("a call to a host", exception);
        }
    }
}
