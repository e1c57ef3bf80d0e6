using FaderStager.Audio.Metering;

namespace FaderStager.Audio.Slots;

/// <summary>Cuts song time into hops of 10 ms and says how far, in frames of audio, the next cut is.</summary>
/// <remarks>
/// [audio] Hop k holds the song's frames from ceil(k x rate / 100) up to ceil((k + 1) x rate / 100); ten hops make a slot, and slot n
/// starts with hop 10 n. Within a hop the cuts of the quanta are counted from its first frame. At ratio 1 song and audio are the same
/// frames, and all of this is exact.
/// </remarks>
internal struct SlotClock
{
    /// <summary>Hops in a second.</summary>
    public const int HopsPerSecond = 100;

    /// <summary>Hops in a slot.</summary>
    public const int HopsPerSlot = 10;

    /// <summary>No song reaches farther from its start: 33 days at 384 kHz. Its slots are counted in 32 bits at any rate.</summary>
    public const long FarthestFrame = 1L << 40;

    private const double WaverFrames = 2.5;

    private readonly double _sampleRateHz;
    private double _ratio;
    private long _hopStart;
    private long _hopEnd;
    private long _inHop;
    private long _left;

    /// <summary>A clock at the project's start.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <remarks>[setup]</remarks>
    public SlotClock(double sampleRateHz)
    {
        _sampleRateHz = sampleRateHz;
        Seek(0, 1);
    }

    /// <summary>Where the clock stands, in song frames.</summary>
    public double Song { get; private set; }

    /// <summary>The hop the clock stands in; negative before the project's start.</summary>
    public long Hop { get; private set; }

    /// <summary>Whether the clock stands on a hop's first frame, as near as positions are that waver by a frame or two.</summary>
    public readonly bool IsHopStart => Song - _hopStart <= WaverFrames;

    /// <summary>Whether the clock stands on a slot's first frame.</summary>
    public readonly bool IsSlotStart => IsHopStart && IsFirstHop;

    /// <summary>Whether the clock stands in a slot's first hop.</summary>
    public readonly bool IsFirstHop => Hop % HopsPerSlot == 0;

    /// <summary>The slot the clock stands in.</summary>
    public readonly long Slot => (long)Math.Floor((double)Hop / HopsPerSlot);

    /// <summary>Frames of audio to the next cut: the end of a quantum or of the hop, whichever comes first; at least 1.</summary>
    public readonly int FramesToCut => (int)Math.Min(QuantumStage.MaximumFrames - (_inHop % QuantumStage.MaximumFrames), _left);

    /// <summary>Goes to a place.</summary>
    /// <param name="song">Song frames from the project's start, no farther than <see cref="FarthestFrame"/>.</param>
    /// <param name="ratio">Song frames a frame of audio.</param>
    /// <remarks>[audio]</remarks>
    public void Seek(double song, double ratio)
    {
        Hop = HopAt(song);
        _hopStart = Border(Hop);
        _hopEnd = Border(Hop + 1);
        _inHop = (long)Math.Round((song - _hopStart) / ratio);
        Correct(song, ratio);
    }

    /// <summary>Sets the place anew, close to where the clock stands; the hop stays.</summary>
    /// <param name="song">Song frames from the project's start.</param>
    /// <param name="ratio">Song frames a frame of audio.</param>
    /// <remarks>[audio]</remarks>
    public void Correct(double song, double ratio)
    {
        Song = song;
        _ratio = ratio;
        CountLeft();
    }

    /// <summary>The slot that a place is in.</summary>
    /// <param name="song">Song frames from the project's start.</param>
    /// <returns>The slot.</returns>
    /// <remarks>[audio]</remarks>
    public readonly long SlotAt(double song) => (long)Math.Floor((double)HopAt(song) / HopsPerSlot);

    /// <summary>Goes on.</summary>
    /// <param name="frames">By how many frames of audio.</param>
    /// <returns>Whether the end of the hop is reached; <see cref="NextHop"/> must be called then.</returns>
    /// <remarks>[audio]</remarks>
    public bool Advance(int frames)
    {
        Song += frames * _ratio;
        _inHop += frames;
        _left -= frames;
        return _left <= 0;
    }

    /// <summary>Enters the next hop.</summary>
    /// <remarks>[audio]</remarks>
    public void NextHop()
    {
        Hop++;
        _hopStart = _hopEnd;
        _hopEnd = Border(Hop + 1);
        _inHop = 0;
        CountLeft();
    }

    private void CountLeft() => _left = Math.Max(1, (long)Math.Ceiling((_hopEnd - Song) / _ratio));

    private readonly long HopAt(double song)
    {
        long hop = (long)Math.Floor(song * HopsPerSecond / _sampleRateHz);
        return Border(hop) > song ? hop - 1 : Border(hop + 1) <= song ? hop + 1 : hop;
    }

    private readonly long Border(long hop) => (long)Math.Ceiling(hop * _sampleRateHz / HopsPerSecond);
}
