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
    /// <param name="samples">The channel's first sample.</param>
    /// <param name="channels">Channels of the track: from one sample of a channel to the next.</param>
    /// <param name="frames">How many frames.</param>
    /// <param name="state">The channel's first state, read and written.</param>
    /// <param name="stateStride">From one state of the channel to the next.</param>
    /// <param name="energy">Where the energy is added.</param>
    /// <remarks>[audio] No fused operations: a machine that lacks them would call a routine for each.</remarks>
    public static unsafe void Scalar(
        KWeighting weighting, double* samples, int channels, int frames, ref double state, int stateStride, ref double energy)
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
        double s1 = Unsafe.Add(ref state, stateStride);
        double s2 = Unsafe.Add(ref state, 2 * stateStride);
        double s3 = Unsafe.Add(ref state, 3 * stateStride);
        double sum = 0;
        for (int i = 0; i < frames; i++)
        {
            double x = samples[i * channels];
            double y = (direct * x) + ((c0 * s0) + (c1 * s1)) + ((c2 * s2) + (c3 * s3));
            sum += y * y;
            (s0, s1) = ((shelfReal * s0) - (shelfImaginary * s1) + x, (shelfImaginary * s0) + (shelfReal * s1));
            (s2, s3) = ((highPassReal * s2) - (highPassImaginary * s3) + x, (highPassImaginary * s2) + (highPassReal * s3));
        }

        state = s0;
        Unsafe.Add(ref state, stateStride) = s1;
        Unsafe.Add(ref state, 2 * stateStride) = s2;
        Unsafe.Add(ref state, 3 * stateStride) = s3;
        energy += sum;
    }

    /// <summary>Filters one channel, four frames a step.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The channel's first sample.</param>
    /// <param name="channels">Channels of the track: from one sample of a channel to the next.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="state">The channel's four states, read and written.</param>
    /// <param name="energy">Four places where the energy is added.</param>
    /// <remarks>[audio] Needs AVX2 and FMA.</remarks>
    public static unsafe void Steps256(
        KWeighting weighting, double* samples, int channels, int steps, ref double state, ref double energy)
    {
        ref double m = ref weighting.Step[0];
        Vector256<double> t0 = Vector256.LoadUnsafe(ref m, 0);
        Vector256<double> t1 = Vector256.LoadUnsafe(ref m, 4);
        Vector256<double> t2 = Vector256.LoadUnsafe(ref m, 8);
        Vector256<double> t3 = Vector256.LoadUnsafe(ref m, 12);
        Vector256<double> b0 = Vector256.LoadUnsafe(ref m, 16);
        Vector256<double> b1 = Vector256.LoadUnsafe(ref m, 20);
        Vector256<double> b2 = Vector256.LoadUnsafe(ref m, 24);
        Vector256<double> b3 = Vector256.LoadUnsafe(ref m, 28);
        Vector256<double> o0 = Vector256.LoadUnsafe(ref m, 32);
        Vector256<double> o1 = Vector256.LoadUnsafe(ref m, 36);
        Vector256<double> o2 = Vector256.LoadUnsafe(ref m, 40);
        Vector256<double> o3 = Vector256.LoadUnsafe(ref m, 44);
        Vector256<double> a0 = Vector256.LoadUnsafe(ref m, 48);
        Vector256<double> a1 = Vector256.LoadUnsafe(ref m, 52);
        Vector256<double> s = Vector256.LoadUnsafe(ref state);
        Vector256<double> sum = Vector256.LoadUnsafe(ref energy);
        for (int i = 0; i < steps; i++)
        {
            Vector256<double> x0 = Avx.BroadcastScalarToVector256(samples);
            Vector256<double> x1 = Avx.BroadcastScalarToVector256(samples + channels);
            Vector256<double> x2 = Avx.BroadcastScalarToVector256(samples + (2 * channels));
            Vector256<double> x3 = Avx.BroadcastScalarToVector256(samples + (3 * channels));
            samples += KWeighting.StepFrames * channels;

            // s1, s2, s3: the states i and i xor 1, 2, 3 exchanged.
            Vector256<double> s1 = Avx.Permute(s, 0b0101);
            Vector256<double> s2 = Avx2.Permute4x64(s, 0b01_00_11_10);
            Vector256<double> s3 = Avx2.Permute4x64(s, 0b00_01_10_11);
            Vector256<double> y = t0 * x0;
            y = Fma.MultiplyAdd(t1, x1, y);
            y = Fma.MultiplyAdd(t2, x2, y);
            y = Fma.MultiplyAdd(t3, x3, y);
            Vector256<double> next = b0 * x0;
            next = Fma.MultiplyAdd(b1, x1, next);
            next = Fma.MultiplyAdd(b2, x2, next);
            next = Fma.MultiplyAdd(b3, x3, next);
            y = Fma.MultiplyAdd(o0, s, y);
            y = Fma.MultiplyAdd(o1, s1, y);
            y = Fma.MultiplyAdd(o2, s2, y);
            y = Fma.MultiplyAdd(o3, s3, y);
            next = Fma.MultiplyAdd(a0, s, next);
            s = Fma.MultiplyAdd(a1, s1, next);
            sum = Fma.MultiplyAdd(y, y, sum);
        }

        s.StoreUnsafe(ref state);
        sum.StoreUnsafe(ref energy);
    }

    /// <summary>Filters two channels side by side, four frames a step: even elements of each vector are left, odd ones right.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The samples, left and right in turn.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="state">The four states, left and right in turn, read and written.</param>
    /// <param name="energy">Eight places where the energy is added.</param>
    /// <remarks>[audio] Needs AVX-512.</remarks>
    public static unsafe void Steps512(KWeighting weighting, double* samples, int steps, ref double state, ref double energy)
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
        for (int i = 0; i < steps; i++)
        {
            Vector512<double> x0 = Avx512DQ.BroadcastVector128ToVector512(samples);
            Vector512<double> x1 = Avx512DQ.BroadcastVector128ToVector512(samples + 2);
            Vector512<double> x2 = Avx512DQ.BroadcastVector128ToVector512(samples + 4);
            Vector512<double> x3 = Avx512DQ.BroadcastVector128ToVector512(samples + 6);
            samples += 2 * KWeighting.StepFrames;

            // s1, s2, s3: the states i and i xor 1, 2, 3 exchanged.
            Vector512<double> s1 = Avx512F.Permute4x64(s, 0b01_00_11_10);
            Vector512<double> s2 = Avx512F.Shuffle4x128(s, s, 0b01_00_11_10);
            Vector512<double> s3 = Avx512F.Shuffle4x128(s, s, 0b00_01_10_11);
            Vector512<double> y = t0 * x0;
            y = Avx512F.FusedMultiplyAdd(t1, x1, y);
            y = Avx512F.FusedMultiplyAdd(t2, x2, y);
            y = Avx512F.FusedMultiplyAdd(t3, x3, y);
            Vector512<double> next = b0 * x0;
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
        }

        s.StoreUnsafe(ref state);
        sum.StoreUnsafe(ref energy);
    }
}
