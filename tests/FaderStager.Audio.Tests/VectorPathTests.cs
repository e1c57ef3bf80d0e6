using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>Every path, at any rate, reads what the slow reference reads, within 1e-6.</summary>
[Category(InstructionSetTests.Kernels)]
internal sealed class VectorPathTests
{
    private const double Tolerance = 1e-6;

    private static readonly double[] Rates =
        [8_000, 11_025, 16_000, 22_050, 32_000, 37_800.5, 44_100, 47_952.047952, 48_000, 88_200, 96_000, 176_400, 192_000, 384_000];

    private static IEnumerable<VectorPath> Paths => Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported);

    [Test]
    public void Process_Noise_ReadsLikeTheReference(
        [ValueSource(nameof(Paths))] VectorPath path, [Values(1, 2)] int channels, [ValueSource(nameof(Rates))] double rate)
    {
        AssertLikeReference(path, TestSignal.Noise(rate, channels, (int)(0.85 * rate), 0.9, (int)rate + channels), 0);
    }

    [Test]
    public void Process_LongNoiseAtNegativeSlots_ReadsLikeTheReference([ValueSource(nameof(Paths))] VectorPath path)
    {
        AssertLikeReference(path, TestSignal.Noise(11_025, 2, 40_000, 0.1, 7), -17);
    }

    [TestCase(0.5e9)]
    [TestCase(1e-12)]
    public void Process_ExtremeLevels_ReadLikeTheReference(double peak)
    {
        foreach (VectorPath path in Paths)
        {
            AssertLikeReference(path, TestSignal.Noise(48_000, 2, 30_000, peak, 8), 3);
        }
    }

    [Test]
    public void Process_LowTone_ReadsLikeTheReference([ValueSource(nameof(Paths))] VectorPath path, [Values(48_000, 192_000)] double rate)
    {
        // 10 Hz: the high-pass takes most of it away, so that what is left shows every rounding before it.
        AssertLikeReference(path, TestSignal.Sine(rate, 2, 10, (0.8, -3)), 0);
    }

    private static void AssertLikeReference(VectorPath path, TestSignal signal, long firstSlot)
    {
        var rig = new MeterRig(signal.SampleRateHz, signal.Channels.Length, path);
        rig.Meter.MeasuresPestana = true;
        List<LoudnessSlot> slots = rig.Play(signal, (long)Math.Ceiling(firstSlot * signal.SampleRateHz / 10), 97).Slots;
        List<LoudnessSlot> expected = ReferenceMeter.Measure(signal, firstSlot);

        Assert.That(slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(expected.Select(s => (s.Index, s.IsCold))));
        for (int i = 0; i < slots.Count; i++)
        {
            AssertClose(slots[i].MeanSquare, expected[i].MeanSquare, nameof(LoudnessSlot.MeanSquare));
            AssertClose(slots[i].PestanaMeanSquare, expected[i].PestanaMeanSquare, nameof(LoudnessSlot.PestanaMeanSquare));
            AssertClose(slots[i].UnweightedMeanSquare, expected[i].UnweightedMeanSquare, nameof(LoudnessSlot.UnweightedMeanSquare));
            AssertClose(slots[i].TruePeak, expected[i].TruePeak, nameof(LoudnessSlot.TruePeak));
            AssertClose(slots[i].MomentaryMaxMeanSquare, expected[i].MomentaryMaxMeanSquare, nameof(LoudnessSlot.MomentaryMaxMeanSquare));
            AssertClose(slots[i].ShortTermMaxMeanSquare, expected[i].ShortTermMaxMeanSquare, nameof(LoudnessSlot.ShortTermMaxMeanSquare));
            Assert.That(slots[i].SamplePeak, Is.EqualTo(expected[i].SamplePeak));
        }
    }

    private static void AssertClose(float measured, float expected, string what)
    {
        double tolerance = float.IsNaN(expected) ? 0 : Tolerance * Math.Abs((double)expected);
        Assert.That(measured, Is.EqualTo(expected).Within(tolerance), what);
    }
}
