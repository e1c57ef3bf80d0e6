using System.Runtime.CompilerServices;

namespace FaderStager.Audio.Metering;

/// <summary>The K-weighting's inner loops, one for each <see cref="VectorPath"/>.</summary>
internal static class KWeightingKernels
{
    /// <summary>Filters one channel frame by frame.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The first sample.</param>
    /// <param name="frames">How many.</param>
    /// <param name="state">The channel's four states, read and written.</param>
    /// <param name="energy">Where the energy is added.</param>
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
        for (int i = 0; i < frames; i++)
        {
            double x = Unsafe.Add(ref samples, i);
            double y = (direct * x) + ((c0 * s0) + (c1 * s1)) + ((c2 * s2) + (c3 * s3));
            sum += y * y;
            (s0, s1) = ((shelfReal * s0) - (shelfImaginary * s1) + x, (shelfImaginary * s0) + (shelfReal * s1));
            (s2, s3) = ((highPassReal * s2) - (highPassImaginary * s3) + x, (highPassImaginary * s2) + (highPassReal * s3));
        }

        state = s0;
        Unsafe.Add(ref state, 1) = s1;
        Unsafe.Add(ref state, 2) = s2;
        Unsafe.Add(ref state, 3) = s3;
        energy += sum;
    }
}
