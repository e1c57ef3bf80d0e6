using System.Runtime.CompilerServices;
using FaderStager.Audio.Metering.Vectors;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>The vector loops for one width.</summary>
/// <typeparam name="TFloats">The vector of samples.</typeparam>
/// <typeparam name="TMono">Four doubles: the four rows of one channel's filter.</typeparam>
/// <typeparam name="TStereo">Eight doubles: the four rows of both channels' filters, side by side; four where the width filters one after the other.</typeparam>
/// <remarks>[audio]</remarks>
internal sealed class VectorKernels<TFloats, TMono, TStereo> : MeteringKernels
    where TFloats : struct, IFloats<TFloats>
    where TMono : struct, IDoubles<TMono>
    where TStereo : struct, IDoubles<TStereo>
{
    /// <inheritdoc/>
    public override bool TakeIn(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks) =>
        IntakeKernels.TakeIn<TFloats>(left, right, ref to, ref peaks);

    /// <inheritdoc/>
    public override float TakePeak(ref float peaks)
    {
        float peak = TFloats.Load(ref peaks, 0).Largest();
        default(TFloats).Store(ref peaks, 0);
        return peak;
    }

    /// <inheritdoc/>
    public override void Widen(ref float from, ref double to, int count, ref double energy, ref double sums) =>
        IntakeKernels.Widen<TStereo>(ref from, ref to, count, ref energy, ref sums);

    /// <inheritdoc/>
    public override unsafe void Weigh(
        KWeighting weighting, ReadOnlySpan<double> samples, int channels, int frames, ref double state, ref double energy)
    {
        int steps = frames / KWeighting.StepFrames;
        int done = steps * KWeighting.StepFrames;
        bool isSideBySide = channels == 2 && TStereo.Count == 2 * KWeighting.States;
        int stateStride = isSideBySide ? 2 : 1;
        fixed (double* first = samples)
        {
            if (isSideBySide)
            {
                KWeightingKernels.Steps<TStereo>(weighting, first, channels, steps, ref state, ref energy);
            }

            for (int channel = 0; channel < channels; channel++)
            {
                ref double firstState = ref Unsafe.Add(ref state, isSideBySide ? channel : channel * KWeighting.States);
                if (!isSideBySide)
                {
                    KWeightingKernels.Steps<TMono>(weighting, first + channel, channels, steps, ref firstState, ref energy);
                }

                if (done < frames)
                {
                    double* rest = first + (done * channels) + channel;
                    KWeightingKernels.Frames(weighting, rest, channels, frames - done, ref firstState, stateStride, ref energy);
                }
            }
        }
    }

    /// <inheritdoc/>
    public override float TruePeak(ref float samples, int count, int channels, float peak) =>
        TruePeakKernels.Samples<TFloats>(ref samples, count, channels, peak);
}
