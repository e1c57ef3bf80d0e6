using FaderStager.Audio.Metering.Vectors;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>The meter's inner loops for one <see cref="VectorPath"/>.</summary>
/// <remarks>
/// [audio] Without state. The vector loops are written once, generic over the width, in <see cref="IntakeKernels"/>,
/// <see cref="KWeightingKernels"/> and <see cref="TruePeakKernels"/>; here each width gets its vectors.
/// </remarks>
internal abstract class MeteringKernels
{
    /// <summary>Doubles that every energy is gathered in: the lanes of the widest vector.</summary>
    public const int EnergyLanes = 8;

    /// <summary>Floats that the peaks are gathered in: the lanes of the widest vector, and how far a loop may write past what it takes in.</summary>
    public const int PeakLanes = 16;

    /// <summary>The loops of a path.</summary>
    /// <param name="path">Which; must be supported by this machine.</param>
    /// <returns>The loops.</returns>
    /// <remarks>[setup]</remarks>
    public static MeteringKernels Of(VectorPath path) => path switch
    {
        // What a register cannot hold is a pair of registers.
        VectorPath.Vector512 when VectorPaths.IsSupported(VectorPath.Vector512) =>
            new VectorKernels<Floats512, Doubles256, Doubles512>(),
        VectorPath.Vector256 when VectorPaths.IsSupported(VectorPath.Vector256) =>
            new VectorKernels<Floats256, Doubles256, DoublePair<Doubles256>>(),
        VectorPath.Vector128 => new VectorKernels<Floats128, DoublePair<Doubles128>, DoublePair<Doubles128>>(),
        _ => new ScalarKernels(),
    };

    /// <summary>Takes the energy that was gathered, and starts it anew.</summary>
    /// <param name="energy">The places, <see cref="EnergyLanes"/> of them.</param>
    /// <returns>Their sum.</returns>
    /// <remarks>[audio] By pairs: in a row each addition would wait for the one before.</remarks>
    public static double TakeEnergy(Span<double> energy)
    {
        double sum = energy[0] + energy[1] + (energy[2] + energy[3]) + (energy[4] + energy[5] + (energy[6] + energy[7]));
        energy.Clear();
        return sum;
    }

    /// <summary>Takes samples in, cleaned and interleaved; see <see cref="QuantumStage"/>.</summary>
    /// <param name="left">The host's samples of the left or only channel.</param>
    /// <param name="right">Those of the right channel, as many; empty for a mono track.</param>
    /// <param name="to">Where they go; so many floats past them as <see cref="PeakLanes"/> for each channel may be overwritten.</param>
    /// <param name="peaks">The largest absolute samples so far, <see cref="PeakLanes"/> of them.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public abstract bool TakeIn(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks);

    /// <summary>The largest of the peaks that <see cref="TakeIn"/> gathered; it starts them anew.</summary>
    /// <param name="peaks">The peaks, <see cref="PeakLanes"/> of them.</param>
    /// <returns>The largest.</returns>
    /// <remarks>[audio]</remarks>
    public abstract float TakePeak(ref float peaks);

    /// <summary>Widens samples to double, adds their energy and adds them up.</summary>
    /// <param name="from">The first sample.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="count">How many, over all channels.</param>
    /// <param name="energy">Where the energy is added, <see cref="EnergyLanes"/> places.</param>
    /// <param name="sums">Where the samples are added, as many places: those at even places and those at odd ones stay apart.</param>
    /// <remarks>[audio]</remarks>
    public abstract void Widen(ref float from, ref double to, int count, ref double energy, ref double sums);

    /// <summary>Filters all channels by the K-weighting and adds the energy of what comes out.</summary>
    /// <param name="weighting">The filter.</param>
    /// <param name="samples">The samples, channels interleaved.</param>
    /// <param name="channels">Channels of the track.</param>
    /// <param name="frames">How many frames.</param>
    /// <param name="state">The states, channels interleaved, read and written.</param>
    /// <param name="energy">Where the energy is added, <see cref="EnergyLanes"/> places.</param>
    /// <remarks>[audio]</remarks>
    public abstract void Weigh(
        KWeighting weighting, ReadOnlySpan<double> samples, int channels, int frames, ref double state, ref double energy);

    /// <summary>Looks for a larger peak between the samples.</summary>
    /// <param name="samples">The first sample; 11 older frames stand before it, and 31 floats past the last may be read.</param>
    /// <param name="count">How many samples, over all channels.</param>
    /// <param name="channels">Channels of the track, interleaved.</param>
    /// <param name="peak">The largest peak so far.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio]</remarks>
    public abstract float TruePeak(ref float samples, int count, int channels, float peak);
}
