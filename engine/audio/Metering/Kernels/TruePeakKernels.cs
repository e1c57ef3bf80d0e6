using System.Runtime.CompilerServices;
using FaderStager.Audio.Metering.Vectors;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>The true-peak filter's inner loops.</summary>
/// <remarks>
/// Phase 2 is phase 1 reversed and phase 3 is phase 0 reversed. A phase split into its even part e and odd part o gives
/// u = e * x and v = o * x; its output is u + v and its mirror's u - v, and the larger of the two absolute values is |u| + |v|.
/// With the sums and differences of the samples that stand opposite each other, a pair of phases costs 12 products instead of 24.
/// Lanes are samples as they lie in memory: l0 r0 l1 r1 ... of a stereo track, s0 s1 s2 s3 ... of a mono one. A tap looks as many
/// floats back as the track has channels, so that no lane ever meets another.
/// </remarks>
internal static class TruePeakKernels
{
    private const int Half = TruePeakDetector.Taps / 2;

    /// <summary>The filter as the loops read it: for each of six pairs of taps the even and the odd part of phase 1, then of phase 0.</summary>
    private static readonly float[] Factors = MakeFactors();

    /// <summary>Filters sample by sample.</summary>
    /// <param name="samples">The first sample; 11 older frames stand before it.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved: from one sample of a channel to the next.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio]</remarks>
    public static float Samples(ref float samples, int count, int channels, float peak)
    {
        ref float factors = ref Factors[0];
        for (int i = 0; i < count; i++)
        {
            float middleEven = 0;
            float middleOdd = 0;
            float outerEven = 0;
            float outerOdd = 0;
            for (int k = 0; k < Half; k++)
            {
                float newer = Unsafe.Add(ref samples, i - (k * channels));
                float older = Unsafe.Add(ref samples, i - ((TruePeakDetector.Taps - 1 - k) * channels));
                float sum = newer + older;
                float difference = newer - older;
                middleEven += Unsafe.Add(ref factors, 4 * k) * sum;
                middleOdd += Unsafe.Add(ref factors, (4 * k) + 1) * difference;
                outerEven += Unsafe.Add(ref factors, (4 * k) + 2) * sum;
                outerOdd += Unsafe.Add(ref factors, (4 * k) + 3) * difference;
            }

            float middle = MathF.Abs(middleEven) + MathF.Abs(middleOdd);
            float outer = MathF.Abs(outerEven) + MathF.Abs(outerOdd);
            peak = MathF.Max(peak, MathF.Max(middle, outer));
        }

        return peak;
    }

    /// <summary>Filters two vectors of samples at a time.</summary>
    /// <typeparam name="TFloats">The vector.</typeparam>
    /// <param name="samples">The first sample; 11 older frames stand before it, and all but one float of two vectors past the last may be read.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved: from one sample of a channel to the next.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio]</remarks>
    public static float Samples<TFloats>(ref float samples, int count, int channels, float peak)
        where TFloats : struct, IFloats<TFloats>
    {
        // Read once, before the loops: built ahead of time, reading a static field may be a call, and a call in a loop would drive
        // all its vectors out of their registers.
        ref float factors = ref Factors[0];
        TFloats peaks = TFloats.Create(peak);
        for (int i = 0; i < count; i += 2 * TFloats.Count)
        {
            // Two vectors share each factor that is read.
            ref float newest = ref Unsafe.Add(ref samples, i);
            ref float oldest = ref Unsafe.Add(ref samples, i - ((TruePeakDetector.Taps - 1) * channels));
            TFloats middleEven0 = default;
            TFloats middleEven1 = default;
            TFloats middleOdd0 = default;
            TFloats middleOdd1 = default;
            TFloats outerEven0 = default;
            TFloats outerEven1 = default;
            TFloats outerOdd0 = default;
            TFloats outerOdd1 = default;
            ref float pair = ref factors;
            for (int k = 0; k < Half; k++)
            {
                TFloats newer0 = TFloats.Load(ref newest, 0);
                TFloats newer1 = TFloats.Load(ref newest, TFloats.Count);
                TFloats older0 = TFloats.Load(ref oldest, 0);
                TFloats older1 = TFloats.Load(ref oldest, TFloats.Count);
                newest = ref Unsafe.Subtract(ref newest, channels);
                oldest = ref Unsafe.Add(ref oldest, channels);
                TFloats sum0 = newer0 + older0;
                TFloats sum1 = newer1 + older1;
                TFloats difference0 = newer0 - older0;
                TFloats difference1 = newer1 - older1;
                TFloats factor = TFloats.Create(pair);
                middleEven0.AddProduct(factor, sum0);
                middleEven1.AddProduct(factor, sum1);
                factor = TFloats.Create(Unsafe.Add(ref pair, 1));
                middleOdd0.AddProduct(factor, difference0);
                middleOdd1.AddProduct(factor, difference1);
                factor = TFloats.Create(Unsafe.Add(ref pair, 2));
                outerEven0.AddProduct(factor, sum0);
                outerEven1.AddProduct(factor, sum1);
                factor = TFloats.Create(Unsafe.Add(ref pair, 3));
                outerOdd0.AddProduct(factor, difference0);
                outerOdd1.AddProduct(factor, difference1);
                pair = ref Unsafe.Add(ref pair, 4);
            }

            TFloats largest0 = TFloats.Larger(
                TFloats.Abs(middleEven0) + TFloats.Abs(middleOdd0), TFloats.Abs(outerEven0) + TFloats.Abs(outerOdd0));
            TFloats largest1 = TFloats.Larger(
                TFloats.Abs(middleEven1) + TFloats.Abs(middleOdd1), TFloats.Abs(outerEven1) + TFloats.Abs(outerOdd1));
            if (i + (2 * TFloats.Count) > count)
            {
                // Past the last sample the filter has only seen a part of what it needs.
                largest0 = TFloats.KeepFirst(largest0, count - i);
                largest1 = TFloats.KeepFirst(largest1, count - i - TFloats.Count);
            }

            peaks = TFloats.Larger(peaks, TFloats.Larger(largest0, largest1));
        }

        return peaks.Largest();
    }

    private static float[] MakeFactors()
    {
        var factors = new float[4 * Half];
        for (int k = 0; k < Half; k++)
        {
            int opposite = TruePeakDetector.Taps - 1 - k;
            factors[4 * k] = (TruePeakDetector.Phase1[k] + TruePeakDetector.Phase1[opposite]) / 2;
            factors[(4 * k) + 1] = (TruePeakDetector.Phase1[k] - TruePeakDetector.Phase1[opposite]) / 2;
            factors[(4 * k) + 2] = (TruePeakDetector.Phase0[k] + TruePeakDetector.Phase0[opposite]) / 2;
            factors[(4 * k) + 3] = (TruePeakDetector.Phase0[k] - TruePeakDetector.Phase0[opposite]) / 2;
        }

        return factors;
    }
}
