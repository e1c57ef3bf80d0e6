namespace FaderStager.Audio.Blocks;

/// <summary>What a host promises before it starts to process.</summary>
/// <param name="SampleRateHz">Frames a second, 8,000 to 384,000; need not be an integer.</param>
/// <param name="MaximumFrames">The longest block in frames, at least 1.</param>
/// <param name="Channels">Channels of the track: 1 (mono) or 2 (stereo).</param>
/// <remarks>[setup]</remarks>
public readonly record struct ProcessSetup(double SampleRateHz, int MaximumFrames, int Channels)
{
    /// <summary>Lowest sample rate the filters are checked at, in Hz.</summary>
    public const double LowestSampleRateHz = 8_000;

    /// <summary>Highest sample rate the filters are checked at, in Hz.</summary>
    public const double HighestSampleRateHz = 384_000;

    /// <summary>
    /// Whether the host renders offline, faster or slower than real time (VST3: process mode kOffline). No audio device waits for a
    /// block then, and a track whose slots are not taken as fast as it is rendered may wait a few ms for them.
    /// </summary>
    public bool IsOffline { get; init; }

    /// <summary>Throws where a promise is out of range, naming the figure that is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Sample rate, block length or channel count is out of range or not finite.</exception>
    /// <remarks>[setup]</remarks>
    public void Validate()
    {
        if (!(SampleRateHz >= LowestSampleRateHz && SampleRateHz <= HighestSampleRateHz))
        {
            throw new ArgumentOutOfRangeException(nameof(SampleRateHz), SampleRateHz, "The sample rate must be 8,000 to 384,000 Hz.");
        }

        if (MaximumFrames < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(MaximumFrames), MaximumFrames, "The longest block must have at least 1 frame.");
        }

        if (Channels is < 1 or > 2)
        {
            throw new ArgumentOutOfRangeException(nameof(Channels), Channels, "A track has 1 or 2 channels.");
        }
    }
}
