namespace FaderStager.Staging.Readings;

/// <summary>How the engine itself is doing in this process: what was lost, what took long, what went wrong.</summary>
/// <remarks>[any] Immutable. All counts are since the first track of the process joined.</remarks>
public readonly record struct Diagnostics
{
    /// <summary>Slots of song that were measured and could not be filed, for the worker came too late.</summary>
    public long LostSlots { get; init; }

    /// <summary>Tracks whose host plays without a song position that can be followed.</summary>
    public int NotFollowedTracks { get; init; }

    /// <summary>Turns of the worker.</summary>
    public long Turns { get; init; }

    /// <summary>Turns in which there was nothing to do.</summary>
    public long IdleTurns { get; init; }

    /// <summary>How long the last turn took, in ms.</summary>
    public double LastTurnMs { get; init; }

    /// <summary>How long the longest turn took, in ms.</summary>
    public double LongestTurnMs { get; init; }

    /// <summary>Bytes that the worker allocated in its last turn.</summary>
    public long LastTurnBytes { get; init; }

    /// <summary>Bytes that the worker allocated in all its turns.</summary>
    public long AllTurnsBytes { get; init; }

    /// <summary>Garbage collections of the process, whoever caused them.</summary>
    public long Collections { get; init; }

    /// <summary>Faults of the engine or of a shell that were caught.</summary>
    public long Faults { get; init; }
}
