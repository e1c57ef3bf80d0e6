using FaderStager.Staging.Readings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Takes down how each turn of the worker went.</summary>
/// <param name="time">The clock.</param>
/// <remarks>[worker] writes; anybody reads <see cref="Diagnostics"/>.</remarks>
internal sealed class TurnLog(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly int _collectionsBefore = GC.CollectionCount(0);
    private Diagnostics _diagnostics;
    private long _started;
    private long _bytesBefore;

    /// <summary>How the engine is doing.</summary>
    public Diagnostics Diagnostics
    {
        get
        {
            lock (_gate)
            {
                return _diagnostics;
            }
        }
    }

    /// <summary>A turn begins on this thread.</summary>
    public void Begin() => (_started, _bytesBefore) = (time.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());

    /// <summary>The turn is over.</summary>
    /// <param name="hadSlots">Whether there was anything to file.</param>
    /// <param name="notFollowedTracks">Tracks whose host plays without being followed.</param>
    /// <param name="lostSlots">Slots lost so far.</param>
    /// <param name="faults">Faults caught so far.</param>
    public void End(bool hadSlots, int notFollowedTracks, long lostSlots, long faults)
    {
        long bytes = GC.GetAllocatedBytesForCurrentThread() - _bytesBefore;
        double ms = time.GetElapsedTime(_started).TotalMilliseconds;
        lock (_gate)
        {
            _diagnostics = new Diagnostics
            {
                NotFollowedTracks = notFollowedTracks,
                LostSlots = Math.Max(lostSlots, _diagnostics.LostSlots),
                Turns = _diagnostics.Turns + 1,
                IdleTurns = _diagnostics.IdleTurns + (hadSlots ? 0 : 1),
                LastTurnMs = ms,
                LongestTurnMs = Math.Max(ms, _diagnostics.LongestTurnMs),
                LastTurnBytes = bytes,
                AllTurnsBytes = _diagnostics.AllTurnsBytes + bytes,
                Collections = GC.CollectionCount(0) - _collectionsBefore,
                Faults = faults,
            };
        }
    }
}
