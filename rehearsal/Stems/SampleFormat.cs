using System.Buffers.Binary;

namespace FaderStager.Rehearsal.Stems;

/// <summary>The layout of interleaved samples in a file.</summary>
/// <param name="Encoding">How a sample is stored.</param>
/// <param name="BigEndian">Whether the most significant byte comes first.</param>
/// <param name="Channels">Samples a frame.</param>
/// <param name="SampleRateHz">Frames a second.</param>
public readonly record struct SampleFormat(SampleEncoding Encoding, bool BigEndian, int Channels, double SampleRateHz)
{
    /// <summary>Bytes of one sample.</summary>
    public int BytesPerSample => Encoding switch
    {
        SampleEncoding.Unsigned8 or SampleEncoding.Signed8 => 1,
        SampleEncoding.Signed16 => 2,
        SampleEncoding.Signed24 => 3,
        SampleEncoding.Signed32 or SampleEncoding.Ieee32 => 4,
        _ => 8,
    };

    /// <summary>Bytes that one sample takes up; more than it has where it stands at the bottom of a wider container, 0 = as many.</summary>
    public int ContainerBytes { get; init; }

    /// <summary>Bytes of one frame.</summary>
    public int BytesPerFrame => Stride * Channels;

    private int Stride => Math.Max(ContainerBytes, BytesPerSample);

    /// <summary>Turns one channel of interleaved bytes into samples, full scale = 1.</summary>
    /// <param name="frames">Whole frames.</param>
    /// <param name="channel">Which channel.</param>
    /// <param name="samples">Takes one sample a frame.</param>
    public void Decode(ReadOnlySpan<byte> frames, int channel, Span<float> samples)
    {
        int step = BytesPerFrame;
        int at = (channel * Stride) + (BigEndian ? Stride - BytesPerSample : 0);
        int width = BytesPerSample;
        switch (Encoding, BigEndian)
        {
            case (SampleEncoding.Signed16, false):
                for (int i = 0; i < samples.Length; i++, at += step)
                {
                    samples[i] = BinaryPrimitives.ReadInt16LittleEndian(frames[at..]) * (1f / 32768);
                }

                break;
            case (SampleEncoding.Signed24, false):
                for (int i = 0; i < samples.Length; i++, at += step)
                {
                    int value = frames[at] | (frames[at + 1] << 8) | ((sbyte)frames[at + 2] << 16);
                    samples[i] = value * (1f / 8388608);
                }

                break;
            case (SampleEncoding.Ieee32, false):
                for (int i = 0; i < samples.Length; i++, at += step)
                {
                    samples[i] = BinaryPrimitives.ReadSingleLittleEndian(frames[at..]);
                }

                break;
            default:
                for (int i = 0; i < samples.Length; i++, at += step)
                {
                    samples[i] = DecodeOne(frames.Slice(at, width));
                }

                break;
        }
    }

    private float DecodeOne(ReadOnlySpan<byte> bytes) => (Encoding, BigEndian) switch
    {
        (SampleEncoding.Unsigned8, _) => (bytes[0] - 128) * (1f / 128),
        (SampleEncoding.Signed8, _) => (sbyte)bytes[0] * (1f / 128),
        (SampleEncoding.Signed16, _) => BinaryPrimitives.ReadInt16BigEndian(bytes) * (1f / 32768),
        (SampleEncoding.Signed24, _) => (((sbyte)bytes[0] << 16) | (bytes[1] << 8) | bytes[2]) * (1f / 8388608),
        (SampleEncoding.Signed32, false) => BinaryPrimitives.ReadInt32LittleEndian(bytes) * (1f / 2147483648),
        (SampleEncoding.Signed32, true) => BinaryPrimitives.ReadInt32BigEndian(bytes) * (1f / 2147483648),
        (SampleEncoding.Ieee32, _) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        (SampleEncoding.Ieee64, false) => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => (float)BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };
}
