using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Finds the samples of a Wave64: chunks as in a WAV, with 128-bit names and 64-bit lengths.</summary>
/// <remarks><b>Source:</b> Sony Wave64 file format, 2006. A chunk's length counts its head, and chunks start at multiples of 8 bytes.</remarks>
internal static class W64Format
{
    private const int StartBytes = 12;
    private const int HeadBytes = 24;
    private const int FirstChunk = 40;
    private const int Alignment = 8;
    private const int LargestFormatBytes = 65_536;

    private static ReadOnlySpan<byte> Riff => [(byte)'r', (byte)'i', (byte)'f', (byte)'f', 0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB];

    private static ReadOnlySpan<byte> Wave => [0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A];

    /// <summary>Whether a file has these bytes where it starts.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is a Wave64.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) => start.Length >= StartBytes && start.StartsWith(Riff);

    /// <summary>Finds the samples.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="origin">Where the file starts in it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="InputException">The head is broken.</exception>
    /// <exception cref="CodecException">The samples are compressed.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PcmLayout Find(Stream stream, long origin, string label)
    {
        ChunkFile file = new(stream, bigEndian: false);
        WavFormatChunk? format = null;
        DataExtent? data = null;
        Span<byte> head = stackalloc byte[HeadBytes];
        long at = origin + FirstChunk;
        for (int count = 0; count < ChunkFile.MostChunks && data is null or { Bytes: 0 } && file.TryRead(at, head); count++)
        {
            long size = BinaryPrimitives.ReadInt64LittleEndian(head[16..]) - HeadBytes;
            long body = at + HeadBytes;
            bool isOfWave = head[4..16].SequenceEqual(Wave);
            if (isOfWave && head.StartsWith("data"u8))
            {
                data = DataExtent.OfLong(file, body, size);
                size = data.Value.Bytes;
            }
            else if (isOfWave && head.StartsWith("fmt "u8) && size is >= WavFormatChunk.LeastBytes and <= LargestFormatBytes)
            {
                byte[] text = new byte[size];
                format = file.TryRead(body, text) ? WavFormatChunk.Of(text, bigEndian: false) : null;
            }

            if (size < 0 || size > file.Length - body)
            {
                break;
            }

            at = origin + ((body - origin + size + Alignment - 1) / Alignment * Alignment);
        }

        return (format, data) switch
        {
            (_, null) => throw new InputException($"{label} is broken: it ends before any audio."),
            (_, { Bytes: 0 }) => throw new InputException($"{label} holds no audio: its length is 0."),
            (null, _) => throw new InputException($"{label} is broken: its audio comes without a description of the format."),
            ({ } known, { } extent) => PcmLayout.Of(known.SampleFormatOf(file, extent, bigEndian: false, label), extent),
        };
    }
}
