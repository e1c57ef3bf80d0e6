using System.Buffers.Binary;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

/// <summary>Files about 2 GiB and 4 GiB long, where 32-bit lengths end.</summary>
public sealed class HugeStemTests
{
    private const long TwoGiB = 1L << 31;
    private const long FourGiB = 1L << 32;
    private const string Wrapped = "is longer than a 32-bit length can say, so it is read beyond it";
    private const string NeverFinished = "has a header that was never finished, so it is read to its end";

    private static readonly byte[] Behind = OddStems.Chunk("LIST", [.. Enumerable.Repeat((byte)0x7F, 1000)]);

    [TestCase(TwoGiB - 2, (uint)(TwoGiB - 2), null)]
    [TestCase(TwoGiB, (uint)TwoGiB, null)]
    [TestCase(TwoGiB + 4096, (uint)TwoGiB + 4096, null)]
    [TestCase(0x7FFF_F000, 0x7FFF_F000u, null)]
    [TestCase(FourGiB - 4096, uint.MaxValue - 4095, null)]
    [TestCase(3 * (FourGiB / 4), 0x7FFF_F000u, null)]
    [TestCase(3 * (FourGiB / 4), 0x7FFF_FFFFu, null)]
    [TestCase(5 * (FourGiB / 4), uint.MaxValue, null)]
    [TestCase(FourGiB, uint.MaxValue, null)]
    [TestCase(FourGiB, 0u, NeverFinished)]
    [TestCase(FourGiB + 1000, 1000u, Wrapped)]
    [TestCase((2 * FourGiB) + 1000, 1000u, Wrapped)]
    [TestCase(FourGiB + 1000, 0u, NeverFinished)]
    public void Wav_AnyLength_ReadsAllOfTheAudio(long audioBytes, uint size, string? remark)
    {
        foreach (byte[] tail in (byte[][])[[], Behind])
        {
            using HugeStream stream = new(OddStems.Riff([OddStems.Format(), OddStems.Chunk("data", [], size)]), audioBytes, tail);

            PcmLayout layout = WavFormat.Find(stream, 0, "x");

            Assert.That(layout.Frames, Is.EqualTo(audioBytes / 2), $"{tail.Length} bytes behind");
            Assert.That(layout.Remarks, Is.EqualTo(remark is null ? Array.Empty<string>() : [remark]));
            Assert.That(layout.PromisedFrames, Is.Null);
        }
    }

    [TestCase(uint.MaxValue)]
    [TestCase(0u)]
    [TestCase(12_345u)]
    public void Rf64_PastFourGiB_TakesItsLengthFromDs64(uint size)
    {
        const long AudioBytes = (3 * FourGiB) + 24;
        byte[] sizes = new byte[28];
        BinaryPrimitives.WriteInt64LittleEndian(sizes.AsSpan(8), AudioBytes);
        byte[] head = OddStems.Riff([OddStems.Chunk("ds64", sizes), OddStems.Format(bits: 24), OddStems.Chunk("data", [], size)], "RF64", uint.MaxValue);
        using HugeStream stream = new(head, AudioBytes, Behind);

        Assert.That(WavFormat.Find(stream, 0, "x").Frames, Is.EqualTo(AudioBytes / 3));
    }

    [Test]
    public void Wav_TwoGiBPromisedAndOneThere_IsCutShort()
    {
        using HugeStream stream = new(OddStems.Riff([OddStems.Format(), OddStems.Chunk("data", [], 0x9000_0000)]), TwoGiB / 2, []);

        PcmLayout layout = WavFormat.Find(stream, 0, "x");

        Assert.That((layout.Frames, layout.PromisedFrames), Is.EqualTo((TwoGiB / 4, 0x4800_0000L)));
    }

    [TestCase(TwoGiB + 800, (uint)(TwoGiB + 808), (uint)(TwoGiB / 2) + 400)]
    [TestCase(FourGiB + 800, 808u, (uint)(FourGiB / 2) + 400)]
    [TestCase(FourGiB + 800, 0u, 0u)]
    public void Aiff_AnyLength_ReadsAllOfTheAudio(long audioBytes, uint soundBytes, uint frames)
    {
        using HugeStream stream = new(OddStems.Aifc("NONE", 16, [], frames, soundBytes), audioBytes, OddStems.Chunk("ID3 ", [.. Enumerable.Repeat((byte)0x7F, 1000)], bigEndian: true));

        Assert.That(AiffFormat.Find(stream, 0, "x").Frames, Is.EqualTo(audioBytes / 2));
    }

    [Test]
    public void File_PastFourGiBOnDisk_IsTakenWhole()
    {
        using TempFolder folder = new();
        string path = folder.Write("long.wav", OddStems.Riff([OddStems.Format(channels: 2), OddStems.Chunk("data", [], 4000)]));
        using (FileStream file = new(path, FileMode.Open))
        {
            file.SetLength(file.Length + FourGiB + 4000);
        }

        Assert.That(new FileStem(path).Inspect()!.Frames, Is.EqualTo((FourGiB + 4000) / 4));
    }

}
