using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace FaderStager.Audio.Metering;

/// <summary>Sample peak and unweighted energy of a quantum.</summary>
internal static class SampleLevels
{
    /// <summary>Measures one channel.</summary>
    /// <param name="samples">The first sample.</param>
    /// <param name="frames">How many.</param>
    /// <param name="peak">The largest absolute sample.</param>
    /// <returns>The sum of squares.</returns>
    /// <remarks>
    /// [audio] Squares are summed in float over the few samples of one quantum (error under 3e-7), and in double from there on.
    /// </remarks>
    public static double Measure(ref float samples, int frames, out float peak)
    {
        int i = 0;
        double energy = 0;
        float largest = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> squares = Vector256<float>.Zero;
            Vector256<float> peaks = Vector256<float>.Zero;
            for (; i <= frames - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> x = Vector256.LoadUnsafe(ref samples, (nuint)i);
                squares += x * x;
                peaks = Vector256.MaxNative(peaks, Vector256.Abs(x));
            }

            energy = Vector256.Sum(squares);
            Vector128<float> half = Vector128.MaxNative(peaks.GetLower(), peaks.GetUpper());
            largest = MathF.Max(MathF.Max(half[0], half[1]), MathF.Max(half[2], half[3]));
        }

        for (; i < frames; i++)
        {
            float x = Unsafe.Add(ref samples, i);
            energy += (double)x * x;
            largest = MathF.Max(largest, MathF.Abs(x));
        }

        peak = largest;
        return energy;
    }
}
