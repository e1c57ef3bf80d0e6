using System.Runtime.InteropServices;

namespace FaderStager.Audio.Slots;

/// <summary>Hands slots from the thread that processes a track to the coordinator's worker.</summary>
/// <remarks>
/// One writer ([audio], whichever thread the host uses for this block, one at a time), one reader ([worker]).
/// The reader never waits. When the queue is full the newest slot is lost and counted: the timeline then has a gap, never a wrong value.
/// It holds 13 minutes of song: a worker that is late by 5 s at 100 times real time loses none, nor does a bounce at 1,000 times with
/// ten turns a second. Where the host says that it renders offline (<see cref="WriterMayWait"/>), a writer that finds it full waits a
/// few ms for the reader before it gives up.
/// The memory is not the garbage collector's and is only touched as far as the queue ever filled: a queue that was emptied starts again
/// at its first slot. A worker in time needs 4 kB a track, however long the song.
/// The counts of the two sides share a cache line: at ten slots a second a track there is nothing to gain by keeping them apart.
/// </remarks>
public sealed unsafe class SlotQueue
{
    /// <summary>Slots it can hold.</summary>
    public const int Capacity = 8_192;

    /// <summary>Bytes that are touched beforehand, so that no block meets memory that the system has yet to give.</summary>
    private const int TouchedBytes = 4_096;

    private readonly LoudnessSlot* _slots;
    private long _start;
    private long _written;
    private long _read;
    private long _lost;
    private volatile bool _writerMayWait;

    /// <summary>Allocates.</summary>
    /// <exception cref="OutOfMemoryException">There is no memory.</exception>
    /// <remarks>[setup]</remarks>
    public SlotQueue()
    {
        _slots = (LoudnessSlot*)NativeMemory.Alloc(Capacity, (nuint)sizeof(LoudnessSlot));
        NativeMemory.Clear(_slots, TouchedBytes);
    }

    /// <summary>Gives the memory back. Both sides use their counts after the memory, so it is never taken from under them.</summary>
    ~SlotQueue() => NativeMemory.Free(_slots);

    /// <summary>Slots lost because the queue was full, since it was made.</summary>
    /// <remarks>[any]</remarks>
    public long Lost => Volatile.Read(ref _lost);

    /// <summary>Slots that wait to be read; more may come meanwhile.</summary>
    /// <remarks>[worker]</remarks>
    public int Count => (int)(Volatile.Read(ref _written) - _read);

    /// <summary>Whether a writer that finds the queue full may wait a few ms: only where no audio device waits for its block.</summary>
    /// <remarks>[setup]</remarks>
    public bool WriterMayWait
    {
        get => _writerMayWait;
        set => _writerMayWait = value;
    }

    /// <summary>How often a writer naps for 1 ms before it gives up. A coarse system timer may make up to 16 ms of each.</summary>
    internal int Naps { get; set; } = 5;

    /// <summary>Adds a slot, or counts it as lost when the queue is full.</summary>
    /// <param name="slot">The slot.</param>
    /// <remarks>[audio]</remarks>
    public void Write(in LoudnessSlot slot)
    {
        long written = _written;
        long read = Volatile.Read(ref _read);
        if (written - read >= Capacity && !(_writerMayWait && WaitForRoom(written)))
        {
            Volatile.Write(ref _lost, _lost + 1);
            return;
        }

        if (written == read)
        {
            // Empty: the reader looks at the start only after it has seen a slot behind it.
            _start = written;
        }

        _slots[(written - _start) & (Capacity - 1)] = slot;
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

        slot = _slots[(read - _start) & (Capacity - 1)];
        Volatile.Write(ref _read, read + 1);
        return true;
    }

    /// <summary>Naps until the reader has taken a slot, or until it has napped often enough.</summary>
    private bool WaitForRoom(long written)
    {
#pragma warning disable RS0030 // Offline only: no audio device waits for this block, and the number of naps is bounded.
        var spin = default(SpinWait);
        for (int naps = 0; naps < Naps; naps += spin.NextSpinWillYield ? 1 : 0)
        {
            if (written - Volatile.Read(ref _read) < Capacity)
            {
                return true;
            }

            spin.SpinOnce(sleep1Threshold: 0);
        }
#pragma warning restore RS0030

        return written - Volatile.Read(ref _read) < Capacity;
    }
}
