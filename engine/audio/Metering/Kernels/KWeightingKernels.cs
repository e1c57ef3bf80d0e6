using System.Runtime.CompilerServices;
using FaderStager.Audio.Metering.Vectors;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>The K-weighting's inner loops.</summary>
/// <remarks>
/// A vector holds the four rows of a step (four outputs, or four states), of one channel or of two side by side. Its lanes, row
/// and channel, on each width:
/// <code>
///             mono           stereo
/// 512 bits    0 1 2 3        0L 0R 1L 1R 2L 2R 3L 3R
/// 256 bits    0 1 2 3        0L 0R 1L 1R|2L 2R 3L 3R
/// 128 bits    0 1|2 3        0L 1L|2L 3L, then 0R 1R|2R 3R
/// </code>
/// A bar is the border of a register: what crosses it is an exchange of names. An input frame is repeated in all rows.
/// Eight doubles in 128-bit registers would need four of them for each of the fourteen matrix vectors: slower than two passes.
/// What is left of a quantum after its steps goes frame by frame.
/// </remarks>
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
    public static unsafe void Frames(
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

    /// <summary>Filters one channel, or two side by side, four frames a step.</summary>
    /// <typeparam name="TRows">Four rows: four doubles for one channel, eight for two.</typeparam>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The first sample of the channel or channels.</param>
    /// <param name="channels">Channels of the track: from one frame to the next.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="state">The four states, of two channels left and right in turn, read and written.</param>
    /// <param name="energy">Where the energy is added, as many places as there are lanes.</param>
    /// <remarks>[audio]</remarks>
    public static unsafe void Steps<TRows>(KWeighting weighting, double* samples, int channels, int steps, ref double state, ref double energy)
        where TRows : struct, IDoubles<TRows>
    {
        // Channels side by side: a constant to the compiler, no width pays for the choice.
        int lanes = TRows.Count;
        int group = lanes / KWeighting.StepFrames;
        ref double m = ref (group == 1 ? ref weighting.Step[0] : ref weighting.StereoStep[0]);
        TRows t0 = TRows.Load(ref m, 0);
        TRows t1 = TRows.Load(ref m, lanes);
        TRows t2 = TRows.Load(ref m, 2 * lanes);
        TRows t3 = TRows.Load(ref m, 3 * lanes);
        TRows b0 = TRows.Load(ref m, 4 * lanes);
        TRows b1 = TRows.Load(ref m, 5 * lanes);
        TRows b2 = TRows.Load(ref m, 6 * lanes);
        TRows b3 = TRows.Load(ref m, 7 * lanes);
        TRows o0 = TRows.Load(ref m, 8 * lanes);
        TRows o1 = TRows.Load(ref m, 9 * lanes);
        TRows o2 = TRows.Load(ref m, 10 * lanes);
        TRows o3 = TRows.Load(ref m, 11 * lanes);
        TRows a0 = TRows.Load(ref m, 12 * lanes);
        TRows a1 = TRows.Load(ref m, 13 * lanes);
        TRows s = TRows.Load(ref state, 0);
        TRows sum = TRows.Load(ref energy, 0);
        nint stride = group == 2 ? 2 : channels;
        double* later = samples + (2 * stride);
        for (int i = 0; i < steps; i++)
        {
            TRows x0 = TRows.Repeat(samples, group);
            TRows x1 = TRows.Repeat(samples + stride, group);
            TRows x2 = TRows.Repeat(later, group);
            TRows x3 = TRows.Repeat(later + stride, group);
            samples += 4 * stride;
            later += 4 * stride;

            // s1, s2, s3: row i holds the state i xor 1, 2, 3.
            TRows s1 = TRows.Exchange(s, group);
            TRows s2 = TRows.Exchange(s, 2 * group);
            TRows s3 = TRows.Exchange(s1, 2 * group);
            TRows y = t0 * x0;
            y = TRows.MultiplyAdd(t1, x1, y);

            // The first two outputs have not heard the last two frames.
            y = TRows.MultiplyAddUpper(t2, x2, y);
            y = TRows.MultiplyAddUpper(t3, x3, y);
            TRows next = b0 * x0;
            next = TRows.MultiplyAdd(b1, x1, next);
            next = TRows.MultiplyAdd(b2, x2, next);
            next = TRows.MultiplyAdd(b3, x3, next);
            y = TRows.MultiplyAdd(o0, s, y);
            y = TRows.MultiplyAdd(o1, s1, y);
            y = TRows.MultiplyAdd(o2, s2, y);
            y = TRows.MultiplyAdd(o3, s3, y);
            next = TRows.MultiplyAdd(a0, s, next);
            s = TRows.MultiplyAdd(a1, s1, next);
            sum = TRows.MultiplyAdd(y, y, sum);
        }

        s.Store(ref state, 0);
        sum.Store(ref energy, 0);
    }
}
