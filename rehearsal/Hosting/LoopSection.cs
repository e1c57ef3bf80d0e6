namespace FaderStager.Rehearsal.Hosting;

/// <summary>A section of a track that is played twice: what was read the first time, kept until then.</summary>
/// <remarks>Its borders are not those of 100 ms slots, as a person's loop is not.</remarks>
internal sealed class LoopSection
{
    private const double StartSeconds = 4.03;
    private const double EndSeconds = 6.57;

    private readonly float[][] _channels;

    /// <summary>The section of a track.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">1 or 2.</param>
    public LoopSection(double sampleRateHz, int channels)
    {
        StartFrame = (long)(StartSeconds * sampleRateHz);
        EndFrame = (long)(EndSeconds * sampleRateHz);
        _channels = new float[channels][];
        for (int channel = 0; channel < channels; channel++)
        {
            _channels[channel] = new float[EndFrame - StartFrame];
        }
    }

    /// <summary>The section's first frame.</summary>
    public long StartFrame { get; }

    /// <summary>The first frame after the section.</summary>
    public long EndFrame { get; }

    /// <summary>Keeps what of a block falls into the section.</summary>
    /// <param name="channel">Which channel.</param>
    /// <param name="frame">The block's first frame.</param>
    /// <param name="samples">The block.</param>
    public void Keep(int channel, long frame, ReadOnlySpan<float> samples)
    {
        long from = Math.Max(frame, StartFrame);
        long to = Math.Min(frame + samples.Length, EndFrame);
        if (from < to)
        {
            samples[(int)(from - frame)..(int)(to - frame)].CopyTo(_channels[channel].AsSpan((int)(from - StartFrame)));
        }
    }

    /// <summary>Gives back a part of the section.</summary>
    /// <param name="channel">Which channel.</param>
    /// <param name="frame">First frame of the part.</param>
    /// <param name="samples">Takes the part.</param>
    public void Recall(int channel, long frame, Span<float> samples) =>
        _channels[channel].AsSpan((int)(frame - StartFrame), samples.Length).CopyTo(samples);
}
