using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Audio.Tests;

/// <summary>
/// A host whose song runs at its own speed against the audio. What it plays is made from song time: a tone of 1 kHz in odd slots,
/// and the same tone 20 dB lower in even ones, so that a border that is 1 ms off shows as 1 % of the louder energy.
/// </summary>
internal sealed class SongHost
{
    public const double LoudMeanSquare = 0.125;
    public const double QuietMeanSquare = LoudMeanSquare / 100;

    private readonly double _rateHz;
    private readonly float[] _output = new float[1 << 14];
    private long _audio;

    public SongHost(double rateHz, long startFrame = 0)
    {
        _rateHz = rateHz;
        Song = startFrame;
        Meter.Prepare(new ProcessSetup(rateHz, _output.Length, 1));
    }

    public TrackMeter Meter { get; } = new();

    public List<LoudnessSlot> Slots { get; } = [];

    /// <summary>Where the song is, in frames.</summary>
    public double Song { get; private set; }

    /// <summary>Song frames a frame of audio.</summary>
    public double Ratio { get; set; } = 1;

    public Transport Transport { get; set; } = Transport.Rolling;

    /// <summary>What the host says of a song place: the place rounded down, unless a test knows better.</summary>
    public Func<double, SongPosition>? Say { get; set; }

    public SongHost Play(int frames)
    {
        var input = new float[frames];
        for (int i = 0; i < frames; i++)
        {
            long slot = (long)Math.Floor((Song + (i * Ratio)) * 10 / _rateHz);
            double peak = slot % 2 == 0 ? 0.05 : 0.5;
            input[i] = (float)(peak * Math.Sin(2 * Math.PI * 1000 * (_audio + i) / _rateHz));
        }

        SongPosition position = Say?.Invoke(Song) ?? new SongPosition((long)Math.Floor(Song), Transport);
        Meter.Process(new AudioBlock(input, _output.AsSpan(0, frames)), position);
        _audio += frames;
        Song += Ratio * frames;
        while (Meter.Slots.TryRead(out LoudnessSlot slot))
        {
            Slots.Add(slot);
        }

        return this;
    }

    public SongHost Play(int block, double seconds)
    {
        for (long end = _audio + (long)(seconds * _rateHz); _audio < end;)
        {
            Play(block);
        }

        return this;
    }

    public void Jump(double song) => Song = song;

    /// <summary>Asserts that all slots from one on were filed, in order, each within 1 ms of the song.</summary>
    public void AssertFollowed(long atLatestFrom, double marginFrames = 0)
    {
        long last = (long)Math.Floor((Song - marginFrames) * 10 / _rateHz) - 1;
        Assert.That(Slots, Is.Not.Empty);
        Assert.That(Slots[0].Index, Is.LessThanOrEqualTo(atLatestFrom));
        Assert.That(Slots.Select(s => s.Index), Is.EqualTo(Enumerable.Range(0, Slots.Count).Select(i => Slots[0].Index + i)));
        Assert.That(Slots[^1].Index, Is.GreaterThanOrEqualTo(last));
        AssertBorders();
    }

    public void AssertBorders()
    {
        foreach (LoudnessSlot slot in Slots)
        {
            // Both borders may be 1 ms off.
            bool isQuiet = slot.Index % 2 == 0;
            double expected = isQuiet ? QuietMeanSquare : LoudMeanSquare;
            Assert.That(slot.UnweightedMeanSquare, Is.EqualTo(expected).Within(0.0205 * LoudMeanSquare), $"slot {slot.Index}");
            if (!isQuiet)
            {
                Assert.That(Decibels.FromPower(slot.UnweightedMeanSquare), Is.EqualTo(Decibels.FromPower(expected)).Within(0.1));
                Assert.That(Decibels.LoudnessLufs(slot.MeanSquare), Is.EqualTo(Decibels.FromPower(expected) + 3.01).Within(0.12));
            }
        }
    }
}
