using System.Buffers.Binary;
using System.Text;

namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>WAV and AIFF files as people really have them. All hold the same sine, so all read alike.</summary>
internal static class OddStems
{
    public const int RateHz = 8000;
    public const double Seconds = 2;
    public const double Amplitude = 0.25;

    private const string PcmGuid = "\u0000\u0000\u0000\u0000\u0010\u0000\u0080\u0000\u0000\u00aa\u0000\u0038\u009b\u0071";

    private static readonly float[] Sine = Signals.Sine(440, Amplitude, Seconds, RateHz);
    private static readonly byte[] Noise = [.. Enumerable.Repeat<byte[]>([0x7F, 0xFF, 0x80, 0x01], 5000).SelectMany(bytes => bytes)];
    private static readonly byte[] Pcm16 = Integers(16, 16, false);

    /// <summary>Every file by the name that says what is odd about it.</summary>
    public static IReadOnlyDictionary<string, byte[]> All { get; } = Make();

    /// <summary>The sine as integers.</summary>
    public static byte[] Integers(int bits, int containerBits, bool bigEndian, bool atBottom = false, int offset = 0)
    {
        int width = containerBits / 8;
        byte[] bytes = new byte[Sine.Length * width];
        for (int i = 0; i < Sine.Length; i++)
        {
            long value = (long)Math.Round(Sine[i] * (Math.Pow(2, bits - 1) - 1)) + offset;
            value = atBottom ? value : value << (containerBits - bits);
            Span<byte> at = bytes.AsSpan(i * width, width);
            for (int b = 0; b < width; b++)
            {
                at[bigEndian ? width - 1 - b : b] = (byte)(value >> (8 * b));
            }
        }

        return bytes;
    }

    /// <summary>The sine as floats.</summary>
    public static byte[] Floats(int bits, bool bigEndian)
    {
        byte[] bytes = new byte[Sine.Length * bits / 8];
        for (int i = 0; i < Sine.Length; i++)
        {
            Span<byte> at = bytes.AsSpan(i * bits / 8, bits / 8);
            if (bits == 32)
            {
                BinaryPrimitives.WriteSingleLittleEndian(at, Sine[i]);
            }
            else
            {
                BinaryPrimitives.WriteDoubleLittleEndian(at, Sine[i]);
            }

            if (bigEndian)
            {
                at.Reverse();
            }
        }

        return bytes;
    }

    /// <summary>A chunk whose head may say another length, with or without its pad byte.</summary>
    public static byte[] Chunk(string name, byte[] body, uint? size = null, bool bigEndian = false, bool pads = true)
    {
        byte[] head = new byte[8];
        _ = Encoding.Latin1.GetBytes(name, head);
        Write(head.AsSpan(4), size ?? (uint)body.Length, bigEndian);
        return [.. head, .. body, .. new byte[pads ? body.Length & 1 : 0]];
    }

    /// <summary>A RIFF file of chunks.</summary>
    public static byte[] Riff(IEnumerable<byte[]> chunks, string name = "RIFF", uint? size = null)
    {
        byte[] body = [.. "WAVE"u8, .. chunks.SelectMany(chunk => chunk)];
        return Chunk(name, body, size, bigEndian: name == "RIFX", pads: false);
    }

    /// <summary>A format chunk.</summary>
    public static byte[] Format(int tag = 1, int channels = 1, int bits = 16, int? align = null, long? bytesPerSecond = null, bool bigEndian = false, byte[]? more = null)
    {
        byte[] body = new byte[16];
        int frame = align ?? channels * ((bits + 7) / 8);
        Write(body.AsSpan(0, 2), (uint)tag, bigEndian);
        Write(body.AsSpan(2, 2), (uint)channels, bigEndian);
        Write(body.AsSpan(4, 4), RateHz, bigEndian);
        Write(body.AsSpan(8, 4), (uint)(bytesPerSecond ?? (long)RateHz * frame), bigEndian);
        Write(body.AsSpan(12, 2), (uint)frame, bigEndian);
        Write(body.AsSpan(14, 2), (uint)bits, bigEndian);
        return Chunk("fmt ", [.. body, .. more ?? []], bigEndian: bigEndian);
    }

    /// <summary>The end of an extensible format.</summary>
    public static byte[] Extension(int tag, int validBits, int size = 22, bool bigEndian = false)
    {
        byte[] more = new byte[10];
        Write(more.AsSpan(0, 2), (uint)size, bigEndian);
        Write(more.AsSpan(2, 2), (uint)validBits, bigEndian);
        Write(more.AsSpan(4, 4), 4, bigEndian);
        Write(more.AsSpan(8, 2), (uint)tag, bigEndian: false);
        return [.. more, .. Encoding.Latin1.GetBytes(PcmGuid), .. new byte[size - 22]];
    }

    /// <summary>An AIFC, whose two counts of frames may be wrong.</summary>
    public static byte[] Aifc(string type, int bits, byte[] samples, uint? frames = null, uint? soundBytes = null, byte[]? tail = null, bool soundFirst = false, byte[]? name = null, bool pads = true)
    {
        byte[] common = new byte[18];
        BinaryPrimitives.WriteUInt16BigEndian(common, 1);
        BinaryPrimitives.WriteUInt32BigEndian(common.AsSpan(2), frames ?? (uint)Sine.Length);
        BinaryPrimitives.WriteUInt16BigEndian(common.AsSpan(6), (ushort)bits);
        Rate8000.CopyTo(common, 8);
        byte[] comm = Chunk("COMM", type.Length == 0 ? common : [.. common, .. Encoding.ASCII.GetBytes(type), .. name ?? [0, 0]], bigEndian: true, pads: pads);
        byte[] sound = Chunk("SSND", [.. new byte[8], .. samples], soundBytes, bigEndian: true, pads: pads);
        byte[] kind = Encoding.ASCII.GetBytes(type.Length == 0 ? "AIFF" : "AIFC");
        return Chunk("FORM", [.. kind, .. soundFirst ? sound : comm, .. soundFirst ? comm : sound, .. tail ?? []], bigEndian: true, pads: false);
    }

    // 8,000 = 1.953125 x 2^12 as an 80-bit float: exponent 16383 + 12, mantissa 0xFA00 at the top.
    private static byte[] Rate8000 => [0x40, 0x0B, 0xFA, 0, 0, 0, 0, 0, 0, 0];

    private static byte[] Ds64(long dataBytes, long riffBytes = 0)
    {
        byte[] body = new byte[28];
        BinaryPrimitives.WriteInt64LittleEndian(body, riffBytes);
        BinaryPrimitives.WriteInt64LittleEndian(body.AsSpan(8), dataBytes);
        return Chunk("ds64", body);
    }

    private static byte[] Id3(int bytes) => [.. "ID3\u0003\0\0"u8, 0, 0, (byte)(bytes >> 7), (byte)(bytes & 0x7F), .. new byte[bytes]];

    private static byte[] Data(byte[] samples, uint? size = null, bool bigEndian = false) => Chunk("data", samples, size, bigEndian);

    private static void Write(Span<byte> at, uint value, bool bigEndian)
    {
        for (int b = 0; b < at.Length; b++)
        {
            at[bigEndian ? at.Length - 1 - b : b] = (byte)(value >> (8 * b));
        }
    }

    private static Dictionary<string, byte[]> Make()
    {
        byte[] good = Riff([Format(), Data(Pcm16)]);
        byte[] list = Chunk("LIST", [.. "INFO"u8, .. Noise]);
        byte[] id3 = Chunk("ID3 ", Noise, bigEndian: true);
        byte[] wave(params byte[][] chunks) => Riff(chunks);
        Dictionary<string, byte[]> files = new()
        {
            ["good.wav"] = good,
            ["never finished, data 0, RIFF 36.wav"] = Riff([Format(), Data(Pcm16, 0)], size: 36),
            ["never finished, data 0, RIFF 0.wav"] = Riff([Format(), Data(Pcm16, 0)], size: 0),
            ["never finished, junk, RIFF 4088.wav"] = Riff([Chunk("JUNK", new byte[28]), Format(), Chunk("FLLR", new byte[4008]), Data(Pcm16, 0)], size: 4088),
            ["never finished, chunks behind.wav"] = Riff([Format(), Data(Pcm16, 0), list, Chunk("bext", Noise)], size: 0),
            ["never finished, ID3v1 behind.wav"] = Riff([Format(), Data(Pcm16, 0), [.. "TAG"u8, .. Enumerable.Repeat((byte)0x7F, 125)]], size: 0),
            ["never finished, ID3v2 behind.wav"] = Riff([Format(), Data(Pcm16, 0), Id3(600)], size: 0),
            ["length counts the chunks behind.wav"] = wave(Format(), Data(Pcm16, (uint)(Pcm16.Length + list.Length)), list),
            ["length beyond the end, chunks behind.wav"] = wave(Format(), Data(Pcm16, 0x1234_5678), list),
            ["LIST odd, no pad.wav"] = wave(Chunk("LIST", new byte[17], pads: false), Format(), Data(Pcm16)),
            ["LIST odd, no pad, ends in letters.wav"] = wave(Chunk("LIST", [.. "INFOISFT....ABCDE"u8], pads: false), Format(), Data(Pcm16)),
            ["bext odd, no pad, after the format.wav"] = wave(Format(), Chunk("bext", [.. Enumerable.Repeat((byte)'x', 603)], pads: false), Data(Pcm16)),
            ["odd with a pad byte that is not 0.wav"] = wave([.. Chunk("LIST", [1, 2, 3], pads: false), (byte)'d'], Format(), Data(Pcm16)),
            ["RF64.wav"] = Riff([Ds64(Pcm16.Length), Format(), Data(Pcm16, uint.MaxValue), list], "RF64", uint.MaxValue),
            ["RF64, 32 bits wrong.wav"] = Riff([Ds64(Pcm16.Length), Format(), Data(Pcm16, 1234), list], "RF64", uint.MaxValue),
            ["RF64, 32 bits too long.wav"] = Riff([Ds64(Pcm16.Length), Format(), Data(Pcm16, (uint)Pcm16.Length + 5000), list], "RF64", uint.MaxValue),
            ["RF64, 32 bits 0.wav"] = Riff([Ds64(Pcm16.Length), Format(), Data(Pcm16, 0), list], "RF64", uint.MaxValue),
            ["RF64 never finished.wav"] = Riff([Ds64(0), Format(), Data(Pcm16, uint.MaxValue), list], "RF64", uint.MaxValue),
            ["RF64 never finished, 0.wav"] = Riff([Ds64(0), Format(), Data(Pcm16, 0)], "RF64", uint.MaxValue),
            ["RF64, ds64 unknown.wav"] = Riff([Ds64(-1), Format(), Data(Pcm16, uint.MaxValue), list], "RF64", uint.MaxValue),
            ["RF64, ds64 0, 32 bits right.wav"] = Riff([Ds64(0), Format(), Data(Pcm16), list], "RF64", uint.MaxValue),
            ["RF64 without ds64.wav"] = Riff([Format(), Data(Pcm16, uint.MaxValue), list], "RF64", uint.MaxValue),
            ["BW64, junk first.wav"] = Riff([Chunk("JUNK", new byte[31]), Ds64(Pcm16.Length), Format(), Data(Pcm16, uint.MaxValue), list], "BW64", uint.MaxValue),
            ["frame length in bits.wav"] = wave(Format(align: 16), Data(Pcm16)),
            ["frame length 0.wav"] = wave(Format(align: 0), Data(Pcm16)),
            ["frame length 1.wav"] = wave(Format(align: 1), Data(Pcm16)),
            ["frame length of stereo.wav"] = wave(Format(align: 4), Data(Pcm16)),
            ["frame length of 24 bits.wav"] = wave(Format(align: 3), Data(Pcm16)),
            ["bits 0.wav"] = wave(Format(bits: 0, align: 2), Data(Pcm16)),
            ["24 bits in 4 bytes.wav"] = wave(Format(bits: 24, align: 4), Data(Integers(24, 32, false))),
            ["24 bits in 4 bytes, all of them used.wav"] = wave(Format(bits: 24, align: 4), Data(Integers(32, 32, false))),
            ["24 bits in 4 bytes, at the bottom.wav"] = wave(Format(bits: 24, align: 4), Data(Integers(24, 32, false, atBottom: true))),
            ["20 bits in 3 bytes.wav"] = wave(Format(bits: 20), Data(Integers(20, 24, false))),
            ["20 bits in 4 bytes.wav"] = wave(Format(bits: 20, align: 4), Data(Integers(20, 32, false))),
            ["16 bits in 4 bytes.wav"] = wave(Format(align: 4), Data(Integers(16, 32, false))),
            ["16 bits in 4 bytes, at the bottom.wav"] = wave(Format(align: 4), Data(Integers(16, 32, false, atBottom: true))),
            ["16 bits in 3 bytes.wav"] = wave(Format(align: 3), Data(Integers(16, 24, false))),
            ["12 bits in 2 bytes.wav"] = wave(Format(bits: 12), Data(Integers(12, 16, false))),
            ["8 bits, frame length in bits.wav"] = wave(Format(bits: 8, align: 8), Data(Integers(8, 8, false, offset: 128))),
            ["24 bits, frame length of stereo.wav"] = wave(Format(bits: 24, align: 6), Data(Integers(24, 24, false))),
            ["32 bits, frame length 0.wav"] = wave(Format(bits: 32, align: 0), Data(Integers(32, 32, false))),
            ["float, frame length in bits.wav"] = wave(Format(3, bits: 32, align: 32), Data(Floats(32, false))),
            ["double, frame length 0.wav"] = wave(Format(3, bits: 64, align: 0), Data(Floats(64, false))),
            ["extensible float.wav"] = wave(Format(0xFFFE, bits: 32, more: Extension(3, 32)), Data(Floats(32, false))),
            ["extensible float, longer.wav"] = wave(Format(0xFFFE, bits: 32, more: Extension(3, 32, 24)), Data(Floats(32, false))),
            ["extensible 24 in 32.wav"] = wave(Format(0xFFFE, bits: 32, more: Extension(1, 24)), Data(Integers(24, 32, false))),
            ["extensible without its extension.wav"] = wave(Format(0xFFFE), Data(Pcm16)),
            ["format without bits.wav"] = wave(Chunk("fmt ", Format()[8..22]), Data(Pcm16)),
            ["ID3v2 before.wav"] = [.. Id3(10), .. good],
            ["ID3v2 before, twice.wav"] = [.. Id3(10), .. Id3(700), .. good],
            ["RIFX 16.wav"] = Riff([Format(bigEndian: true), Data(Integers(16, 16, true), bigEndian: true)], "RIFX"),
            ["RIFX 24.wav"] = Riff([Format(bits: 24, bigEndian: true), Data(Integers(24, 24, true), bigEndian: true)], "RIFX"),
            ["RIFX 24 in 4 bytes.wav"] = Riff([Format(bits: 24, align: 4, bigEndian: true), Data(Integers(24, 32, true), bigEndian: true)], "RIFX"),
            ["RIFX 24 in 4 bytes, at the bottom.wav"] = Riff([Format(bits: 24, align: 4, bigEndian: true), Data(Integers(24, 32, true, atBottom: true), bigEndian: true)], "RIFX"),
            ["RIFX float.wav"] = Riff([Format(3, bits: 32, bigEndian: true), Data(Floats(32, true), bigEndian: true)], "RIFX"),
            ["RIFX extensible.wav"] = Riff([Format(0xFFFE, bits: 32, bigEndian: true, more: Extension(3, 32, bigEndian: true)), Data(Floats(32, true), bigEndian: true)], "RIFX"),
            ["RIFX never finished.wav"] = Riff([Format(bigEndian: true), Data(Integers(16, 16, true), 0, bigEndian: true)], "RIFX", 0),
            ["first data empty.wav"] = wave(Format(), Data([]), Data(Pcm16)),
            ["first data empty, chunk between.wav"] = wave(Format(), Data([]), Chunk("LIST", new byte[8]), Data(Pcm16), list),
            ["format after the data.wav"] = wave(Data(Pcm16), Format()),
            ["format after the data, odd.wav"] = wave(Data([.. Pcm16, 1]), list, Format()),
            ["format after data of unknown length.wav"] = wave(Data(Pcm16, uint.MaxValue), Format()),
            ["in24, COMM says 16.aifc"] = Aifc("in24", 16, Integers(24, 24, true)),
            ["in24, COMM says 32.aifc"] = Aifc("in24", 32, Integers(24, 24, true)),
            ["in32, COMM says 16.aifc"] = Aifc("in32", 16, Integers(32, 32, true)),
            ["42ni, COMM says 16.aifc"] = Aifc("42ni", 16, Integers(24, 24, false)),
            ["23ni, COMM says 16.aifc"] = Aifc("23ni", 16, Integers(32, 32, false)),
            ["fl32, COMM says 16.aifc"] = Aifc("fl32", 16, Floats(32, true)),
            ["FL32, COMM says 24.aifc"] = Aifc("FL32", 24, Floats(32, true)),
            ["fl64, COMM says 32.aifc"] = Aifc("fl64", 32, Floats(64, true)),
            ["sowt, COMM says 0.aifc"] = Aifc("sowt", 0, Pcm16),
            ["frames 0, SSND 0.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), 0, 0),
            ["frames 0, SSND 8.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), 0, 8),
            ["frames 0, SSND right.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), 0, null, id3),
            ["frames unknown, SSND unknown.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), uint.MaxValue, uint.MaxValue, id3),
            ["frames beyond SSND, then ID3.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), 500_000, null, id3),
            ["SSND beyond the end, then ID3.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), null, 0x7000_0000, id3),
            ["SSND counts the chunk behind.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), 500_000, (uint)(8 + Pcm16.Length + id3.Length), id3),
            ["sound before its description.aiff"] = Aifc("", 16, Integers(16, 16, true), soundFirst: true),
            ["COMM odd, no pad.aifc"] = Aifc("NONE", 16, Integers(16, 16, true), name: [2, (byte)'n', (byte)'o'], pads: false),
            ["ID3v2 before.aiff"] = [.. Id3(321), .. Aifc("", 16, Integers(16, 16, true))],
        };
        foreach (uint size in (uint[])[0x7FFF_FFFF, 0x7FFF_F000, 0x7FFF_F024, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFDB, 0xFFFF_F000])
        {
            files[$"pipe {size:X8}.wav"] = Riff([Format(), Data(Pcm16, size)], size: size);
            files[$"pipe {size:X8}, LIST behind.wav"] = Riff([Format(), Data(Pcm16, size), list], size: size);
        }

        return files;
    }
}
