namespace FaderStager.Audio.Slots;

/// <summary>Hands slots from the thread that processes a track to the coordinator's worker.</summary>
/// <remarks>
/// One writer ([audio], whichever thread the host uses for this block, one at a time), one reader ([worker]).
/// Neither ever waits. When it is full the newest slot is lost and counted: the timeline then has a gap, never a wrong value.
/// The counts of the two sides share a cache line: at ten slots a second a track there is nothing to gain by keeping them apart.
/// It holds 51 s of song, so at the worker's 20 Hz a host may bounce at 1,000 times real time.
/// </remarks>
public sealed class SlotQueue
{
    /// <summary>Slots it can hold.</summary>
    public const int Capacity = 512;

    private readonly LoudnessSlot[] _slots = new LoudnessSlot[Capacity];
    private long _written;
    private long _read;
    private long _lost;

    /// <summary>Slots lost because the queue was full, since it was made.</summary>
    /// <remarks>[any]</remarks>
    public long Lost => Volatile.Read(ref _lost);

    /// <summary>Adds a slot, or counts it as lost when the queue is full.</summary>
    /// <param name="slot">The slot.</param>
    /// <remarks>[audio]</remarks>
    public void Write(in LoudnessSlot slot)
    {
        long written = _written;
        if (written - Volatile.Read(ref _read) >= Capacity)
        {
            Volatile.Write(ref _lost, _lost + 1);
            return;
        }

        _slots[(int)(written & (Capacity - 1))] = slot;
        Volatile.Write(ref _written, written + 1);
    }

    /// <summary>Takes the oldest slot.</summary>
    /// <param name="slot">The slot, or the default when the queue is empty.</param>
    /// <returns>Whether there was one.</returns>
    /// <remarks>[worker]</remarks>
    public bool TryRead(out LoudnessSlot slot)
    {
        long read = _read;
        if (read >= Volatile.Read(ref _written))
        {
            slot = default;
            return false;
        }

        slot = _slots[(int)(read & (Capacity - 1))];
        Volatile.Write(ref _read, read + 1);
        return true;
    }
}
