using System.Runtime.CompilerServices;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>One number at a time: what the vector loops are tested against.</summary>
/// <remarks>[audio]</remarks>
internal sealed class ScalarKernels : MeteringKernels
{
    /// <inheritdoc/>
    public override bool TakeIn(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks) =>
        IntakeKernels.TakeIn(left, right, ref to, ref peaks);

    /// <inheritdoc/>
    public override float TakePeak(ref float peaks)
    {
        float peak = peaks;
        peaks = 0;
        return peak;
    }

    /// <inheritdoc/>
    public override void Widen(ref float from, ref double to, int count, ref double energy, ref double sums) =>
        IntakeKernels.Widen(ref from, ref to, count, ref energy, ref sums);

    /// <inheritdoc/>
    public override unsafe void Weigh(
        KWeighting weighting, ReadOnlySpan<double> samples, int channels, int frames, ref double state, ref double energy)
    {
        fixed (double* first = samples)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                ref double firstState = ref Unsafe.Add(ref state, channel * KWeighting.States);
                KWeightingKernels.Frames(weighting, first + channel, channels, frames, ref firstState, 1, ref energy);
            }
        }
    }

    /// <inheritdoc/>
    public override float TruePeak(ref float samples, int count, int channels, float peak) =>
        TruePeakKernels.Samples(ref samples, count, channels, peak);
}
