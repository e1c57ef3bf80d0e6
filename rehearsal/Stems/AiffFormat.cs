using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Finds the samples of an AIFF or AIFC: PCM of 8 to 32 bits in either byte order, float of 32 and 64.</summary>
/// <remarks>
/// Where an AIFC's compression type names a width, the type decides. <b>Source:</b> Apple, Audio Interchange File Format 1.3
/// (1989), AIFF-C draft (1991), and the types that QuickTime added.
/// </remarks>
public static class AiffFormat
{
    private const int HeadBytes = 12;
    private const int CommonBytes = 18;
    private const int LargestCommonBytes = 65_536;
    private const int SoundHeadBytes = 8;

    /// <summary>Whether a file has these bytes where it starts.</summary>
    /// <param name="start">The first 12 bytes.</param>
    /// <returns>Whether it is an AIFF or AIFC.</returns>
    public static bool Matches(ReadOnlySpan<byte> start) =>
        start.Length >= HeadBytes && start.StartsWith("FORM"u8) && (start[8..].StartsWith("AIFF"u8) || start[8..].StartsWith("AIFC"u8));

    /// <summary>Finds the samples.</summary>
    /// <param name="stream">A stream that can seek.</param>
    /// <param name="origin">Where the AIFF starts in it.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The layout.</returns>
    /// <exception cref="InputException">The head is broken.</exception>
    /// <exception cref="CodecException">The samples are compressed.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static PcmLayout Find(Stream stream, long origin, string label)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        ChunkFile file = new(stream, bigEndian: true);
        if (!file.TryRead(origin, head) || !Matches(head))
        {
            throw new InputException($"{label} is not an AIFF file.");
        }

        (SampleFormat Format, long Frames)? common = null;
        DataExtent? sound = null;
        long at = origin + HeadBytes;
        for (int count = 0; count < ChunkFile.MostChunks && file.At(at) is { } chunk; count++)
        {
            long end = chunk.End;
            if (chunk.Name == "COMM" && common is null)
            {
                common = ReadCommon(file, chunk, label);
            }
            else if (chunk.Name == "SSND" && sound is null)
            {
                sound = FindSound(file, chunk);
                end = sound.Value.End;
            }

            at = file.After(end, ((end - chunk.BodyStart) & 1) != 0);
        }

        if (common is not { } known)
        {
            throw new InputException(sound is null
                ? $"{label} is broken: it ends before any audio."
                : $"{label} is broken: its audio comes without a description of the format.");
        }

        return sound is { } extent
            ? LayoutOf(known.Format, known.Frames, extent, label)
            : throw new InputException(known.Frames == 0 ? $"{label} holds no audio: its length is 0." : $"{label} is broken: it ends before any audio.");
    }

    /// <summary>The samples behind the sound chunk's own head: how far they stand from it, and a block size that nobody uses.</summary>
    private static DataExtent FindSound(ChunkFile file, Chunk chunk)
    {
        Span<byte> soundHead = stackalloc byte[SoundHeadBytes];
        long offset = file.TryRead(chunk.BodyStart, soundHead) ? BinaryPrimitives.ReadUInt32BigEndian(soundHead) : 0;
        offset = chunk.BodyStart + SoundHeadBytes + offset < file.Length ? offset : 0;
        long start = Math.Min(chunk.BodyStart + SoundHeadBytes + offset, file.Length);
        long lead = SoundHeadBytes + offset;
        if (chunk.Size is 0 or SoundHeadBytes)
        {
            return chunk.Size == 0 && file.HasChunkAt(chunk.BodyStart)
                ? new DataExtent(chunk.BodyStart, 0)
                : DataExtent.Find(file, start, 0);
        }

        DataExtent whole = DataExtent.Find(file, chunk.BodyStart, chunk.Size);
        return whole with
        {
            StartByte = start,
            Bytes = Math.Max(0, whole.Bytes - lead),
            PromisedBytes = whole.PromisedBytes is { } promised ? Math.Max(0, promised - lead) : null,
        };
    }

    /// <summary>Two counts say how long the audio is. What is not in the sound chunk is no audio, whatever the other says.</summary>
    private static PcmLayout LayoutOf(SampleFormat format, long frames, DataExtent extent, string label)
    {
        if (format.Channels == 0)
        {
            throw new InputException($"{label} says that it has no channel.");
        }

        PcmLayout layout = PcmLayout.Of(format, extent);
        long there = layout.Frames ?? 0;
        if (frames is 0 or uint.MaxValue or int.MaxValue)
        {
            return layout;
        }

        return frames <= there
            ? layout with { Frames = frames, PromisedFrames = null }
            : layout with { PromisedFrames = frames };
    }

    private static (SampleFormat Format, long Frames) ReadCommon(ChunkFile file, Chunk chunk, string label)
    {
        if (chunk.Size is < CommonBytes or > LargestCommonBytes)
        {
            throw new InputException($"{label} is broken: its format description is {chunk.Size} bytes long.");
        }

        byte[] body = new byte[chunk.Size];
        if (!file.TryRead(chunk.BodyStart, body))
        {
            throw new InputException($"{label} is broken: it ends before any audio.");
        }

        int channels = BinaryPrimitives.ReadUInt16BigEndian(body);
        long frames = BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(2));
        int bits = BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(6));
        double rateHz = ReadExtended(body.AsSpan(8, 10));
        string type = body.Length >= CommonBytes + 4 ? new Chunk(BinaryPrimitives.ReadUInt32BigEndian(body.AsSpan(CommonBytes)), 0, 0).Name : "NONE";
        (SampleEncoding? encoding, bool bigEndian) = type switch
        {
            "NONE" => (Integer(bits), true),
            "twos" => (Integer(bits == 0 ? 16 : bits), true),
            "sowt" => (Integer(bits == 0 ? 16 : bits), false),
            "in24" => (SampleEncoding.Signed24, true),
            "42ni" => (SampleEncoding.Signed24, false),
            "in32" => (SampleEncoding.Signed32, true),
            "23ni" => (SampleEncoding.Signed32, false),
            "raw " => (SampleEncoding.Unsigned8, true),
            "fl32" or "FL32" => (SampleEncoding.Ieee32, true),
            "fl64" or "FL64" => (SampleEncoding.Ieee64, true),
            _ => throw new CodecException(label, CodecName(type)),
        };
        return encoding is { } known
            ? (new SampleFormat(known, bigEndian, channels, rateHz), frames)
            : throw new InputException($"{label} says that its samples have {bits} bits, which AIFF does not have.");
    }

    private static SampleEncoding? Integer(int bits) => ((bits + 7) / 8) switch
    {
        1 => SampleEncoding.Signed8,
        2 => SampleEncoding.Signed16,
        3 => SampleEncoding.Signed24,
        4 => SampleEncoding.Signed32,
        _ => null,
    };

    private static string CodecName(string type) => type switch
    {
        "alaw" or "ALAW" => "A-law",
        "ulaw" or "ULAW" => "µ-law",
        "ima4" => "IMA ADPCM",
        "MAC3" or "MAC6" => "MACE",
        _ => $"compressed ({SafeText.Of(type)})",
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
