namespace FaderStager.Rehearsal.Stems;

/// <summary>The head of one MP3 frame.</summary>
/// <param name="Bits">Its four bytes.</param>
/// <remarks><b>Source:</b> ISO/IEC 11172-3 and 13818-3, 2.4.2.3; MPEG 2.5 as it is usual.</remarks>
internal readonly record struct Mp3Header(uint Bits)
{
    /// <summary>Bytes of a frame's head.</summary>
    public const int Bytes = 4;

    private const int Layer3 = 1;
    private const int Mpeg1 = 3;
    private const int Mono = 3;
    private const int CrcBytes = 2;

    // Version, layer, rate: what all frames of a file share.
    private const uint Shared = 0xFFFE_0C00;
    private const uint NoCrc = 0x0001_0000;

    private static readonly int[] KbitsOfMpeg1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
    private static readonly int[] KbitsOfMpeg2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
    private static readonly int[] RatesOfMpeg1 = [44_100, 48_000, 32_000];

    /// <summary>Whether it is one whose length can be told. Free rates, which no encoder uses unasked, are not.</summary>
    public bool IsSound =>
        Bits >> 21 == 0x7FF && Version != 1 && Layer == Layer3
        && KbitIndex is > 0 and < 15 && RateIndex < 3;

    /// <summary>Frames of audio in it.</summary>
    public int Samples => Version == Mpeg1 ? 1152 : 576;

    /// <summary>Frames of audio a second.</summary>
    public int RateHz => RatesOfMpeg1[RateIndex] >> (Version == Mpeg1 ? 0 : Version == 2 ? 1 : 2);

    /// <summary>Bytes of the whole frame.</summary>
    public int Length => (Samples / 8 * 1000 * (Version == Mpeg1 ? KbitsOfMpeg1 : KbitsOfMpeg2)[KbitIndex] / RateHz) + (int)((Bits >> 9) & 1);

    /// <summary>Bytes that say how the samples are packed.</summary>
    public int SideBytes => (Version == Mpeg1, Bits >> 6 & 3) switch
    {
        (true, Mono) => 17,
        (true, _) => 32,
        (false, Mono) => 9,
        (false, _) => 17,
    };

    /// <summary>Where its packed samples start.</summary>
    public int BodyStart => Bytes + SideBytes + ((Bits & NoCrc) == 0 ? CrcBytes : 0);

    private int Version => (int)(Bits >> 19) & 3;

    private int Layer => (int)(Bits >> 17) & 3;

    private int KbitIndex => (int)(Bits >> 12) & 15;

    private int RateIndex => (int)(Bits >> 10) & 3;

    /// <summary>Reads a head.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="at">Where.</param>
    /// <returns>The head, sound or not.</returns>
    public static Mp3Header At(ReadOnlySpan<byte> bytes, int at) => at < 0 || at > bytes.Length - Bytes
        ? default
        : new Mp3Header(System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(bytes[at..]));

    /// <summary>Whether another head can be one of the same file.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Whether it can.</returns>
    public bool IsAlike(Mp3Header other) => ((Bits ^ other.Bits) & Shared) == 0;

    /// <summary>How many bytes before this frame its samples begin: they may lie in frames before it.</summary>
    /// <param name="frame">The frame.</param>
    /// <returns>Bytes.</returns>
    public int BytesBefore(ReadOnlySpan<byte> frame)
    {
        int side = BodyStart - SideBytes;
        return Version == Mpeg1 ? (frame[side] << 1) | (frame[side + 1] >> 7) : frame[side];
    }

    /// <summary>Makes a frame silent: no samples are packed in it. What others have packed into its body stays.</summary>
    /// <param name="frame">The frame.</param>
    public void Silence(Span<byte> frame)
    {
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(frame, Bits | NoCrc);
        frame.Slice(Bytes, SideBytes).Clear();
    }
}
