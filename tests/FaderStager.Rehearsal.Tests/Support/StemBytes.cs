using System.Buffers.Binary;
using System.Text;

namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>Writes audio files byte by byte, right ones and broken ones.</summary>
internal static class StemBytes
{
    private static readonly byte[] PcmGuidTail = [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71];

    /// <summary>A WAV of interleaved samples.</summary>
    public static byte[] Wav(int bits, bool isFloat, int channels, int rateHz, float[] samples, bool extensible = false, byte[]? before = null) =>
        Wav((ushort)(isFloat ? 3 : 1), bits, channels, rateHz, Encode(bits, isFloat, samples, bigEndian: false), extensible, before);

    public static byte[] Wav(ushort tag, int bits, int channels, int rateHz, byte[] data, bool extensible = false, byte[]? before = null)
    {
        byte[] format = new byte[extensible ? 40 : 16];
        BinaryPrimitives.WriteUInt16LittleEndian(format, extensible ? (ushort)0xFFFE : tag);
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(2), (ushort)channels);
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(4), (uint)rateHz);
        BinaryPrimitives.WriteUInt32LittleEndian(format.AsSpan(8), (uint)(rateHz * channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(12), (ushort)(channels * bits / 8));
        BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(14), (ushort)bits);
        if (extensible)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(16), 22);
            BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(18), (ushort)bits);
            BinaryPrimitives.WriteUInt16LittleEndian(format.AsSpan(24), tag);
            PcmGuidTail.CopyTo(format, 26);
        }

        return Riff("RIFF", [.. before ?? [], .. Chunk("fmt ", format), .. Chunk("data", data)]);
    }

    /// <summary>An RF64 whose data chunk has its length in ds64 only.</summary>
    public static byte[] Rf64(int rateHz, float[] samples)
    {
        byte[] data = Encode(32, isFloat: true, samples, bigEndian: false);
        byte[] sizes = new byte[28];
        BinaryPrimitives.WriteInt64LittleEndian(sizes.AsSpan(8), data.Length);
        byte[] body = Wav(32, isFloat: true, 1, rateHz, samples, before: Chunk("ds64", sizes));
        "RF64"u8.CopyTo(body);
        body.AsSpan(4, 4).Fill(0xFF);
        body.AsSpan(body.Length - data.Length - 4, 4).Fill(0xFF);
        return [.. body, .. "LIST after the samples"u8];
    }

    public static byte[] Aiff(int bits, bool isFloat, int channels, byte[] rate, float[] samples, string? compression = null)
    {
        byte[] data = Encode(bits, isFloat, samples, bigEndian: compression != "sowt");
        byte[] common = new byte[compression is null ? 18 : 24];
        BinaryPrimitives.WriteUInt16BigEndian(common, (ushort)channels);
        BinaryPrimitives.WriteUInt32BigEndian(common.AsSpan(2), (uint)(samples.Length / channels));
        BinaryPrimitives.WriteUInt16BigEndian(common.AsSpan(6), (ushort)bits);
        rate.CopyTo(common, 8);
        if (compression is not null)
        {
            Encoding.ASCII.GetBytes(compression).CopyTo(common, 18);
        }

        byte[] sound = [0, 0, 0, 0, 0, 0, 0, 0, .. data];
        byte[] body = [.. Encoding.ASCII.GetBytes(compression is null ? "AIFF" : "AIFC"), .. BigChunk("COMM", common), .. BigChunk("NAME", [1, 2, 3]), .. BigChunk("SSND", sound)];
        return BigChunk("FORM", body);
    }

    /// <summary>44,100 as the 80-bit float that AIFF stores: exponent 16383 + 15, mantissa 0xAC44 at the top.</summary>
    public static byte[] Rate44100 => [0x40, 0x0E, 0xAC, 0x44, 0, 0, 0, 0, 0, 0];

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] BigChunk(string name, byte[] body)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(size, (uint)body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. body, .. new byte[body.Length & 1]];
    }

    private static byte[] Riff(string name, byte[] chunks)
    {
        byte[] size = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)(chunks.Length + 4));
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. "WAVE"u8, .. chunks];
    }

    private static byte[] Encode(int bits, bool isFloat, float[] samples, bool bigEndian)
    {
        int width = bits / 8;
        byte[] bytes = new byte[samples.Length * width];
        for (int i = 0; i < samples.Length; i++)
        {
            Span<byte> at = bytes.AsSpan(i * width, width);
            if (isFloat)
            {
                byte[] value = width == 4 ? BitConverter.GetBytes(samples[i]) : BitConverter.GetBytes((double)samples[i]);
                value.CopyTo(at);
            }
            else
            {
                long value = (long)Math.Clamp(Math.Round(samples[i] * Math.Pow(2, bits - 1)), -Math.Pow(2, bits - 1), Math.Pow(2, bits - 1) - 1);
                value += bits == 8 && !bigEndian ? 128 : 0;
                for (int b = 0; b < width; b++)
                {
                    at[b] = (byte)(value >> (8 * b));
                }
            }

            if (bigEndian)
            {
                at.Reverse();
            }
        }

        return bytes;
    }
}
