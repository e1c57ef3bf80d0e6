using FaderStager.Audio.Metering;

namespace FaderStager.Audio.Slots;

/// <summary>Cuts song time into hops of 10 ms and says how far the next cut is.</summary>
/// <remarks>
/// [audio] Hop k holds the frames from ceil(k x rate / 100) up to ceil((k + 1) x rate / 100); ten hops make a slot, and slot n
/// starts with hop 10 n. Within a hop the cuts of the quanta are counted from its first frame.
/// </remarks>
internal struct SlotClock
{
    /// <summary>Hops in a second.</summary>
    public const int HopsPerSecond = 100;

    /// <summary>Hops in a slot.</summary>
    public const int HopsPerSlot = 10;

    /// <summary>No song reaches farther from its start: 33 days at 384 kHz. Its slots are counted in 32 bits at any rate.</summary>
    public const long FarthestFrame = 1L << 40;

    private readonly double _sampleRateHz;
    private long _frame;
    private long _hopStart;
    private long _hopEnd;

    /// <summary>A clock at the project's start.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <remarks>[setup]</remarks>
    public SlotClock(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        Seek(0);
    }

    /// <summary>The hop the clock stands in; negative before the project's start.</summary>
    public long Hop { get; private set; }

    /// <summary>Whether the clock stands on a hop's first frame.</summary>
    public readonly bool IsHopStart => _frame == _hopStart;

    /// <summary>Whether the clock stands on a slot's first frame.</summary>
    public readonly bool IsSlotStart => IsHopStart && Hop % HopsPerSlot == 0;

    /// <summary>The slot the clock stands in.</summary>
    public readonly long Slot => (long)Math.Floor((double)Hop / HopsPerSlot);

    /// <summary>Frames to the next cut: the end of a quantum or of the hop, whichever comes first.</summary>
    public readonly int FramesToCut
    {
        get
        {
            long inQuantum = (_frame - _hopStart) % QuantumStage.MaximumFrames;
            return (int)Math.Min(QuantumStage.MaximumFrames - inQuantum, _hopEnd - _frame);
        }
    }

    /// <summary>Goes to a frame.</summary>
    /// <param name="frame">Frames from the project's start, no farther than <see cref="FarthestFrame"/>.</param>
    /// <remarks>[audio]</remarks>
    public void Seek(long frame)
    {
        _frame = frame;
        Hop = (long)Math.Floor(frame * HopsPerSecond / _sampleRateHz);
        if (Border(Hop) > frame)
        {
            Hop--;
        }
        else if (Border(Hop + 1) <= frame)
        {
            Hop++;
        }

        _hopStart = Border(Hop);
        _hopEnd = Border(Hop + 1);
    }

    /// <summary>Frames of the hops up to the end of the one the clock stands in.</summary>
    /// <param name="hops">How many hops.</param>
    /// <returns>Their frames.</returns>
    /// <remarks>[audio]</remarks>
    public readonly int FramesOfLast(int hops) => (int)(_hopEnd - Border(Hop + 1 - hops));

    /// <summary>Goes on; not beyond the end of the hop.</summary>
    /// <param name="frames">By how many frames.</param>
    /// <returns>Whether the end of the hop is reached; <see cref="NextHop"/> must be called then.</returns>
    /// <remarks>[audio]</remarks>
    public bool Advance(int frames)
    {
        _frame += frames;
        return _frame == _hopEnd;
    }

    /// <summary>Enters the next hop.</summary>
    /// <remarks>[audio]</remarks>
    public void NextHop()
    {
        Hop++;
        _hopStart = _hopEnd;
        _hopEnd = Border(Hop + 1);
    }

    private readonly long Border(long hop) => (long)Math.Ceiling(hop * _sampleRateHz / HopsPerSecond);
}
