using FaderStager.Audio.Metering;
using FaderStager.Audio.Metering.Kernels;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>The vector loops one by one, against the scalar ones: every length, every place in a vector.</summary>
[Category(InstructionSetTests.Kernels)]
internal sealed class KernelTests
{
    private const int Room = QuantumStage.MaximumFrames + MeteringKernels.PeakLanes;

    private static readonly MeteringKernels Reference = MeteringKernels.Of(VectorPath.Scalar);

    private static readonly float[] Odd =
        [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.Epsilon, -1e-40f, 1e-15f, 1.1e-15f, 1e9f, -1.1e9f, float.MaxValue];

    private static IEnumerable<VectorPath> Paths => Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported);

    [Test]
    public void Of_EachPath_GivesItsOwnLoops()
    {
        Assert.That(Paths.Select(p => MeteringKernels.Of(p).GetType()), Is.Unique);
    }

    [Test]
    public void TakeIn_AnyLength_CleansLikeTheReference([ValueSource(nameof(Paths))] VectorPath path, [Values(1, 2)] int channels)
    {
        for (int frames = 1; frames <= QuantumStage.MaximumFrames; frames++)
        {
            float[][] input = [.. TestSignal.Noise(48_000, 2, frames, 1, frames).Channels];
            AssertTakenInAlike(path, channels, input);
        }
    }

    [Test]
    public void TakeIn_OddSampleAnywhere_CleansLikeTheReference([ValueSource(nameof(Paths))] VectorPath path, [Values(1, 2)] int channels)
    {
        foreach (int frames in new[] { 1, 3, 4, 5, 8, 15, 16, 17, 33, 64 })
        {
            foreach (float odd in Odd)
            {
                for (int at = 0; at < frames; at++)
                {
                    float[][] input = [.. TestSignal.Noise(48_000, 2, frames, 1, at).Channels];
                    input[channels - 1][at] = odd;
                    AssertTakenInAlike(path, channels, input);
                }
            }
        }
    }

    [Test]
    public void Widen_AnyCount_GivesTheSamplesTheirEnergyAndTheirSums([ValueSource(nameof(Paths))] VectorPath path)
    {
        float[] samples = TestSignal.Noise(48_000, 1, 2 * QuantumStage.MaximumFrames, 1, 2).Channels[0];
        for (int count = 1; count <= samples.Length; count++)
        {
            var wide = new double[samples.Length];
            var energy = new double[MeteringKernels.EnergyLanes];
            var sums = new double[MeteringKernels.EnergyLanes];
            MeteringKernels.Of(path).Widen(ref samples[0], ref wide[0], count, ref energy[0], ref sums[0]);

            Assert.That(wide[..count], Is.EqualTo(samples[..count].Select(x => (double)x)));
            Assert.That(wide[count..], Has.All.Zero);
            Assert.That(energy.Sum(), Is.EqualTo(samples[..count].Sum(x => (double)x * x)).Within(1e-12).Percent);
            for (int parity = 0; parity < 2; parity++)
            {
                double expected = samples[..count].Where((_, i) => i % 2 == parity).Sum(x => (double)x);
                Assert.That(sums.Where((_, i) => i % 2 == parity).Sum(), Is.EqualTo(expected).Within(1e-12));
            }
        }
    }

    [Test]
    public void Weigh_AnyFrames_FiltersLikeTheReference([ValueSource(nameof(Paths))] VectorPath path, [Values(1, 2)] int channels)
    {
        var weighting = KWeighting.Of(44_100, KWeighting.StandardShelfDb);
        float[] noise = TestSignal.Noise(44_100, 1, 2 * QuantumStage.MaximumFrames, 1, 3).Channels[0];
        double[] samples = [.. noise.Select(x => (double)x)];
        double[] expected = Energies(Reference);
        double[] measured = Energies(MeteringKernels.Of(path));

        for (int i = 0; i < expected.Length; i++)
        {
            Assert.That(measured[i], Is.EqualTo(expected[i]).Within(1e-9).Percent, $"after {i + 1} quanta");
        }

        // Quanta of every length, one after another: the states carry over.
        double[] Energies(MeteringKernels kernels)
        {
            var state = new double[channels * KWeighting.States];
            var energies = new double[QuantumStage.MaximumFrames];
            for (int frames = 1; frames <= QuantumStage.MaximumFrames; frames++)
            {
                var energy = new double[MeteringKernels.EnergyLanes];
                kernels.Weigh(weighting, samples, channels, frames, ref state[0], ref energy[0]);
                energies[frames - 1] = energy.Sum();
            }

            return energies;
        }
    }

    [Test]
    public void TruePeak_AnyCount_FiltersLikeTheReference([ValueSource(nameof(Paths))] VectorPath path, [Values(1, 2)] int channels)
    {
        const int Before = 32;
        float[] samples = TestSignal.Noise(48_000, 1, Before + (2 * Room), 1, 4).Channels[0];
        for (int count = channels; count <= channels * QuantumStage.MaximumFrames; count += channels)
        {
            // A peak right behind the last sample must not be heard.
            float[] spiked = [.. samples];
            spiked[Before + count] = 100;
            float expected = Reference.TruePeak(ref spiked[Before], count, channels, 0.1f);
            float measured = MeteringKernels.Of(path).TruePeak(ref spiked[Before], count, channels, 0.1f);

            Assert.That(measured, Is.EqualTo(expected).Within(1e-5).Percent, $"{count} samples");
            Assert.That(MeteringKernels.Of(path).TruePeak(ref spiked[Before], count, channels, 50), Is.EqualTo(50f));
        }
    }

    private static void AssertTakenInAlike(VectorPath path, int channels, float[][] input)
    {
        (float[] samples, float peak, bool isInvalid) = TakeIn(MeteringKernels.Of(path), channels, input);
        (float[] expected, float expectedPeak, bool expectedInvalid) = TakeIn(Reference, channels, input);

        Assert.That(samples, Is.EqualTo(expected));
        Assert.That(peak, Is.EqualTo(expectedPeak));
        Assert.That(isInvalid, Is.EqualTo(expectedInvalid));
    }

    private static (float[] Samples, float Peak, bool IsInvalid) TakeIn(MeteringKernels kernels, int channels, float[][] input)
    {
        var samples = new float[channels * Room];
        var peaks = new float[MeteringKernels.PeakLanes];
        bool isInvalid = kernels.TakeIn(input[0], channels == 2 ? input[1] : [], ref samples[0], ref peaks[0]);
        float peak = kernels.TakePeak(ref peaks[0]);
        Assert.That(peaks, Has.All.Zero);
        return (samples[..(channels * input[0].Length)], peak, isInvalid);
    }
}
