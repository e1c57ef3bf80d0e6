using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>The figures of the level into the plug-ins: VU, clipped runs, DC offset.</summary>
internal sealed class InsertLevelTests
{
    private const int Rate = 48_000;
    private const float Full16Bit = 32_767f / 32_768f;

    /// <summary>IEC 60268-17: 99 % of the final deflection after 300 ms, overswing of 1 to 1.5 %, on 1 kHz that starts at once.</summary>
    [TestCase(48_000)]
    [TestCase(44_100)]
    [TestCase(96_000)]
    [TestCase(22_050)]
    public void VuNeedle_BurstOfOneKilohertz_MovesAsTheStandardAsks(double rate)
    {
        MeterRig rig = new(rate, 1);
        TestSignal burst = TestSignal.Sine(rate, 1, 1000, (0.1, double.NegativeInfinity), (3, -15));
        double steady = Decibels.ToAmplitude(-15) / Math.Sqrt(2);
        List<(double Seconds, double Share)> places = [];
        int block = (int)(rate / 1000);
        for (int at = 0; at + block <= burst.Frames; at += block)
        {
            rig.Play(burst, 0, at, at + block, [block], Transport.Stopped);
            places.Add((((at + block) / rate) - 0.1, rig.Meter.LiveVuAmplitude / steady));
        }

        double first = places.First(place => place.Share >= 0.99).Seconds;
        Assert.That(first, Is.EqualTo(0.3).Within(0.0101), "the needle is read every 10 ms");
        Assert.That(places.Max(place => place.Share), Is.InRange(1.01, 1.015));
        Assert.That(places[^1].Share, Is.EqualTo(1).Within(0.0005));
    }

    [Test]
    public void VuNeedle_ToneThatEnds_FallsToRest()
    {
        MeterRig rig = new(Rate, 2);
        rig.Play(TestSignal.Sine(Rate, 2, 1000, (1, -18)), transport: Transport.Stopped);
        Assert.That(Decibels.FromAmplitude(rig.Meter.LiveVuAmplitude), Is.EqualTo(-18 - 3.0103).Within(0.01));
        rig.Play(TestSignal.Sine(Rate, 2, 1000, (5, double.NegativeInfinity)), transport: Transport.Stopped);
        Assert.That(rig.Meter.LiveVuAmplitude, Is.Zero);
    }

    [Test]
    public void Slots_DcOffset_IsToldPerChannel()
    {
        TestSignal noise = TestSignal.Noise(Rate, 2, Rate, 0.25, 3);
        float[][] shifted = [[.. noise.Channels[0].Select(x => x + 0.125f)], [.. noise.Channels[1].Select(x => x - 0.0625f)]];
        MeterRig rig = new MeterRig(Rate, 2).Play(new TestSignal(Rate, shifted));

        foreach ((LoudnessSlot slot, int i) in rig.Slots.Select((slot, i) => (slot, i)))
        {
            Assert.That(slot.LeftMean, Is.EqualTo(shifted[0].AsSpan(i * 4800, 4800).ToArray().Average()).Within(1e-6));
            Assert.That(slot.RightMean, Is.EqualTo(shifted[1].AsSpan(i * 4800, 4800).ToArray().Average()).Within(1e-6));
        }

        MeterRig mono = new MeterRig(Rate, 1).Play(new TestSignal(Rate, [shifted[0]]));
        Assert.That(mono.Slots[3].RightMean, Is.EqualTo(mono.Slots[3].LeftMean));
        Assert.That(mono.Slots[3].LeftMean, Is.EqualTo(rig.Slots[3].LeftMean).Within(1e-6));
    }

    [TestCase(1)]
    [TestCase(2)]
    public void ClippedRuns_SineDrivenIntoSixteenBits_AreItsFlatTops(int channels)
    {
        // 1 kHz with 6 dB too much: 2 flat tops a period, 1000 periods a second.
        float[] sine = TestSignal.Sine(Rate, 1, 1000, (1, 6)).Channels[0];
        float[] clipped = [.. sine.Select(x => Math.Clamp(MathF.Round(x * 32_768), -32_768, 32_767) / 32_768)];
        MeterRig rig = new MeterRig(Rate, channels).Play(new TestSignal(Rate, [.. Enumerable.Repeat(clipped, channels)]));
        Assert.That(rig.Slots.Sum(slot => slot.ClippedRuns), Is.EqualTo(2000 * channels));
    }

    [Test]
    public void ClippedRuns_FloatAboveFullScale_CountsEachTimeItGoesOver()
    {
        float[] over = TestSignal.Sine(Rate, 1, 1000, (1, 6)).Channels[0];
        MeterRig rig = new MeterRig(Rate, 1).Play(new TestSignal(Rate, [over]));
        Assert.That(rig.Slots.Sum(slot => slot.ClippedRuns), Is.EqualTo(2000));
    }

    [Test]
    public void ClippedRuns_NormalisedPeak_IsNone()
    {
        float[] quiet = TestSignal.Noise(Rate, 1, Rate, 0.5, 4).Channels[0];
        (quiet[1000], quiet[2000], quiet[3001]) = (1, Full16Bit, -1);
        Assert.That(RunsOf(quiet), Is.Zero);
    }

    [Test]
    public void ClippedRuns_SingleSampleOverFullScale_IsOne() => Assert.That(RunsOf(Quiet(at => at[500] = 1.01f)), Is.EqualTo(1));

    [Test]
    public void ClippedRuns_PlusAndMinusSideBySide_AreTwo() =>
        Assert.That(RunsOf(Quiet(at => (at[500], at[501], at[502], at[503]) = (1, 1, -1, -1))), Is.EqualTo(2));

    [Test]
    public void ClippedRuns_AcrossQuantaAndSlots_CountOnce()
    {
        foreach (int start in new[] { 60, 63, 470, 4790, 4799 })
        {
            float[] samples = Quiet(at => at.AsSpan(start, 20).Fill(Full16Bit));
            Assert.That(RunsOf(samples), Is.EqualTo(1), $"at {start}");
        }
    }

    [Test]
    public void ClippedRuns_BehindATrim_AreThoseOfItsInput()
    {
        float gain = (float)Decibels.ToAmplitude(-7.3);
        float[] samples = Quiet(at => at.AsSpan(500, 3).Fill(Full16Bit));
        MeterRig rig = new(Rate, 1);
        rig.Meter.FullScale = gain;
        rig.Play(new TestSignal(Rate, [[.. samples.Select(x => x * gain)]]));
        Assert.That(rig.Slots.Sum(slot => slot.ClippedRuns), Is.EqualTo(1));
    }

    [Test]
    public void ClippedRuns_NotANumberAndInfinity_AreReadAsSilence()
    {
        float[] samples = Quiet(at => (at[500], at[501], at[502]) = (float.NaN, float.PositiveInfinity, float.PositiveInfinity));
        Assert.That(RunsOf(samples), Is.Zero);
    }

    [Test]
    public void ClippedRuns_RandomRuns_CountLikeTheDefinition([ValueSource(nameof(Paths))] object path)
    {
        var random = new Random(11);
        float[] values = [0, 0.5f, -0.5f, Full16Bit, 1, -1, 1.25f, -1.5f];
        float[] samples = new float[Rate];
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] = i > 0 && random.NextDouble() < 0.6 ? samples[i - 1] : values[random.Next(values.Length)];
        }

        MeterRig rig = new MeterRig(Rate, 1, (VectorPath)path).Play(new TestSignal(Rate, [samples]), block: 77);
        Assert.That(rig.Slots.Sum(slot => slot.ClippedRuns), Is.EqualTo(RunsByDefinition(samples)));
    }

    private static object[] Paths() => [.. Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported).Cast<object>()];

    /// <summary>Stretches of samples above 0 dBFS or alike at full scale, on one side of zero.</summary>
    private static int RunsByDefinition(float[] samples)
    {
        bool[] clipped = [.. samples.Select((x, i) => Math.Abs(x) > 1 || (Math.Abs(x) >= Full16Bit && i > 0 && x == samples[i - 1]))];
        return clipped.Where((isClipped, i) => isClipped && !(i > 0 && clipped[i - 1] && Math.Sign(samples[i]) == Math.Sign(samples[i - 1]))).Count();
    }

    private static int RunsOf(float[] samples) => new MeterRig(Rate, 1).Play(new TestSignal(Rate, [samples])).Slots.Sum(slot => slot.ClippedRuns);

    private static float[] Quiet(Action<float[]> with)
    {
        float[] samples = TestSignal.Noise(Rate, 1, Rate, 0.5, 4).Channels[0];
        with(samples);
        return samples;
    }
}
