using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Finds the samples of a Core Audio file that holds PCM.</summary>
/// <remarks><b>Source:</b> Apple Core Audio Format Specification 1.0. All numbers but samples stand with their highest byte first.</remarks>
internal static class CafFormat
{
    private const int StartBytes = 12;
    private const int HeadBytes = 12;
    private const int FirstChunk = 8;
    private const int DescriptionBytes = 32;
    private const int EditCountBytes = 4;
    private const uint FloatFlag = 1;
    private const uint LittleEndianFlag = 2;

    /// <summary>Whether a file has these bytes where it starts.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is a Core Audio file.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) => start.Length >= StartBytes && start.StartsWith("caff"u8);

    /// <summary>Finds the samples.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="origin">Where the file starts in it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="InputException">The head is broken.</exception>
    /// <exception cref="CodecException">The samples are compressed, or packed as only ffmpeg reads them.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PcmLayout Find(Stream stream, long origin, string label)
    {
        ChunkFile file = new(stream, bigEndian: true);
        SampleFormat? format = null;
        DataExtent? data = null;
        Span<byte> head = stackalloc byte[HeadBytes];
        long at = origin + FirstChunk;
        for (int count = 0; count < ChunkFile.MostChunks && data is null && file.TryRead(at, head); count++)
        {
            long size = BinaryPrimitives.ReadInt64BigEndian(head[4..]);
            long body = at + HeadBytes;
            if (head.StartsWith("desc"u8) && size >= DescriptionBytes)
            {
                format = ReadDescription(file, body, label);
            }
            else if (head.StartsWith("data"u8))
            {
                data = DataExtent.OfLong(file, body + EditCountBytes, size - EditCountBytes);
            }

            if (size < 0 || size > file.Length - body)
            {
                break;
            }

            at = body + size;
        }

        return (format, data) switch
        {
            (_, null) => throw new InputException($"{label} is broken: it ends before any audio."),
            (_, { Bytes: 0 }) => throw new InputException($"{label} holds no audio: its length is 0."),
            (null, _) => throw new InputException($"{label} is broken: its audio comes without a description of the format."),
            ({ } known, { } extent) => PcmLayout.Of(known, extent),
        };
    }

    private static SampleFormat? ReadDescription(ChunkFile file, long body, string label)
    {
        Span<byte> text = stackalloc byte[DescriptionBytes];
        if (!file.TryRead(body, text))
        {
            return null;
        }

        double rateHz = BinaryPrimitives.ReadDoubleBigEndian(text);
        uint flags = BinaryPrimitives.ReadUInt32BigEndian(text[12..]);
        uint bytes = BinaryPrimitives.ReadUInt32BigEndian(text[16..]);
        uint channels = BinaryPrimitives.ReadUInt32BigEndian(text[24..]);
        uint bits = BinaryPrimitives.ReadUInt32BigEndian(text[28..]);
        SampleEncoding? encoding = (text[8..].StartsWith("lpcm"u8), (flags & FloatFlag) != 0, bits) switch
        {
            (true, true, 32) => SampleEncoding.Ieee32,
            (true, true, 64) => SampleEncoding.Ieee64,
            (true, false, 8) => SampleEncoding.Signed8,
            (true, false, 16) => SampleEncoding.Signed16,
            (true, false, 24) => SampleEncoding.Signed24,
            (true, false, 32) => SampleEncoding.Signed32,
            _ => null,
        };
        if (channels == 0)
        {
            throw new InputException($"{label} says that it has no channel.");
        }

        SampleFormat format = new(encoding ?? SampleEncoding.Signed16, (flags & LittleEndianFlag) == 0, (int)Math.Min(channels, ushort.MaxValue), rateHz);
        return encoding is null || bytes != format.BytesPerFrame
            ? throw new CodecException(label, text[8..].StartsWith("lpcm"u8) ? $"of {bits} bits in a packing of their own" : "compressed")
            : format;
    }
}
