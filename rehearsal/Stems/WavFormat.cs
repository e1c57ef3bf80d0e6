using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Opens WAV: RIFF, RF64 and BW64; PCM of 8 to 32 bits, float of 32 and 64, plain and extensible.</summary>
/// <remarks>
/// Works on pipes, whose header has no length. <b>Source:</b> Microsoft/IBM Multimedia Programming Interface 1.0 (RIFF);
/// EBU Tech 3306 (RF64); ITU-R BS.2088 (BW64).
/// </remarks>
public static class WavFormat
{
    /// <summary>Bytes that say whether a file is a WAV.</summary>
    internal const int HeadBytes = 12;

    private const ushort TagPcm = 1;
    private const ushort TagFloat = 3;
    private const ushort TagExtensible = 0xFFFE;
    private const uint SizeUnknown = 0xFFFFFFFF;
    private const int LargestFormatBytes = 65_536;

    /// <summary>Whether a file that starts with these bytes is a WAV.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && ChunkStream.Name(start) is "RIFF" or "RF64" or "BW64" && ChunkStream.Name(start[8..]) == "WAVE";

    /// <summary>Reads the head and leaves the stream at the first sample.</summary>
    /// <param name="stream">The stream at its start; the reader disposes it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="InputException">The head is broken, or what it describes cannot be staged.</exception>
    /// <exception cref="NotSupportedException">The samples are compressed.</exception>
    public static PcmReader Open(Stream stream, string label)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        return ChunkStream.TryFill(stream, head) && Matches(head)
            ? OpenChunks(stream, head, label, atEnd: null)
            : throw new InputException($"{label} is not a WAV file.");
    }

    /// <summary>Reads the chunks after the head and leaves the stream at the first sample.</summary>
    /// <param name="stream">The stream after the head; the reader disposes it.</param>
    /// <param name="head">The first 12 bytes.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <param name="atEnd">Called once when the stream ends early or has no known length; see <see cref="PcmReader"/>.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="InputException">The head is broken, or what it describes cannot be staged.</exception>
    /// <exception cref="NotSupportedException">The samples are compressed.</exception>
    internal static PcmReader OpenChunks(Stream stream, ReadOnlySpan<byte> head, string label, Action? atEnd)
    {
        bool unsized = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]) is 0 or SizeUnknown;
        long? longDataBytes = null;
        SampleFormat? format = null;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> sizes = stackalloc byte[16];
        while (ChunkStream.TryFill(stream, chunk))
        {
            uint bytes = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            switch (ChunkStream.Name(chunk))
            {
                case "ds64" when bytes >= sizes.Length:
                    if (ChunkStream.TryFill(stream, sizes))
                    {
                        longDataBytes = BinaryPrimitives.ReadInt64LittleEndian(sizes[8..]);
                        ChunkStream.Skip(stream, Padded(bytes) - sizes.Length);
                    }

                    break;
                case "fmt ":
                    format = ReadFormat(stream, label, bytes);
                    break;
                case "data":
                    if (format is not { } known)
                    {
                        throw new InputException($"{label} is broken: its audio comes without a description of the format.");
                    }

                    return new PcmReader(stream, label, known, DataFrames(bytes, longDataBytes, unsized, known), atEnd);
                default:
                    ChunkStream.Skip(stream, Padded(bytes));
                    break;
            }
        }

        throw new InputException($"{label} is broken: it ends before any audio.");
    }

    private static long? DataFrames(uint bytes, long? longBytes, bool unsized, SampleFormat format) => bytes switch
    {
        SizeUnknown when longBytes is > 0 => longBytes.Value / format.BytesPerFrame,
        SizeUnknown => null,
        0 when unsized => null,
        _ => bytes / format.BytesPerFrame,
    };

    private static SampleFormat ReadFormat(Stream stream, string label, uint bytes)
    {
        if (bytes is < 16 or > LargestFormatBytes)
        {
            throw new InputException($"{label} is broken: its format description is {bytes} bytes long.");
        }

        byte[] body = new byte[Padded(bytes)];
        if (!ChunkStream.TryFill(stream, body))
        {
            throw new InputException($"{label} is broken: it ends before any audio.");
        }

        ushort tag = BinaryPrimitives.ReadUInt16LittleEndian(body);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(2));
        uint rateHz = BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(4));
        int bytesPerFrame = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(12));
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(14));
        if (tag == TagExtensible && bytes >= 26)
        {
            tag = BinaryPrimitives.ReadUInt16LittleEndian(body.AsSpan(24));
        }

        SampleEncoding? encoding = (tag, (bits + 7) / 8) switch
        {
            (TagPcm, 1) => SampleEncoding.Unsigned8,
            (TagPcm, 2) => SampleEncoding.Signed16,
            (TagPcm, 3) => SampleEncoding.Signed24,
            (TagPcm, 4) => SampleEncoding.Signed32,
            (TagFloat, 4) => SampleEncoding.Ieee32,
            (TagFloat, 8) => SampleEncoding.Ieee64,
            (TagPcm or TagFloat, _) => throw new InputException($"{label} says that its samples have {bits} bits, which WAV does not have."),
            _ => null,
        };
        if (encoding is not { } known)
        {
            throw new NotSupportedException($"WAV with format tag {tag}");
        }

        SampleFormat format = new(known, BigEndian: false, channels, rateHz);
        return bytesPerFrame == format.BytesPerFrame || channels == 0
            ? format
            : throw new InputException($"{label} is broken: {channels} channels of {bits} bits do not make frames of {bytesPerFrame} bytes.");
    }

    /// <summary>Chunks start at even bytes.</summary>
    private static long Padded(uint bytes) => bytes + (bytes & 1L);
}
