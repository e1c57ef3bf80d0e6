using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering;

/// <summary>The K-weighting's inner loops, one for each <see cref="VectorPath"/>.</summary>
/// <remarks>The vector loops take steps of four frames; what is left of a quantum goes through the scalar one.</remarks>
internal static class KWeightingKernels
{
    /// <summary>Filters one channel frame by frame.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The first sample.</param>
    /// <param name="frames">How many.</param>
    /// <param name="state">The channel's four states, read and written.</param>
    /// <param name="energy">Where the energy is added: weighted to the first place, unweighted to the ninth.</param>
    /// <remarks>[audio] No fused operations: a machine that lacks them would call a routine for each.</remarks>
    public static void Scalar(KWeighting weighting, ref float samples, int frames, ref double state, ref double energy)
    {
        double direct = weighting.Direct;
        double c0 = weighting.Output[0];
        double c1 = weighting.Output[1];
        double c2 = weighting.Output[2];
        double c3 = weighting.Output[3];
        double shelfReal = weighting.ShelfPole.Real;
        double shelfImaginary = weighting.ShelfPole.Imaginary;
        double highPassReal = weighting.HighPassPole.Real;
        double highPassImaginary = weighting.HighPassPole.Imaginary;
        double s0 = state;
        double s1 = Unsafe.Add(ref state, 1);
        double s2 = Unsafe.Add(ref state, 2);
        double s3 = Unsafe.Add(ref state, 3);
        double sum = 0;
        double unweighted = 0;
        for (int i = 0; i < frames; i++)
        {
            double x = Unsafe.Add(ref samples, i);
            double y = (direct * x) + ((c0 * s0) + (c1 * s1)) + ((c2 * s2) + (c3 * s3));
            sum += y * y;
            unweighted += x * x;
            (s0, s1) = ((shelfReal * s0) - (shelfImaginary * s1) + x, (shelfImaginary * s0) + (shelfReal * s1));
            (s2, s3) = ((highPassReal * s2) - (highPassImaginary * s3) + x, (highPassImaginary * s2) + (highPassReal * s3));
        }

        state = s0;
        Unsafe.Add(ref state, 1) = s1;
        Unsafe.Add(ref state, 2) = s2;
        Unsafe.Add(ref state, 3) = s3;
        energy += sum;
        Unsafe.Add(ref energy, KWeightingFilter.UnweightedAt) += unweighted;
    }

    /// <summary>Filters one channel, four frames a step.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The first sample.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="state">The channel's four states, read and written.</param>
    /// <param name="energy">Where the energy is added: four places weighted, and four from the ninth on unweighted.</param>
    /// <remarks>[audio] Needs AVX2 and FMA.</remarks>
    public static void Steps256(KWeighting weighting, ref float samples, int steps, ref double state, ref double energy)
    {
        ref double m = ref weighting.Step[0];
        Vector256<double> s = Vector256.LoadUnsafe(ref state);
        Vector256<double> sum = Vector256.LoadUnsafe(ref energy);
        Vector256<double> unweighted = Vector256.LoadUnsafe(ref energy, KWeightingFilter.UnweightedAt);
        for (int i = 0; i < steps; i++)
        {
            Vector256<double> x = Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref samples, (nuint)(i * KWeighting.StepFrames)));

            // v1, v2, v3: the elements i and i xor 1, 2, 3 exchanged.
            Vector256<double> x1 = Avx.Permute(x, 0b0101);
            Vector256<double> x2 = Avx2.Permute4x64(x, 0b01_00_11_10);
            Vector256<double> x3 = Avx.Permute(x2, 0b0101);
            Vector256<double> s1 = Avx.Permute(s, 0b0101);
            Vector256<double> s2 = Avx2.Permute4x64(s, 0b01_00_11_10);
            Vector256<double> s3 = Avx.Permute(s2, 0b0101);
            Vector256<double> y = Vector256.LoadUnsafe(ref m, 0) * x;
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 4), x1, y);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 8), x2, y);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 12), x3, y);
            Vector256<double> next = Vector256.LoadUnsafe(ref m, 16) * x;
            next = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 20), x1, next);
            next = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 24), x2, next);
            next = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 28), x3, next);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 32), s, y);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 36), s1, y);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 40), s2, y);
            y = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 44), s3, y);
            next = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 48), s, next);
            s = Fma.MultiplyAdd(Vector256.LoadUnsafe(ref m, 52), s1, next);
            sum = Fma.MultiplyAdd(y, y, sum);
            unweighted = Fma.MultiplyAdd(x, x, unweighted);
        }

        s.StoreUnsafe(ref state);
        sum.StoreUnsafe(ref energy);
        unweighted.StoreUnsafe(ref energy, KWeightingFilter.UnweightedAt);
    }

    /// <summary>Filters two channels side by side, four frames a step: the lower half of each vector is left, the upper right.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="left">The first left sample.</param>
    /// <param name="right">The first right sample.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="state">Both channels' four states, read and written.</param>
    /// <param name="energy">Where the energy is added: eight places weighted, then eight unweighted.</param>
    /// <remarks>[audio] Needs AVX-512.</remarks>
    public static void Steps512(KWeighting weighting, ref float left, ref float right, int steps, ref double state, ref double energy)
    {
        ref double m = ref weighting.StereoStep[0];
        Vector512<double> t0 = Vector512.LoadUnsafe(ref m, 0);
        Vector512<double> t1 = Vector512.LoadUnsafe(ref m, 8);
        Vector512<double> t2 = Vector512.LoadUnsafe(ref m, 16);
        Vector512<double> t3 = Vector512.LoadUnsafe(ref m, 24);
        Vector512<double> b0 = Vector512.LoadUnsafe(ref m, 32);
        Vector512<double> b1 = Vector512.LoadUnsafe(ref m, 40);
        Vector512<double> b2 = Vector512.LoadUnsafe(ref m, 48);
        Vector512<double> b3 = Vector512.LoadUnsafe(ref m, 56);
        Vector512<double> o0 = Vector512.LoadUnsafe(ref m, 64);
        Vector512<double> o1 = Vector512.LoadUnsafe(ref m, 72);
        Vector512<double> o2 = Vector512.LoadUnsafe(ref m, 80);
        Vector512<double> o3 = Vector512.LoadUnsafe(ref m, 88);
        Vector512<double> a0 = Vector512.LoadUnsafe(ref m, 96);
        Vector512<double> a1 = Vector512.LoadUnsafe(ref m, 104);
        Vector512<double> s = Vector512.LoadUnsafe(ref state);
        Vector512<double> sum = Vector512.LoadUnsafe(ref energy);
        Vector512<double> unweighted = Vector512.LoadUnsafe(ref energy, KWeightingFilter.UnweightedAt);
        for (int i = 0; i < steps; i++)
        {
            nuint at = (nuint)(i * KWeighting.StepFrames);
            Vector512<double> x = Avx512F.ConvertToVector512Double(
                Vector256.Create(Vector128.LoadUnsafe(ref left, at), Vector128.LoadUnsafe(ref right, at)));
            Vector512<double> x1 = Avx512F.Permute2x64(x, 0b0101_0101);
            Vector512<double> x2 = Avx512F.Permute4x64(x, 0b01_00_11_10);
            Vector512<double> x3 = Avx512F.Permute2x64(x2, 0b0101_0101);
            Vector512<double> s1 = Avx512F.Permute2x64(s, 0b0101_0101);
            Vector512<double> s2 = Avx512F.Permute4x64(s, 0b01_00_11_10);
            Vector512<double> s3 = Avx512F.Permute2x64(s2, 0b0101_0101);
            Vector512<double> y = t0 * x;
            y = Avx512F.FusedMultiplyAdd(t1, x1, y);
            y = Avx512F.FusedMultiplyAdd(t2, x2, y);
            y = Avx512F.FusedMultiplyAdd(t3, x3, y);
            Vector512<double> next = b0 * x;
            next = Avx512F.FusedMultiplyAdd(b1, x1, next);
            next = Avx512F.FusedMultiplyAdd(b2, x2, next);
            next = Avx512F.FusedMultiplyAdd(b3, x3, next);
            y = Avx512F.FusedMultiplyAdd(o0, s, y);
            y = Avx512F.FusedMultiplyAdd(o1, s1, y);
            y = Avx512F.FusedMultiplyAdd(o2, s2, y);
            y = Avx512F.FusedMultiplyAdd(o3, s3, y);
            next = Avx512F.FusedMultiplyAdd(a0, s, next);
            s = Avx512F.FusedMultiplyAdd(a1, s1, next);
            sum = Avx512F.FusedMultiplyAdd(y, y, sum);
            unweighted = Avx512F.FusedMultiplyAdd(x, x, unweighted);
        }

        s.StoreUnsafe(ref state);
        sum.StoreUnsafe(ref energy);
        unweighted.StoreUnsafe(ref energy, KWeightingFilter.UnweightedAt);
    }
}
