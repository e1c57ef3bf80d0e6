using System.Buffers.Binary;
using System.Globalization;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

/// <summary>Heads that were changed at random: they are read or refused, and never crash, hang or make noise.</summary>
/// <remarks>FADERSTAGER_FUZZ_ROUNDS=5000000 makes the run longer; FADERSTAGER_FUZZ_SEED starts it elsewhere.</remarks>
public sealed class StemFuzzTests
{
    private const int AudioBytes = 600;

    private static readonly byte[] Silence = new byte[AudioBytes];
    private static readonly byte[] Loud = [.. Enumerable.Repeat((byte)0x7F, 300)];
    private static readonly byte[] Behind = OddStems.Chunk("LIST", Loud);

    private static readonly byte[][] Bases =
    [
        OddStems.Riff([OddStems.Chunk("JUNK", Loud), OddStems.Format(), OddStems.Chunk("data", Silence), Behind]),
        OddStems.Riff([OddStems.Format(bits: 24, align: 4), OddStems.Chunk("bext", new byte[602]), OddStems.Chunk("data", Silence), Behind]),
        OddStems.Riff([OddStems.Format(0xFFFE, 2, 32, more: OddStems.Extension(3, 32)), OddStems.Chunk("data", Silence), Behind, OddStems.Chunk("id3 ", Loud)]),
        OddStems.Riff([OddStems.Chunk("ds64", [0, 0, 0, 0, 0, 0, 0, 0, 0x58, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), OddStems.Format(), OddStems.Chunk("data", Silence, uint.MaxValue), Behind], "RF64"),
        OddStems.Riff([OddStems.Format(bigEndian: true), OddStems.Chunk("data", Silence, bigEndian: true), OddStems.Chunk("LIST", Loud, bigEndian: true)], "RIFX"),
        OddStems.Aifc("NONE", 16, Silence, AudioBytes / 2, null, OddStems.Chunk("ID3 ", Loud, bigEndian: true)),
        OddStems.Aifc("in24", 16, Silence, AudioBytes / 3, null, OddStems.Chunk("ANNO", Loud, bigEndian: true), soundFirst: true),
        OddStems.Aifc("sowt", 16, Silence, AudioBytes / 2, null, OddStems.Chunk("MARK", Loud, bigEndian: true)),
    ];

    private static readonly uint[] Lengths = [0, 1, 2, 7, 8, 16, 18, 40, 255, 4096, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF, 0xFFFF_FFFE, 0x7FFF_F000, 0x0100_0000];

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("FADERSTAGER_FUZZ_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out int rounds) ? rounds : 100_000;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("FADERSTAGER_FUZZ_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out int seed) ? seed : 3;

    [Test]
    public void Head_ChangedAtRandom_ReadsOrSaysWhatIsWrong()
    {
        Random random = new(Seed);
        int read = 0;
        for (int round = 0; round < Rounds; round++)
        {
            byte[] bytes = Mutated(Bases[round % Bases.Length], random);
            if (Read(bytes) is { } samples)
            {
                read++;
                if (samples.Length > bytes.Length || !samples.All(float.IsFinite))
                {
                    Assert.Fail($"Round {round} of seed {Seed}: {samples.Length} frames out of {bytes.Length} bytes, or not finite.");
                }
            }
        }

        Assert.That(read, Is.InRange(Rounds / 10, Rounds * 9 / 10), "both outcomes are met");
    }

    [Test]
    public void Length_ChangedAnywhere_NeverPlaysAnotherChunk()
    {
        Random random = new(Seed);
        for (int round = 0; round < Rounds / 5; round++)
        {
            byte[] bytes = WithOneLengthChanged(Bases[round % Bases.Length], random);
            if (Read(bytes) is { } samples && samples.Any(sample => sample != 0))
            {
                Assert.Fail($"Round {round} of seed {Seed}: bytes that are no audio were read as audio.");
            }
        }
    }

    private static float[]? Read(byte[] bytes)
    {
        try
        {
            using MemoryStream stream = new(bytes);
            long origin = ChunkFile.SkipTags(stream);
            bool isWav = WavFormat.Matches(bytes.AsSpan((int)origin));
            PcmLayout layout = isWav ? WavFormat.Find(stream, origin, "x") : AiffFormat.Find(stream, origin, "x");
            using PcmReader reader = new(stream, "x", layout);
            float[] samples = Reading.All(reader, step: 256)[0];
            _ = reader.Warning;
            return samples;
        }
        catch (InputException problem)
        {
            Assert.That(problem.Message, Does.StartWith("x "));
            return null;
        }
        catch (CodecException)
        {
            return null;
        }
    }

    private static byte[] Mutated(byte[] good, Random random)
    {
        List<byte> bytes = [.. good];
        int head = good.AsSpan().IndexOf(Silence);
        for (int change = random.Next(4); change >= 0; change--)
        {
            int at = random.Next(Math.Min(bytes.Count, head + 16));
            switch (random.Next(6))
            {
                case 0:
                    bytes.RemoveAt(at);
                    break;
                case 1:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 2:
                    uint length = Lengths[random.Next(Lengths.Length)];
                    byte[] field = new byte[4];
                    BinaryPrimitives.WriteUInt32LittleEndian(field, random.Next(2) == 0 ? length : BinaryPrimitives.ReverseEndianness(length));
                    for (int i = 0; i < 4 && at + i < bytes.Count; i++)
                    {
                        bytes[at + i] = field[i];
                    }

                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(12), bytes.Count - at));
                    break;
                default:
                    bytes[at] = (byte)random.Next(256);
                    break;
            }
        }

        return random.Next(4) == 0 ? [.. bytes.Take(random.Next(bytes.Count))] : [.. bytes];
    }

    private static byte[] WithOneLengthChanged(byte[] good, Random random)
    {
        string[] names = ["JUNK", "fmt ", "data", "LIST", "bext", "id3 ", "SSND", "COMM", "ID3 ", "ANNO", "MARK"];
        int[] places = [.. names.Select(name => good.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(name))).Where(place => place > 0)];
        byte[] bytes = [.. good];
        Span<byte> length = bytes.AsSpan(places[random.Next(places.Length)] + 4, 4);
        bool bigEndian = good[0] == (byte)'F' || good[3] == (byte)'X';
        uint value = random.Next(3) switch
        {
            0 => Lengths[random.Next(Lengths.Length)],
            1 => (uint)random.Next(good.Length * 2),
            _ => (uint)random.NextInt64(1L << 32),
        };
        if (bigEndian)
        {
            BinaryPrimitives.WriteUInt32BigEndian(length, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32LittleEndian(length, value);
        }

        return bytes;
    }
}
