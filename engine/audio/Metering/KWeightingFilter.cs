using FaderStager.Audio.Metering.Kernels;

namespace FaderStager.Audio.Metering;

/// <summary>Runs the K-weighting over a track's quanta and gathers the energy of what comes out.</summary>
/// <remarks>[audio] Silence after the filter has rung out costs nothing.</remarks>
internal sealed class KWeightingFilter
{
    /// <summary>A state this small (-500 dB) is at rest: its energy could not be written in a float, and it never becomes a denormal number.</summary>
    private const double RestingState = 1e-25;

    private readonly KWeighting _weighting;
    private readonly MeteringKernels _kernels;
    private readonly int _channels;
    private readonly double[] _state;
    private readonly double[] _energy = new double[MeteringKernels.EnergyLanes];
    private bool _resting = true;

    /// <summary>Allocates.</summary>
    /// <param name="weighting">The filter of the sample rate.</param>
    /// <param name="channels">Channels of the track.</param>
    /// <param name="kernels">The loops to use.</param>
    /// <remarks>[setup]</remarks>
    public KWeightingFilter(KWeighting weighting, int channels, MeteringKernels kernels)
    {
        _weighting = weighting;
        _kernels = kernels;
        _channels = channels;
        _state = new double[channels * KWeighting.States];
    }

    /// <summary>Whether the filter has rung out: it need not hear silence.</summary>
    public bool IsResting => _resting;

    /// <summary>Forgets what was heard and the energy gathered.</summary>
    /// <remarks>[audio]</remarks>
    public void Reset()
    {
        _state.AsSpan().Clear();
        _energy.AsSpan().Clear();
        _resting = true;
    }

    /// <summary>Filters a quantum of all channels and adds the energy of its output.</summary>
    /// <param name="wide">The quantum, channels interleaved.</param>
    /// <param name="frames">Its frames.</param>
    /// <param name="isSilent">Whether all its samples are 0.</param>
    /// <remarks>[audio]</remarks>
    public void Process(ReadOnlySpan<double> wide, int frames, bool isSilent)
    {
        if (isSilent && _resting)
        {
            return;
        }

        _kernels.Weigh(_weighting, wide, _channels, frames, ref _state[0], ref _energy[0]);
        _resting = isSilent && ComesToRest();
    }

    /// <summary>The sum of squares since the last call, over all channels.</summary>
    /// <returns>The energy.</returns>
    /// <remarks>[audio]</remarks>
    public double TakeEnergy() => MeteringKernels.TakeEnergy(_energy);

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
