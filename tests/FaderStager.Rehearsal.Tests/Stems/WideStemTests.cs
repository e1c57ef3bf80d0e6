using System.Buffers.Binary;
using System.Text;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

/// <summary>Containers with 64-bit lengths: Wave64 and Core Audio, whole and as people have them.</summary>
public sealed class WideStemTests
{
    private static readonly byte[] RiffTail = [0x2E, 0x91, 0xCF, 0x11, 0xA5, 0xD6, 0x28, 0xDB, 0x04, 0xC1, 0, 0];
    private static readonly byte[] WaveTail = [0xF3, 0xAC, 0xD3, 0x11, 0x8C, 0xD1, 0x00, 0xC0, 0x4F, 0x8E, 0xDB, 0x8A];
    private static readonly byte[] Pcm = OddStems.Integers(16, 16, false);
    private static readonly byte[] Pcm24 = OddStems.Integers(24, 24, false);

    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("16 bits")]
    [TestCase("24 bits")]
    [TestCase("chunk before")]
    [TestCase("chunk behind")]
    [TestCase("length of a pipe", "has a header that was never finished, so it is read to its end")]
    [TestCase("length 0", "has a header that was never finished, so it is read to its end")]
    [TestCase("length beyond the end", "is cut short: 2.0 s of 4.0 s are there, and they are used")]
    public void Wave64_ReadsAsTheSine(string kind, string? remark = null) => AssertReads("Stem.w64", Wave64(kind), remark);

    [TestCase("16 bits")]
    [TestCase("24 bits")]
    [TestCase("float, high byte first")]
    [TestCase("chunk before")]
    [TestCase("chunk behind")]
    [TestCase("length of a pipe", "has a header that was never finished, so it is read to its end")]
    [TestCase("length beyond the end", "is cut short: 2.0 s of 4.0 s are there, and they are used")]
    public void CoreAudio_ReadsAsTheSine(string kind, string? remark = null) => AssertReads("Stem.caf", CoreAudio(kind), remark);

    [Test]
    public void Files_ThatAreCutAnywhere_AreReadOrRefused()
    {
        foreach ((string name, byte[] bytes) in new[] { ("a.w64", Wave64("chunk before")), ("a.caf", CoreAudio("chunk before")) })
        {
            Random random = new(11);
            for (int round = 0; round < 300; round++)
            {
                byte[] odd = bytes[..random.Next(bytes.Length < 400 ? bytes.Length : 400)];
                for (int change = random.Next(4); change > 0 && odd.Length > 0; change--)
                {
                    odd[random.Next(odd.Length)] = (byte)random.Next(256);
                }

                string path = _folder.Write(name, odd);
                try
                {
                    using IStemReader reader = new FileStem(path, "no-ffmpeg").Open();
                    Assert.That(Reading.All(reader)[0].All(float.IsFinite));
                }
                catch (InputException problem)
                {
                    Assert.That(problem.Message, Does.StartWith(name));
                }
            }
        }
    }

    private void AssertReads(string name, byte[] bytes, string? remark)
    {
        using IStemReader reader = new FileStem(_folder.Write(name, bytes), "no-ffmpeg").Open();
        float[] read = Reading.All(reader)[0];

        Assert.That(read, Has.Length.EqualTo((int)(OddStems.Seconds * OddStems.RateHz)).Within(1));
        Assert.That(Math.Sqrt(read.Average(sample => (double)sample * sample)), Is.EqualTo(OddStems.Amplitude / Math.Sqrt(2)).Within(0.001));
        Assert.That(reader.Warning, Is.EqualTo(remark is null ? null : $"{name} {remark}."));
    }

    private static byte[] Wave64(string kind)
    {
        byte[] samples = kind == "24 bits" ? Pcm24 : Pcm;
        byte[] format = OddStems.Format(bits: kind == "24 bits" ? 24 : 16)[8..];
        long size = kind switch
        {
            "length of a pipe" => long.MaxValue,
            "length 0" => 24,
            "length beyond the end" => 24 + (2 * samples.Length),
            _ => 24 + samples.Length,
        };
        byte[] junk = Wide("junk", WaveTail, new byte[13]);
        return
        [
            .. "riff"u8, .. RiffTail, .. Little(1_000), .. "wave"u8, .. WaveTail,
            .. kind == "chunk before" ? junk : [],
            .. Wide("fmt ", WaveTail, format),
            .. Wide("data", WaveTail, samples, size),
            .. kind == "chunk behind" ? junk : [],
        ];
    }

    private static byte[] CoreAudio(string kind)
    {
        bool isFloat = kind.StartsWith("float", StringComparison.Ordinal);
        byte[] samples = kind == "24 bits" ? Pcm24 : isFloat ? OddStems.Floats(32, bigEndian: true) : Pcm;
        int bits = kind == "24 bits" ? 24 : isFloat ? 32 : 16;
        long size = kind switch
        {
            "length of a pipe" => -1,
            "length beyond the end" => 4 + (2 * samples.Length),
            _ => 4 + samples.Length,
        };
        byte[] description = [.. BitConverter.GetBytes((double)OddStems.RateHz).Reverse(), .. "lpcm"u8, .. Big(isFloat ? 1 : 2), .. Big(bits / 8), .. Big(1), .. Big(1), .. Big(bits)];
        byte[] free = Tall("free", new byte[7]);
        return
        [
            .. "caff"u8, 0, 1, 0, 0,
            .. Tall("desc", description),
            .. kind == "chunk before" ? free : [],
            .. Tall("data", [0, 0, 0, 0, .. samples], size),
            .. kind == "chunk behind" ? free : [],
        ];
    }

    private static byte[] Wide(string name, byte[] tail, byte[] body, long? size = null) =>
        [.. Encoding.ASCII.GetBytes(name), .. tail, .. Little(size ?? (24 + body.Length)), .. body, .. new byte[(8 - (body.Length % 8)) % 8]];

    private static byte[] Tall(string name, byte[] body, long? size = null)
    {
        byte[] length = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(length, size ?? body.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. body];
    }

    private static byte[] Little(long number) => BitConverter.GetBytes(number);

    private static byte[] Big(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }
}
