using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;

namespace FaderStager.Mixing.Mixes;

/// <summary>What the hosts have to be told of once the coordinator's lock is released: edits that the mix made, and what else is to be saved.</summary>
/// <remarks>Filled and taken under the coordinator's lock, sent outside it.</remarks>
internal sealed class HostReports
{
    private List<(TrackInstance Track, ParameterId Id)> _edits = [];
    private List<TrackInstance> _dirty = [];

    /// <summary>A parameter of a track was set by the mix.</summary>
    public void AddEdit(TrackInstance track, ParameterId id) => _edits.Add((track, id));

    /// <summary>A track has something new to save that is no parameter.</summary>
    public void AddDirty(TrackInstance track)
    {
        if (!_dirty.Contains(track))
        {
            _dirty.Add(track);
        }
    }

    /// <summary>Takes all there is, or null where there is nothing.</summary>
    public HostReports? Take()
    {
        if (_edits.Count == 0 && _dirty.Count == 0)
        {
            return null;
        }

        HostReports taken = new() { _edits = _edits, _dirty = _dirty };
        (_edits, _dirty) = ([], []);
        return taken;
    }

    /// <summary>Tells the hosts: several edits as one group at every host concerned.</summary>
    /// <remarks>[ui] or [worker]. A link that throws costs its own call only.</remarks>
    public void Send()
    {
        TrackInstance[] grouped = _edits.Count > 1 ? [.. _edits.Select(edit => edit.Track).Distinct()] : [];
        Array.ForEach(grouped, track => Guarded(() => track.Host?.BeginGroup()));
        _edits.ForEach(edit => Guarded(() => edit.Track.ReportEdit(edit.Id)));
        Array.ForEach(grouped, track => Guarded(() => track.Host?.EndGroup()));
        _dirty.ForEach(track => Guarded(() => track.Host?.MarkDirty()));
    }

    private static void Guarded(Action call)
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
