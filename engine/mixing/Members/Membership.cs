namespace FaderStager.Mixing.Members;

/// <summary>One track's place in the coordinator's register, and how long it has been without blocks while others played.</summary>
/// <param name="track">The track.</param>
/// <param name="order">Counts who joined the process before.</param>
/// <remarks>Under the coordinator's lock. The track is held weakly.</remarks>
internal sealed class Membership(TrackMember track, long order)
{
    private readonly WeakReference<TrackMember> _track = new(track);
    private long _blocks = track.Audio.Blocks;
    private double _withoutBlocksSeconds;
    private bool _gotBlocks;

    /// <summary>Seconds the others play on before a track that was switched off counts as gone. Rule of thumb.</summary>
    public const double InactiveLeavesAfterSeconds = 10;

    /// <summary>Seconds the others play on before a track without blocks counts as gone: long, for hosts suspend silent plug-ins. Rule of thumb.</summary>
    public const double SuspendedLeavesAfterSeconds = 600;

    /// <summary>When it joined: lower is earlier.</summary>
    public long Order { get; } = order;

    /// <summary>The track, or null when its host let go of it without a word.</summary>
    public TrackMember? Track => _track.TryGetTarget(out TrackMember? target) ? target : null;

    /// <summary>Whether the track counts; one that left is back with its next block.</summary>
    public bool IsPresent { get; private set; } = true;

    /// <summary>The track is there again.</summary>
    public void Wake() => (IsPresent, _withoutBlocksSeconds) = (true, 0);

    /// <summary>Looks whether blocks came since the last call.</summary>
    public bool NoteBlocks(TrackMember alive)
    {
        long blocks = alive.Audio.Blocks;
        _gotBlocks = blocks != _blocks;
        _blocks = blocks;
        if (_gotBlocks)
        {
            Wake();
        }

        return _gotBlocks;
    }

    /// <summary>The others played on for a while.</summary>
    public void Age(TrackMember alive, double othersPlayedSeconds)
    {
        if (_gotBlocks)
        {
            return;
        }

        _withoutBlocksSeconds += othersPlayedSeconds;
        IsPresent = _withoutBlocksSeconds <= (alive.Audio.IsActive ? SuspendedLeavesAfterSeconds : InactiveLeavesAfterSeconds);
    }
}
