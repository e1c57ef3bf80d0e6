using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

public sealed class ResamplerTests
{
    [TestCase(44_100, 48_000, 1_000)]
    [TestCase(44_100, 96_000, 15_000)]
    [TestCase(48_000, 192_000, 18_000)]
    [TestCase(22_050, 44_100, 9_000)]
    [TestCase(96_000, 44_100, 15_000)]
    public void Resampler_Sine_IsTheSameSineAtTheOtherRate(double fromHz, double toHz, double frequencyHz)
    {
        float[] expected = Signals.Sine(frequencyHz, 0.5, 1, toHz);
        using Resampler resampler = new(new MemoryStem("x", "test", fromHz, Signals.Sine(frequencyHz, 0.5, 1, fromHz)).Open(), toHz);

        float[] actual = Reading.All(resampler, step: 777)[0];

        // The stem's borders ring: the middle is what is compared. -90 dB of 0.5.
        int border = (int)(toHz / 50);
        double worst = Enumerable.Range(border, expected.Length - (2 * border)).Max(frame => Math.Abs(actual[frame] - expected[frame]));
        Assert.That(worst, Is.LessThan(0.5 * Math.Pow(10, -90 / 20.0)));
    }

    [Test]
    public void Resampler_AboveTheLowerRatesHalf_IsRemoved()
    {
        using Resampler resampler = new(new MemoryStem("x", "test", 96_000, Signals.Sine(30_000, 0.5, 1, 96_000)).Open(), 44_100);

        float[] actual = Reading.All(resampler)[0];

        Assert.That(actual[1000..^1000].Max(Math.Abs), Is.LessThan(0.5 * Math.Pow(10, -80 / 20.0)));
    }

    [Test]
    public void Resampler_SameRate_PassesThroughBitForBit()
    {
        float[] samples = Signals.Noise(0.9, 0.3, seed: 5);
        using Resampler resampler = new(new MemoryStem("x", "test", 48_000, samples).Open(), 48_000);

        Assert.That(Reading.All(resampler)[0], Is.EqualTo(samples));
    }

    [TestCase(44_100, 48_000, 44_100, 48_000)]
    [TestCase(44_100, 48_000, 1, 2)]
    [TestCase(48_000, 44_100, 480, 441)]
    public void Resampler_Length_FollowsTheRates(double fromHz, double toHz, int frames, int expected)
    {
        using Resampler resampler = new(new MemoryStem("x", "test", fromHz, new float[frames]).Open(), toHz);
        long? promised = resampler.Frames;

        Assert.That(Reading.All(resampler)[0], Has.Length.EqualTo(expected));
        Assert.That(promised, Is.EqualTo(expected));
    }

    [Test]
    public void Resampler_PiecesOfAnyLength_GiveTheSame()
    {
        float[] left = Signals.Noise(0.5, 0.5, seed: 1, 44_100);
        float[] right = Signals.Noise(0.5, 0.5, seed: 2, 44_100);
        MemoryStem stem = new("x", "test", 44_100, left, right);
        using Resampler whole = new(stem.Open(), 48_000);
        using Resampler pieces = new(stem.Open(), 48_000);

        Assert.That(Reading.All(pieces, step: 13), Is.EqualTo(Reading.All(whole, step: 100_000)));
    }
}
