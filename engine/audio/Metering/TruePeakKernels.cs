using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering;

/// <summary>The true-peak filter's inner loops, one for each <see cref="VectorPath"/>.</summary>
/// <remarks>
/// Phase 2 is phase 1 reversed and phase 3 is phase 0 reversed. A phase split into its even part e and odd part o gives
/// u = e * x and v = o * x; its output is u + v and its mirror's u - v, and the larger of the two absolute values is |u| + |v|.
/// With the sums and differences of the samples that stand opposite each other, a pair of phases costs 12 products instead of 24.
/// </remarks>
internal static class TruePeakKernels
{
    private const int Half = TruePeakDetector.Taps / 2;

    /// <summary>The filter as the loops read it: even and odd part of phase 1, then of phase 0.</summary>
    /// <returns>Four times six factors.</returns>
    /// <remarks>[setup]</remarks>
    public static float[] MakeParts()
    {
        var parts = new float[4 * Half];
        for (int k = 0; k < Half; k++)
        {
            int opposite = TruePeakDetector.Taps - 1 - k;
            parts[k] = (TruePeakDetector.Phase1[k] + TruePeakDetector.Phase1[opposite]) / 2;
            parts[Half + k] = (TruePeakDetector.Phase1[k] - TruePeakDetector.Phase1[opposite]) / 2;
            parts[(2 * Half) + k] = (TruePeakDetector.Phase0[k] + TruePeakDetector.Phase0[opposite]) / 2;
            parts[(3 * Half) + k] = (TruePeakDetector.Phase0[k] - TruePeakDetector.Phase0[opposite]) / 2;
        }

        return parts;
    }

    /// <summary>Filters sample by sample.</summary>
    /// <param name="samples">The first sample; 11 older frames stand before it.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved: from one sample of a channel to the next.</param>
    /// <param name="parts">The filter: the first of <see cref="MakeParts"/>.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio]</remarks>
    public static float Scalar(ref float samples, int count, int channels, ref float parts, float peak)
    {
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
                middleEven += Unsafe.Add(ref parts, k) * sum;
                middleOdd += Unsafe.Add(ref parts, Half + k) * difference;
                outerEven += Unsafe.Add(ref parts, (2 * Half) + k) * sum;
                outerOdd += Unsafe.Add(ref parts, (3 * Half) + k) * difference;
            }

            float middle = MathF.Abs(middleEven) + MathF.Abs(middleOdd);
            float outer = MathF.Abs(outerEven) + MathF.Abs(outerOdd);
            peak = MathF.Max(peak, MathF.Max(middle, outer));
        }

        return peak;
    }

    /// <summary>Filters 16 samples at a time.</summary>
    /// <param name="samples">The first sample; 11 older frames stand before it, and 15 floats past the last may be read.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved: from one sample of a channel to the next.</param>
    /// <param name="parts">The filter: the first of <see cref="MakeParts"/>.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio] Needs AVX2 and FMA.</remarks>
    public static float Samples256(ref float samples, int count, int channels, ref float parts, float peak)
    {
        Vector256<float> peaks = Vector256.Create(peak);
        for (int i = 0; i < count; i += 2 * Vector256<float>.Count)
        {
            // Two vectors share each factor that is read.
            ref float newest = ref Unsafe.Add(ref samples, i);
            ref float oldest = ref Unsafe.Add(ref samples, i - ((TruePeakDetector.Taps - 1) * channels));
            Vector256<float> middleEven0 = Vector256<float>.Zero;
            Vector256<float> middleEven1 = Vector256<float>.Zero;
            Vector256<float> middleOdd0 = Vector256<float>.Zero;
            Vector256<float> middleOdd1 = Vector256<float>.Zero;
            Vector256<float> outerEven0 = Vector256<float>.Zero;
            Vector256<float> outerEven1 = Vector256<float>.Zero;
            Vector256<float> outerOdd0 = Vector256<float>.Zero;
            Vector256<float> outerOdd1 = Vector256<float>.Zero;
            for (int k = 0; k < Half; k++)
            {
                Vector256<float> newer0 = Vector256.LoadUnsafe(ref newest);
                Vector256<float> newer1 = Vector256.LoadUnsafe(ref newest, (nuint)Vector256<float>.Count);
                Vector256<float> older0 = Vector256.LoadUnsafe(ref oldest);
                Vector256<float> older1 = Vector256.LoadUnsafe(ref oldest, (nuint)Vector256<float>.Count);
                newest = ref Unsafe.Subtract(ref newest, channels);
                oldest = ref Unsafe.Add(ref oldest, channels);
                Vector256<float> sum0 = newer0 + older0;
                Vector256<float> sum1 = newer1 + older1;
                Vector256<float> difference0 = newer0 - older0;
                Vector256<float> difference1 = newer1 - older1;
                Vector256<float> factor = Vector256.Create(Unsafe.Add(ref parts, k));
                middleEven0 = Fma.MultiplyAdd(factor, sum0, middleEven0);
                middleEven1 = Fma.MultiplyAdd(factor, sum1, middleEven1);
                factor = Vector256.Create(Unsafe.Add(ref parts, Half + k));
                middleOdd0 = Fma.MultiplyAdd(factor, difference0, middleOdd0);
                middleOdd1 = Fma.MultiplyAdd(factor, difference1, middleOdd1);
                factor = Vector256.Create(Unsafe.Add(ref parts, (2 * Half) + k));
                outerEven0 = Fma.MultiplyAdd(factor, sum0, outerEven0);
                outerEven1 = Fma.MultiplyAdd(factor, sum1, outerEven1);
                factor = Vector256.Create(Unsafe.Add(ref parts, (3 * Half) + k));
                outerOdd0 = Fma.MultiplyAdd(factor, difference0, outerOdd0);
                outerOdd1 = Fma.MultiplyAdd(factor, difference1, outerOdd1);
            }

            Vector256<float> largest0 = Vector256.MaxNative(
                Vector256.Abs(middleEven0) + Vector256.Abs(middleOdd0), Vector256.Abs(outerEven0) + Vector256.Abs(outerOdd0));
            Vector256<float> largest1 = Vector256.MaxNative(
                Vector256.Abs(middleEven1) + Vector256.Abs(middleOdd1), Vector256.Abs(outerEven1) + Vector256.Abs(outerOdd1));
            if (i + (2 * Vector256<float>.Count) > count)
            {
                // Past the last sample the filter has only seen a part of what it needs.
                Vector256<float> rest = Vector256.Create((float)(count - i));
                largest0 &= Vector256.LessThan(Vector256.CreateSequence(0f, 1f), rest);
                largest1 &= Vector256.LessThan(Vector256.CreateSequence((float)Vector256<float>.Count, 1f), rest);
            }

            peaks = Vector256.MaxNative(peaks, Vector256.MaxNative(largest0, largest1));
        }

        return Largest(peaks);
    }

    /// <summary>Filters 32 samples at a time.</summary>
    /// <param name="samples">The first sample; 11 older frames stand before it, and 31 floats past the last may be read.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved: from one sample of a channel to the next.</param>
    /// <param name="parts">The filter: the first of <see cref="MakeParts"/>.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio] Needs AVX-512.</remarks>
    public static float Samples512(ref float samples, int count, int channels, ref float parts, float peak)
    {
        Vector512<float> peaks = Vector512.Create(peak);
        for (int i = 0; i < count; i += 2 * Vector512<float>.Count)
        {
            // Two vectors share each factor that is read.
            ref float newest = ref Unsafe.Add(ref samples, i);
            ref float oldest = ref Unsafe.Add(ref samples, i - ((TruePeakDetector.Taps - 1) * channels));
            Vector512<float> middleEven0 = Vector512<float>.Zero;
            Vector512<float> middleEven1 = Vector512<float>.Zero;
            Vector512<float> middleOdd0 = Vector512<float>.Zero;
            Vector512<float> middleOdd1 = Vector512<float>.Zero;
            Vector512<float> outerEven0 = Vector512<float>.Zero;
            Vector512<float> outerEven1 = Vector512<float>.Zero;
            Vector512<float> outerOdd0 = Vector512<float>.Zero;
            Vector512<float> outerOdd1 = Vector512<float>.Zero;
            for (int k = 0; k < Half; k++)
            {
                Vector512<float> newer0 = Vector512.LoadUnsafe(ref newest);
                Vector512<float> newer1 = Vector512.LoadUnsafe(ref newest, (nuint)Vector512<float>.Count);
                Vector512<float> older0 = Vector512.LoadUnsafe(ref oldest);
                Vector512<float> older1 = Vector512.LoadUnsafe(ref oldest, (nuint)Vector512<float>.Count);
                newest = ref Unsafe.Subtract(ref newest, channels);
                oldest = ref Unsafe.Add(ref oldest, channels);
                Vector512<float> sum0 = newer0 + older0;
                Vector512<float> sum1 = newer1 + older1;
                Vector512<float> difference0 = newer0 - older0;
                Vector512<float> difference1 = newer1 - older1;
                Vector512<float> factor = Vector512.Create(Unsafe.Add(ref parts, k));
                middleEven0 = Avx512F.FusedMultiplyAdd(factor, sum0, middleEven0);
                middleEven1 = Avx512F.FusedMultiplyAdd(factor, sum1, middleEven1);
                factor = Vector512.Create(Unsafe.Add(ref parts, Half + k));
                middleOdd0 = Avx512F.FusedMultiplyAdd(factor, difference0, middleOdd0);
                middleOdd1 = Avx512F.FusedMultiplyAdd(factor, difference1, middleOdd1);
                factor = Vector512.Create(Unsafe.Add(ref parts, (2 * Half) + k));
                outerEven0 = Avx512F.FusedMultiplyAdd(factor, sum0, outerEven0);
                outerEven1 = Avx512F.FusedMultiplyAdd(factor, sum1, outerEven1);
                factor = Vector512.Create(Unsafe.Add(ref parts, (3 * Half) + k));
                outerOdd0 = Avx512F.FusedMultiplyAdd(factor, difference0, outerOdd0);
                outerOdd1 = Avx512F.FusedMultiplyAdd(factor, difference1, outerOdd1);
            }

            Vector512<float> largest0 = Vector512.MaxNative(
                Vector512.Abs(middleEven0) + Vector512.Abs(middleOdd0), Vector512.Abs(outerEven0) + Vector512.Abs(outerOdd0));
            Vector512<float> largest1 = Vector512.MaxNative(
                Vector512.Abs(middleEven1) + Vector512.Abs(middleOdd1), Vector512.Abs(outerEven1) + Vector512.Abs(outerOdd1));
            if (i + (2 * Vector512<float>.Count) > count)
            {
                // Past the last sample the filter has only seen a part of what it needs.
                Vector512<float> rest = Vector512.Create((float)(count - i));
                largest0 &= Vector512.LessThan(Vector512.CreateSequence(0f, 1f), rest);
                largest1 &= Vector512.LessThan(Vector512.CreateSequence((float)Vector512<float>.Count, 1f), rest);
            }

            peaks = Vector512.MaxNative(peaks, Vector512.MaxNative(largest0, largest1));
        }

        return Largest(Vector256.MaxNative(peaks.GetLower(), peaks.GetUpper()));
    }

    private static float Largest(Vector256<float> peaks)
    {
        Vector128<float> half = Vector128.MaxNative(peaks.GetLower(), peaks.GetUpper());
        return MathF.Max(MathF.Max(half[0], half[1]), MathF.Max(half[2], half[3]));
    }
}
