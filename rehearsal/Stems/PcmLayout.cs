using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Where the samples of a file stand and how they are stored.</summary>
/// <param name="Format">How they are stored.</param>
/// <param name="StartByte">The first sample's byte in the file.</param>
/// <param name="Frames">Frames that are there, or null when only the end will tell.</param>
public sealed record PcmLayout(SampleFormat Format, long StartByte, long? Frames)
{
    /// <summary>Frames that the head promises, where that is more than there are.</summary>
    public long? PromisedFrames { get; init; }

    /// <summary>What is odd about the file, each to be said after its name: "has a header that was never finished".</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];

    /// <summary>Frames from midnight to the first one, as a broadcast WAV is stamped; null without a stamp.</summary>
    public long? TimeReferenceFrames { get; init; }

    /// <summary>Names of the channels, as a polyphonic recording has them; may be fewer than there are.</summary>
    public ImmutableArray<string> ChannelNames { get; init; } = [];

    /// <summary>The layout of a file whose audio was found.</summary>
    /// <param name="format">How the samples are stored.</param>
    /// <param name="extent">Where they stand.</param>
    /// <returns>The layout.</returns>
    internal static PcmLayout Of(SampleFormat format, DataExtent extent) => new(format, extent.StartByte, extent.Bytes / format.BytesPerFrame)
    {
        PromisedFrames = extent.PromisedBytes / format.BytesPerFrame,
        Remarks = extent.Remark is { } remark ? [remark] : [],
    };
}
