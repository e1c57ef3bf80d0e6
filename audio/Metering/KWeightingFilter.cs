using System.Runtime.CompilerServices;

namespace FaderStager.Audio.Metering;

/// <summary>Runs the K-weighting over a track's quanta and gathers the energy of what comes out.</summary>
/// <remarks>[audio] Silence after the filter has rung out costs nothing.</remarks>
internal sealed class KWeightingFilter
{
    /// <summary>A state this small (-500 dB) is at rest: its energy could not be written in a float, and it never becomes a denormal number.</summary>
    private const double RestingState = 1e-25;

    /// <summary>Where the unweighted energies start among the energies; the weighted ones stand before them.</summary>
    internal const int UnweightedAt = 2 * KWeighting.States;

    private readonly KWeighting _weighting;
    private readonly VectorPath _path;
    private readonly double[] _state;
    private readonly double[] _energy = new double[2 * UnweightedAt];
    private bool _resting = true;

    /// <summary>Allocates.</summary>
    /// <param name="weighting">The filter of the sample rate.</param>
    /// <param name="channels">Channels of the track.</param>
    /// <param name="path">Which instructions to use; must be supported.</param>
    /// <remarks>[setup]</remarks>
    public KWeightingFilter(KWeighting weighting, int channels, VectorPath path)
    {
        _weighting = weighting;
        _path = path;
        _state = new double[channels * KWeighting.States];
    }

    /// <summary>Forgets what was heard and the energy gathered.</summary>
    /// <remarks>[audio]</remarks>
    public void Reset()
    {
        _state.AsSpan().Clear();
        _energy.AsSpan().Clear();
        _resting = true;
    }

    /// <summary>Filters a quantum of all channels and adds the energy of its output.</summary>
    /// <param name="stage">The quantum.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="isSilent">Whether all its samples are 0.</param>
    /// <remarks>[audio]</remarks>
    public void Process(QuantumStage stage, int frames, bool isSilent)
    {
        if (isSilent && _resting)
        {
            return;
        }

        int steps = _path == VectorPath.Scalar ? 0 : frames / KWeighting.StepFrames;
        if (_path == VectorPath.Vector512 && stage.Channels == 2)
        {
            KWeightingKernels.Steps512(_weighting, ref stage.First(0), ref stage.First(1), steps, ref _state[0], ref _energy[0]);
        }
        else if (_path != VectorPath.Scalar)
        {
            for (int channel = 0; channel < stage.Channels; channel++)
            {
                KWeightingKernels.Steps256(
                    _weighting, ref stage.First(channel), steps, ref _state[channel * KWeighting.States], ref _energy[0]);
            }
        }

        int done = steps * KWeighting.StepFrames;
        if (done < frames)
        {
            for (int channel = 0; channel < stage.Channels; channel++)
            {
                KWeightingKernels.Scalar(
                    _weighting,
                    ref Unsafe.Add(ref stage.First(channel), done),
                    frames - done,
                    ref _state[channel * KWeighting.States],
                    ref _energy[0]);
            }
        }

        _resting = isSilent && ComesToRest();
    }

    /// <summary>The sums of squares since the last call, over all channels.</summary>
    /// <returns>The energy after the filter and before it.</returns>
    /// <remarks>[audio]</remarks>
    public (double Weighted, double Unweighted) TakeEnergy()
    {
        double weighted = 0;
        double unweighted = 0;
        for (int i = 0; i < UnweightedAt; i++)
        {
            weighted += _energy[i];
            unweighted += _energy[UnweightedAt + i];
        }

        _energy.AsSpan().Clear();
        return (weighted, unweighted);
    }

    private bool ComesToRest()
    {
        foreach (double state in _state)
        {
            if (Math.Abs(state) >= RestingState)
            {
                return false;
            }
        }

        _state.AsSpan().Clear();
        return true;
    }
}
