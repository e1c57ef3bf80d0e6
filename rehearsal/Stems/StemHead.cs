using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Stems;

/// <summary>What a stem's head says before anything of it is decoded.</summary>
/// <param name="SampleRateHz">Frames a second.</param>
/// <param name="Channels">Channels of the file; more than two have to be split.</param>
/// <param name="Frames">Frames of the whole stem, or null when the head does not tell.</param>
public sealed record StemHead(double SampleRateHz, int Channels, long? Frames)
{
    /// <summary>Frames from midnight to the first one, as a broadcast WAV is stamped; null without a stamp.</summary>
    public long? TimeReferenceFrames { get; init; }

    /// <summary>Names of the channels, as a polyphonic recording has them; may be fewer than there are.</summary>
    public ImmutableArray<string> ChannelNames { get; init; } = [];
}
