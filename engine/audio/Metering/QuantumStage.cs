using FaderStager.Audio.Metering.Kernels;

namespace FaderStager.Audio.Metering;

/// <summary>
/// Gathers host samples into quanta: short pieces cut by the song's time, not by the host's blocks. The kernels only ever see
/// whole quanta, so their rounding cannot depend on the block size.
/// </summary>
/// <remarks>
/// [audio] Cleans the samples on the way in: NaN and infinity become 0, finite samples are clamped to +-1e9, and samples under
/// 1e-15 (-300 dBFS) become 0, so that no arithmetic after it meets a denormal number. Channels are interleaved: left, right, left, ...
/// </remarks>
internal sealed class QuantumStage
{
    /// <summary>Frames of a whole quantum. The last one before a hop's border may be shorter.</summary>
    public const int MaximumFrames = 64;

    /// <summary>Frames kept from the quantum before, for the true-peak filter; it needs 11.</summary>
    private const int HistoryFrames = 16;

    private readonly MeteringKernels _kernels;
    private readonly float[] _samples;
    private ClipCounter _clips;
    private readonly double[] _energy = new double[MeteringKernels.EnergyLanes];
    private readonly double[] _sums = new double[MeteringKernels.EnergyLanes];
    private readonly float[] _peaks = new float[MeteringKernels.PeakLanes];

    /// <summary>Allocates.</summary>
    /// <param name="channels">Channels of the track: 1 or 2.</param>
    /// <param name="kernels">The loops to use.</param>
    /// <remarks>[setup]</remarks>
    public QuantumStage(int channels, MeteringKernels kernels)
    {
        _kernels = kernels;
        Channels = channels;

        // Room past the end: a piece shorter than a vector is written as a whole one.
        _samples = new float[channels * (HistoryFrames + MaximumFrames + MeteringKernels.PeakLanes)];
    }

    /// <summary>Channels of the track.</summary>
    public int Channels { get; }

    /// <summary>The first sample of the quantum; at least 11 older frames stand before it.</summary>
    public ref float First => ref _samples[Channels * HistoryFrames];

    /// <summary>Forgets all samples.</summary>
    /// <remarks>[audio]</remarks>
    public void Clear()
    {
        _samples.AsSpan().Clear();
        _clips = default;
        _peaks.AsSpan().Clear();
        _energy.AsSpan().Clear();
        _sums.AsSpan().Clear();
    }

    /// <summary>Takes samples in.</summary>
    /// <param name="at">Frames of the quantum that are there already.</param>
    /// <param name="left">The host's samples of the left or only channel; no more than the quantum has room for.</param>
    /// <param name="right">Those of the right channel, as many; not read for a mono track.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public bool Fill(int at, ReadOnlySpan<float> left, ReadOnlySpan<float> right) =>
        _kernels.TakeIn(left, Channels == 2 ? right : [], ref _samples[(HistoryFrames + at) * Channels], ref _peaks[0]);

    /// <summary>The largest absolute sample taken in since the last call, over all channels.</summary>
    /// <returns>The sample peak, linear.</returns>
    /// <remarks>[audio]</remarks>
    public float TakePeak() => _kernels.TakePeak(ref _peaks[0]);

    /// <summary>Gives the quantum in double and adds its unweighted energy and its sum.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <param name="isSilent">Whether all its samples are 0.</param>
    /// <param name="wide">Room for the quantum's samples.</param>
    /// <remarks>[audio]</remarks>
    public void Widen(int frames, bool isSilent, Span<double> wide)
    {
        Span<double> to = wide[..(frames * Channels)];
        if (isSilent)
        {
            to.Clear();
        }
        else
        {
            _kernels.Widen(ref First, ref to[0], to.Length, ref _energy[0], ref _sums[0]);
        }
    }

    /// <summary>The unweighted sum of squares since the last call, over all channels.</summary>
    /// <returns>The energy.</returns>
    /// <remarks>[audio]</remarks>
    public double TakeEnergy() => MeteringKernels.TakeEnergy(_energy);

    /// <summary>The sums of each channel's samples since the last call; both are the same for a mono track.</summary>
    /// <returns>Left and right.</returns>
    /// <remarks>[audio]</remarks>
    public (double Left, double Right) TakeSums()
    {
        // Whole vectors hold an even number of lanes, so the channels take turns in them.
        double left = _sums[0] + _sums[2] + (_sums[4] + _sums[6]);
        double right = _sums[1] + _sums[3] + (_sums[5] + _sums[7]);
        _sums.AsSpan().Clear();
        return Channels == 1 ? (left + right, left + right) : (left, right);
    }

    /// <summary>Counts the runs of clipped samples that begin in the quantum.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <param name="samplePeak">Its largest absolute sample.</param>
    /// <param name="fullScale">What full scale reads as here, linear.</param>
    /// <returns>How many.</returns>
    /// <remarks>[audio]</remarks>
    public int CountClippedRuns(int frames, float samplePeak, float fullScale) =>
        _clips.Count(_samples.AsSpan(HistoryFrames * Channels, frames * Channels), Channels, samplePeak, fullScale);

    /// <summary>Looks for a larger peak between the samples.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <param name="peak">The largest peak so far, linear.</param>
    /// <returns>The larger of the peak so far and what the filter gives.</returns>
    /// <remarks>[audio]</remarks>
    public float TruePeak(int frames, float peak) => _kernels.TruePeak(ref First, frames * Channels, Channels, peak);

    /// <summary>Makes the end of the quantum the history of the next one.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <remarks>[audio]</remarks>
    public void Advance(int frames) => _samples.AsSpan(frames * Channels, HistoryFrames * Channels).CopyTo(_samples);
}
