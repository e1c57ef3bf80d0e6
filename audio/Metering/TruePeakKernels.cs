using System.Runtime.CompilerServices;

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

    private static readonly float[] Parts = MakeParts();

    /// <summary>Filters one channel frame by frame.</summary>
    /// <param name="samples">The first sample; 11 older ones stand before it.</param>
    /// <param name="frames">How many.</param>
    /// <param name="phases">2 or 4.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and the channel's.</returns>
    /// <remarks>[audio]</remarks>
    public static float Scalar(ref float samples, int frames, int phases, float peak)
    {
        ref float parts = ref Parts[0];
        for (int i = 0; i < frames; i++)
        {
            float middleEven = 0;
            float middleOdd = 0;
            float outerEven = 0;
            float outerOdd = 0;
            for (int k = 0; k < Half; k++)
            {
                float newer = Unsafe.Add(ref samples, i - k);
                float older = Unsafe.Add(ref samples, i - (TruePeakDetector.Taps - 1) + k);
                float sum = newer + older;
                float difference = newer - older;
                middleEven += Unsafe.Add(ref parts, k) * sum;
                middleOdd += Unsafe.Add(ref parts, Half + k) * difference;
                if (phases == 4)
                {
                    outerEven += Unsafe.Add(ref parts, (2 * Half) + k) * sum;
                    outerOdd += Unsafe.Add(ref parts, (3 * Half) + k) * difference;
                }
            }

            float middle = MathF.Abs(middleEven) + MathF.Abs(middleOdd);
            float outer = MathF.Abs(outerEven) + MathF.Abs(outerOdd);
            peak = MathF.Max(peak, MathF.Max(middle, outer));
        }

        return peak;
    }

    /// <summary>Even and odd part of phase 1, then of phase 0.</summary>
    private static float[] MakeParts()
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
}
