using FaderStager.Mixing.Tracks;

namespace FaderStager.Mixing.Mixes;

/// <summary>One track's place in the coordinator's list, and how long it has been without blocks while others played.</summary>
/// <remarks>Under the coordinator's lock. The track is held weakly.</remarks>
internal sealed class Membership(TrackInstance track)
{
    private readonly WeakReference<TrackInstance> _track = new(track);
    private long _blocks = track.Blocks;
    private double _withoutBlocksSeconds;
    private bool _gotBlocks;

    public TrackInstance? Track => _track.TryGetTarget(out TrackInstance? target) ? target : null;

    public bool IsAlive => _track.TryGetTarget(out _);

    public bool IsPresent { get; private set; } = true;

    public void Wake() => (IsPresent, _withoutBlocksSeconds) = (true, 0);

    public bool NoteBlocks(TrackInstance alive)
    {
        long blocks = alive.Blocks;
        _gotBlocks = blocks != _blocks;
        _blocks = blocks;
        if (_gotBlocks)
        {
            Wake();
        }

        return _gotBlocks;
    }

    public void Age(TrackInstance alive, double othersPlayedSeconds)
    {
        if (_gotBlocks)
        {
            return;
        }

        _withoutBlocksSeconds += othersPlayedSeconds;
        double limit = alive.IsActive ? Coordinator.SuspendedLeavesAfterSeconds : Coordinator.InactiveLeavesAfterSeconds;
        IsPresent = _withoutBlocksSeconds <= limit;
    }
}
