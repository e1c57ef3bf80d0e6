using System.Buffers.Binary;
using System.Collections.Immutable;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Finds the samples of a WAV: RIFF, RIFX, RF64 and BW64; PCM of 8 to 32 bits, float of 32 and 64, plain and extensible.</summary>
/// <remarks>
/// Chunks are taken in any order, with or without pad bytes; lengths that cannot be right are mended, see <see cref="DataExtent"/>.
/// <b>Source:</b> Microsoft/IBM Multimedia Programming Interface 1.0 (RIFF); EBU Tech 3285 (bext) and 3306 (RF64); ITU-R BS.2088 (BW64).
/// </remarks>
public static class WavFormat
{
    private const int HeadBytes = 12;

    /// <summary>Whether a file has these bytes where it starts.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is a WAV.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) => start.Length >= HeadBytes
        && (start.StartsWith("RIFF"u8) || start.StartsWith("RIFX"u8) || start.StartsWith("RF64"u8) || start.StartsWith("BW64"u8))
        && start[8..].StartsWith("WAVE"u8);

    /// <summary>Finds the samples.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="origin">Where the WAV starts in it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="InputException">The head is broken.</exception>
    /// <exception cref="CodecException">The samples are compressed.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PcmLayout Find(Stream stream, long origin, string label)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        ChunkFile file = new(stream, bigEndian: false);
        if (!file.TryRead(origin, head) || !Matches(head))
        {
            throw new InputException($"{label} is not a WAV file.");
        }

        bool bigEndian = head.StartsWith("RIFX"u8);
        WavChunks chunks = WavChunks.Read(new ChunkFile(stream, bigEndian), origin + HeadBytes, bigEndian);
        if (chunks.Data is not { } data)
        {
            throw new InputException(chunks.HasEmptyData ? $"{label} holds no audio: its length is 0." : $"{label} is broken: it ends before any audio.");
        }

        if (chunks.Format is not { } format)
        {
            throw new InputException(chunks.FormatBytes is { } bytes
                ? $"{label} is broken: its format description is {bytes} bytes long."
                : $"{label} is broken: its audio comes without a description of the format.");
        }

        ImmutableArray<string> remarks = chunks.FurtherData == 0
            ? []
            : [$"holds {chunks.FurtherData} further piece{(chunks.FurtherData == 1 ? "" : "s")} of audio, and only the first is read"];
        PcmLayout layout = PcmLayout.Of(format.SampleFormatOf(file, data, bigEndian, label), data);
        return layout with
        {
            Remarks = [.. layout.Remarks, .. remarks],
            TimeReferenceFrames = chunks.TimeReferenceFrames,
            ChannelNames = chunks.ChannelNames,
        };
    }
}
