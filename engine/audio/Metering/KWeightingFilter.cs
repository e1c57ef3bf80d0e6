namespace FaderStager.Audio.Metering;

/// <summary>Runs the K-weighting over a track's quanta and gathers the energy of what comes out.</summary>
/// <remarks>[audio] Silence after the filter has rung out costs nothing.</remarks>
internal sealed class KWeightingFilter
{
    /// <summary>A state this small (-500 dB) is at rest: its energy could not be written in a float, and it never becomes a denormal number.</summary>
    private const double RestingState = 1e-25;

    private readonly KWeighting _weighting;
    private readonly VectorPath _path;
    private readonly bool _isInterleaved;
    private readonly double[] _state;
    private readonly double[] _energy = new double[2 * KWeighting.States];
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
        _isInterleaved = path == VectorPath.Vector512 && channels == 2;
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
    public unsafe void Process(ReadOnlySpan<double> wide, int frames, bool isSilent)
    {
        if (isSilent && _resting)
        {
            return;
        }

        int channels = _state.Length / KWeighting.States;
        int steps = _path == VectorPath.Scalar ? 0 : frames / KWeighting.StepFrames;
        int done = steps * KWeighting.StepFrames;
        int stateStride = _isInterleaved ? channels : 1;
        fixed (double* samples = wide)
        {
            if (_isInterleaved)
            {
                KWeightingKernels.Steps512(_weighting, samples, steps, ref _state[0], ref _energy[0]);
            }

            for (int channel = 0; channel < channels; channel++)
            {
                ref double state = ref _state[_isInterleaved ? channel : channel * KWeighting.States];
                if (!_isInterleaved && steps > 0)
                {
                    KWeightingKernels.Steps256(_weighting, samples + channel, channels, steps, ref state, ref _energy[0]);
                }

                if (done < frames)
                {
                    double* rest = samples + (done * channels) + channel;
                    KWeightingKernels.Scalar(_weighting, rest, channels, frames - done, ref state, stateStride, ref _energy[0]);
                }
            }
        }

        _resting = isSilent && ComesToRest();
    }

    /// <summary>The sum of squares since the last call, over all channels.</summary>
    /// <returns>The energy.</returns>
    /// <remarks>[audio]</remarks>
    public double TakeEnergy()
    {
        double sum = 0;
        foreach (double energy in _energy)
        {
            sum += energy;
        }

        _energy.AsSpan().Clear();
        return sum;
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
