using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Opens AIFF and AIFC: PCM of 8 to 32 bits in either byte order, float of 32 and 64.</summary>
/// <remarks><b>Source:</b> Apple, Audio Interchange File Format 1.3 (1989) and AIFF-C draft (1991).</remarks>
public static class AiffFormat
{
    private const int CommonBytes = 18;
    private const int LargestCommonBytes = 65_536;

    /// <summary>Whether a file that starts with these bytes is an AIFF or AIFC.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && ChunkStream.Name(start) == "FORM" && ChunkStream.Name(start[8..]) is "AIFF" or "AIFC";

    /// <summary>Reads the head and leaves the stream at the first sample.</summary>
    /// <param name="stream">A stream that can seek, at its start; the reader disposes it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The reader.</returns>
    /// <exception cref="InputException">The head is broken, or what it describes cannot be staged.</exception>
    /// <exception cref="NotSupportedException">The samples are compressed.</exception>
    public static PcmReader Open(Stream stream, string label)
    {
        Span<byte> head = stackalloc byte[12];
        if (!ChunkStream.TryFill(stream, head) || !Matches(head))
        {
            throw new InputException($"{label} is not an AIFF file.");
        }

        (SampleFormat Format, long Frames)? common = null;
        long? soundStart = null;
        Span<byte> chunk = stackalloc byte[8];
        Span<byte> offset = stackalloc byte[8];
        while ((common is null || soundStart is null) && ChunkStream.TryFill(stream, chunk))
        {
            uint bytes = BinaryPrimitives.ReadUInt32BigEndian(chunk[4..]);
            long next = stream.Position + bytes + (bytes & 1);
            switch (ChunkStream.Name(chunk))
            {
                case "COMM":
                    common = ReadCommon(stream, label, bytes);
                    break;
                case "SSND" when ChunkStream.TryFill(stream, offset):
                    soundStart = stream.Position + BinaryPrimitives.ReadUInt32BigEndian(offset);
                    break;
                default:
                    break;
            }

            stream.Position = Math.Min(next, stream.Length);
        }

        if (common is not { } known)
        {
            throw new InputException($"{label} is broken: its audio comes without a description of the format.");
        }

        if (known.Frames > 0 && soundStart is null)
        {
            throw new InputException($"{label} is broken: it ends before any audio.");
        }

        stream.Position = Math.Min(soundStart ?? stream.Length, stream.Length);
        return new PcmReader(stream, label, known.Format, known.Frames);
    }

    private static (SampleFormat Format, long Frames) ReadCommon(Stream stream, string label, uint bytes)
    {
        if (bytes is < CommonBytes or > LargestCommonBytes)
        {
            throw new InputException($"{label} is broken: its format description is {bytes} bytes long.");
        }

        byte[] body = new byte[bytes];
        if (!ChunkStream.TryFill(stream, body))
        {
            throw new InputException($"{label} is broken: it ends before any audio.");
        }

        int channels = BinaryPrimitives.ReadUInt16BigEndian(body);
        long frames = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(2));
        int bits = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(6));
        double rateHz = ReadExtended(body.AsSpan(8, 10));
        string compression = bytes >= CommonBytes + 4 ? ChunkStream.Name(body.AsSpan(CommonBytes)) : "NONE";
        (SampleEncoding? encoding, bool bigEndian) = compression switch
        {
            "NONE" or "twos" or "in24" or "in32" => (Integer((bits + 7) / 8), true),
            "sowt" => (Integer((bits + 7) / 8), false),
            "fl32" or "FL32" => (SampleEncoding.Ieee32, true),
            "fl64" or "FL64" => (SampleEncoding.Ieee64, true),
            _ => throw new NotSupportedException($"AIFC with compression {compression}"),
        };
        return encoding is { } known
            ? (new SampleFormat(known, bigEndian, channels, rateHz), frames)
            : throw new InputException($"{label} says that its samples have {bits} bits, which AIFF does not have.");
    }

    private static SampleEncoding? Integer(int bytes) => bytes switch
    {
        1 => SampleEncoding.Signed8,
        2 => SampleEncoding.Signed16,
        3 => SampleEncoding.Signed24,
        4 => SampleEncoding.Signed32,
        _ => null,
    };

    /// <summary>The 80-bit extended float that AIFF stores its rate in: sign, 15 bits of exponent, 64 of mantissa with its leading 1.</summary>
    private static double ReadExtended(ReadOnlySpan<byte> bytes)
    {
        int exponent = BinaryPrimitives.ReadUInt16BigEndian(bytes) & 0x7FFF;
        double mantissa = BinaryPrimitives.ReadUInt64BigEndian(bytes[2..]);
        double magnitude = Math.ScaleB(mantissa, exponent - 16383 - 63);
        return (bytes[0] & 0x80) == 0 ? magnitude : -magnitude;
    }
}
