using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Rehearsal.Tests.Stems;

public sealed class StemFormatTests
{
    // -1 and the smallest steps about 0 tell whether signs and byte order are right.
    private static readonly float[] Samples = [0, 0.5f, -0.5f, -1, 0.25f, -0.125f, 1 / 128f, -1 / 128f, 0.75f, -0.75f];

    [TestCase(8, false, false)]
    [TestCase(16, false, false)]
    [TestCase(24, false, false)]
    [TestCase(24, false, true)]
    [TestCase(32, false, false)]
    [TestCase(32, true, false)]
    [TestCase(32, true, true)]
    [TestCase(64, true, false)]
    public void Wav_EveryEncoding_ReadsTheSamples(int bits, bool isFloat, bool extensible)
    {
        using TempFolder folder = new();
        string mono = folder.Write("mono.wav", StemBytes.Wav(bits, isFloat, 1, 48_000, Samples, extensible));
        string stereo = folder.Write("stereo.wav", StemBytes.Wav(bits, isFloat, 2, 44_100, Samples, extensible));

        using IStemReader reader = new FileStem(stereo).Open();
        float[][] channels = Reading.All(reader);

        Assert.Multiple(() =>
        {
            Assert.That(Reading.AllOf(mono)[0], Is.EqualTo(Samples));
            Assert.That(channels[0], Is.EqualTo(Samples.Where((_, index) => index % 2 == 0)));
            Assert.That(channels[1], Is.EqualTo(Samples.Where((_, index) => index % 2 == 1)));
            Assert.That(reader.SampleRateHz, Is.EqualTo(44_100));
            Assert.That(reader.Frames, Is.EqualTo(Samples.Length / 2));
            Assert.That(reader.Warning, Is.Null);
        });
    }

    [Test]
    public void Wav_ChunkOfOddLengthBeforeTheSamples_IsPadded()
    {
        using TempFolder folder = new();
        string path = folder.Write("odd.wav", StemBytes.Wav(16, false, 1, 48_000, Samples, before: StemBytes.Chunk("LIST", [1, 2, 3])));

        Assert.That(Reading.AllOf(path)[0], Is.EqualTo(Samples));
    }

    [Test]
    public void Wav_Rf64_TakesItsLengthFromDs64()
    {
        using TempFolder folder = new();
        string path = folder.Write("long.wav", StemBytes.Rf64(48_000, Samples));

        Assert.That(Reading.AllOf(path)[0], Is.EqualTo(Samples));
    }

    [Test]
    public void Wav_HeadWithoutLengths_ReadsToTheEnd()
    {
        using TempFolder folder = new();
        byte[] bytes = StemBytes.Wav(16, false, 1, 48_000, Samples);
        bytes.AsSpan(4, 4).Clear();
        bytes.AsSpan(bytes.Length - (2 * Samples.Length) - 4, 4).Clear();
        string path = folder.Write("crashed.wav", bytes);

        Assert.That(Reading.AllOf(path)[0], Is.EqualTo(Samples));
    }

    [Test]
    public void Wav_CutShort_ReadsWhatIsThereAndWarns()
    {
        using TempFolder folder = new();
        byte[] bytes = StemBytes.Wav(24, false, 1, 8_000, Signals.Sine(100, 0.5, 2, 8_000));
        string path = folder.Write("cut.wav", bytes[..^(3 * 8_000)]);
        using IStemReader reader = new FileStem(path).Open();

        int frames = Reading.All(reader)[0].Length;

        Assert.That(frames, Is.EqualTo(8_000));
        Assert.That(reader.Warning, Is.EqualTo("cut.wav is cut short: 1.0 s of 2.0 s are there, and they are used."));
    }

    [Test]
    public void Wav_NaNAndInfinity_ReadAsSilenceAndWarn()
    {
        using TempFolder folder = new();
        string path = folder.Write("bad.wav", StemBytes.Wav(32, true, 1, 48_000, [0.5f, float.NaN, float.PositiveInfinity, float.NegativeInfinity, 0.25f]));
        using IStemReader reader = new FileStem(path).Open();

        Assert.That(Reading.All(reader)[0], Is.EqualTo(new[] { 0.5f, 0, 0, 0, 0.25f }));
        Assert.That(reader.Warning, Is.EqualTo("bad.wav holds 3 samples that are NaN or infinite; they are read as silence."));
    }

    [TestCase(8, false, null)]
    [TestCase(16, false, null)]
    [TestCase(24, false, null)]
    [TestCase(32, false, "NONE")]
    [TestCase(16, false, "sowt")]
    [TestCase(24, false, "sowt")]
    [TestCase(32, true, "fl32")]
    [TestCase(64, true, "fl64")]
    public void Aiff_EveryEncoding_ReadsTheSamples(int bits, bool isFloat, string? compression)
    {
        using TempFolder folder = new();
        string path = folder.Write("stem.aif", StemBytes.Aiff(bits, isFloat, 2, StemBytes.Rate44100, Samples, compression));
        using IStemReader reader = new FileStem(path).Open();

        float[][] channels = Reading.All(reader);

        Assert.Multiple(() =>
        {
            Assert.That(reader.SampleRateHz, Is.EqualTo(44_100));
            Assert.That(channels[0], Is.EqualTo(Samples.Where((_, index) => index % 2 == 0)));
            Assert.That(channels[1], Is.EqualTo(Samples.Where((_, index) => index % 2 == 1)));
        });
    }

    [Test]
    public void Writer_AnySamplesInAnyPieces_ReadBackBitForBit() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(50).WithReplay(17, 11),
            Prop.ForAll(
                Gen.Choose(-1_000_000, 1_000_000).Select(number => number / 999_983f).ListOf().ToArbitrary(),
                Gen.Choose(1, 7).ToArbitrary(),
                (samples, piece) =>
                {
                    if (samples.Count == 0)
                    {
                        return;
                    }

                    using MemoryStream stream = new();
                    using (WavWriter writer = new(new UnclosedStream(stream), 96_000, 2))
                    {
                        foreach (float[] part in samples.Chunk(piece))
                        {
                            writer.Write(part, [.. part.Select(sample => -sample)]);
                        }
                    }

                    stream.Position = 0;
                    using IStemReader reader = new PcmReader(stream, "written", WavFormat.Find(stream, 0, "written"));
                    float[][] channels = Reading.All(reader, step: 5);
                    Assert.That(channels[0], Is.EqualTo(samples));
                    Assert.That(channels[1], Is.EqualTo(samples.Select(sample => -sample)));
                }));

    /// <summary>Keeps the memory readable after the writer has closed its stream.</summary>
    private sealed class UnclosedStream(MemoryStream inner) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => inner.Position = value;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => inner.Seek(offset, origin);

        public override void SetLength(long value) => inner.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
