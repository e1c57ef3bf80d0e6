using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>A WAV's description of its samples, as it stands in the file.</summary>
/// <param name="Tag">Kind of the samples; of an extensible format that of its subformat.</param>
/// <param name="Channels">Samples a frame.</param>
/// <param name="SampleRateHz">Frames a second.</param>
/// <param name="BytesPerSecond">Bytes a second; often wrong.</param>
/// <param name="BytesPerFrame">Bytes a frame; sometimes wrong.</param>
/// <param name="Bits">Bits a sample.</param>
internal readonly record struct WavFormatChunk(ushort Tag, int Channels, uint SampleRateHz, uint BytesPerSecond, int BytesPerFrame, int Bits)
{
    /// <summary>The shortest format that tells enough: without bits a sample, as the oldest files have it.</summary>
    public const int LeastBytes = 14;

    private const ushort TagPcm = 1;
    private const ushort TagFloat = 3;
    private const ushort TagExtensible = 0xFFFE;
    private const int BitsAt = 14;
    private const int SubformatAt = 24;
    private const int MostBitsOfSurePcm = 24;
    private const int ProbeBytes = 1 << 20;

    private int BytesPerChannel => Channels > 0 && BytesPerFrame % Channels == 0 ? BytesPerFrame / Channels : 0;

    private int BytesOfBits => (Bits + 7) / 8;

    /// <summary>Reads a format chunk.</summary>
    /// <param name="body">Its body, at least <see cref="LeastBytes"/>.</param>
    /// <param name="bigEndian">Whether numbers stand with their highest byte first.</param>
    /// <returns>The format.</returns>
    public static WavFormatChunk Of(ReadOnlySpan<byte> body, bool bigEndian)
    {
        ushort tag = Word(body, 0, bigEndian);
        if (tag == TagExtensible && body.Length >= SubformatAt + 2)
        {
            // A GUID's first field is a number in the file's byte order; RIFX files have it either way.
            tag = Word(body, SubformatAt, bigEndian);
            tag = tag == 0 && bigEndian && body.Length >= SubformatAt + 4 ? Word(body, SubformatAt + 2, bigEndian) : tag;
            tag = bigEndian && tag is (TagPcm << 8) or (TagFloat << 8) ? (ushort)(tag >> 8) : tag;
        }

        else if (tag == TagExtensible && body.Length >= BitsAt + 2 && Word(body, BitsAt, bigEndian) is > 0 and <= MostBitsOfSurePcm)
        {
            // Extensible without its extension: of these widths there are integers alone.
            tag = TagPcm;
        }

        return new WavFormatChunk(tag, Word(body, 2, bigEndian), Long(body, 4, bigEndian), Long(body, 8, bigEndian), Word(body, 12, bigEndian), body.Length >= BitsAt + 2 ? Word(body, BitsAt, bigEndian) : 0);
    }

    /// <summary>How the samples are stored, judged from all that the format says and, in doubt, from the samples.</summary>
    /// <param name="file">The file.</param>
    /// <param name="data">Where the samples stand.</param>
    /// <param name="bigEndian">Their byte order.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <returns>The format.</returns>
    /// <exception cref="InputException">It has no such samples.</exception>
    /// <exception cref="CodecException">The samples are compressed.</exception>
    public SampleFormat SampleFormatOf(ChunkFile file, DataExtent data, bool bigEndian, string label)
    {
        if (Tag is not (TagPcm or TagFloat))
        {
            throw new CodecException(label, WavCodecs.NameOf(Tag));
        }

        if (Channels == 0)
        {
            throw new InputException($"{label} says that it has no channel.");
        }

        return Tag == TagPcm ? IntegerFormat(file, data, bigEndian, label) : FloatFormat(bigEndian, label);
    }

    private static ushort Word(ReadOnlySpan<byte> body, int at, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt16BigEndian(body[at..]) : BinaryPrimitives.ReadUInt16LittleEndian(body[at..]);

    private static uint Long(ReadOnlySpan<byte> body, int at, bool bigEndian) =>
        bigEndian ? BinaryPrimitives.ReadUInt32BigEndian(body[at..]) : BinaryPrimitives.ReadUInt32LittleEndian(body[at..]);

    private static SampleEncoding? Integer(int bytes) => bytes switch
    {
        1 => SampleEncoding.Unsigned8,
        2 => SampleEncoding.Signed16,
        3 => SampleEncoding.Signed24,
        4 => SampleEncoding.Signed32,
        _ => null,
    };

    private SampleFormat FloatFormat(bool bigEndian, string label) => (Bits, BytesPerChannel) switch
    {
        (32, _) or (0, 4) => new SampleFormat(SampleEncoding.Ieee32, bigEndian, Channels, SampleRateHz),
        (64, _) or (0, 8) => new SampleFormat(SampleEncoding.Ieee64, bigEndian, Channels, SampleRateHz),
        _ => throw NoSuchBits(label),
    };

    private SampleFormat IntegerFormat(ChunkFile file, DataExtent data, bool bigEndian, string label)
    {
        int bytes = Bits == 0 ? BytesPerChannel : BytesOfBits;
        SampleFormat packed = new(Integer(bytes) ?? throw NoSuchBits(label), bigEndian, Channels, SampleRateHz);
        int container = BytesPerChannel;
        if (container <= bytes || Integer(container) is not { } wide)
        {
            // The frame's length agrees, or it is wrong: counted in bits, left at 0, or another format's.
            return packed;
        }

        // Samples in wider containers: at the top as the standard has it, or at the bottom with their sign continued.
        SampleFormat atTop = packed with { Encoding = wide };
        return new ContainerProbe(file, data, ProbeBytes, container, bytes, bigEndian).Look() switch
        {
            ContainerUse.AtTop => atTop,
            ContainerUse.AtBottom => packed with { ContainerBytes = container },
            _ => bytes == 3 && BytesPerSecond != SampleRateHz * (uint)(Channels * bytes) ? atTop : packed,
        };
    }

    private InputException NoSuchBits(string label) => new($"{label} says that its samples have {Bits} bits, which WAV does not have.");
}
