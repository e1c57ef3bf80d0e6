using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

public sealed class FfmpegTests
{
    private const int RateHz = 48_000;

    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Flac_WithoutFfmpeg_SaysWhatToInstall()
    {
        string path = _folder.Write("Pad.flac", [.. "fLaC and more"u8]);

        InputException problem = Assert.Throws<InputException>(() => new FileStem(path, _folder.PathOf("no-ffmpeg")).Open().Dispose())!;

        Assert.That(problem.Message, Is.EqualTo("Pad.flac: reading FLAC needs ffmpeg, which is not installed. Install it, or export the stem as WAV or AIFF."));
    }

    [Test]
    public void Flac_WithFfmpeg_ReadsTheSamples()
    {
        float[] samples = Signals.Sine(440, 0.5, 1);
        string wav = _folder.Write("stem.wav", StemBytes.Wav(16, false, 2, RateHz, samples));
        string flac = Encode(wav, "stem & \"quotes\" $HOME.flac");

        Assert.That(Reading.AllOf(flac), Is.EqualTo(Reading.AllOf(wav)));
    }

    [Test]
    public void Junk_WithFfmpeg_SaysThatItCannotBeDecoded()
    {
        Ffmpeg.Require();
        string path = _folder.Write("Junk.mp3", [.. "this is no music"u8]);

        InputException problem = Assert.Throws<InputException>(() => new FileStem(path).Open().Dispose())!;

        Assert.That(problem.Message, Does.StartWith("Junk.mp3 cannot be decoded: ffmpeg says \""));
    }

    [TestCase("a.flac")]
    [TestCase("a.mp3")]
    [TestCase("a.ogg")]
    [TestCase("a.m4a")]
    [TestCase("alaw.wav", "-c:a", "pcm_alaw")]
    [TestCase("adpcm.wav", "-c:a", "adpcm_ms")]
    public void Whole_AnyKind_ReadsInFullWithoutAWarning(string name, params string[] options)
    {
        using IStemReader reader = new FileStem(Encode(Noise(), name, options)).Open();

        int frames = Reading.All(reader)[0].Length;

        Assert.That(frames, Is.EqualTo(10 * RateHz).Within(2500));
        Assert.That(reader.Warning, Is.Null);
    }

    [Test]
    public void Flac_BytesChanged_KeepsTheHoleAsAHoleAndSaysSo()
    {
        string flac = Encode(Noise(), "Pad.flac");
        float[] good = Reading.AllOf(flac)[0];
        Change(flac, bytes =>
        {
            bytes[bytes.Length / 2] ^= 0x55;
            return bytes;
        });
        using IStemReader reader = new FileStem(flac).Open();
        float[] damaged = Reading.All(reader)[0];

        int[] changed = [.. Enumerable.Range(0, good.Length).Where(frame => damaged[frame] != good[frame])];
        Assert.Multiple(() =>
        {
            Assert.That(damaged, Has.Length.EqualTo(good.Length));
            Assert.That(changed, Has.Length.InRange(1000, 10_000));
            Assert.That(changed.Select(frame => damaged[frame]), Is.All.Zero, "a hole is silent");
            Assert.That(reader.Warning, Does.StartWith("Pad.flac is damaged (ffmpeg says \"").And.EndsWith("s of it cannot be decoded and are silent."));
        });
    }

    [Test]
    public void Flac_PieceMissing_KeepsWhatFollowsInItsPlace()
    {
        string flac = Encode(Noise(), "Pad.flac");
        float[] good = Reading.AllOf(flac)[0];
        Change(flac, bytes => [.. bytes[..(bytes.Length * 4 / 10)], .. bytes[(bytes.Length * 5 / 10)..]]);
        using IStemReader reader = new FileStem(flac).Open();

        float[] damaged = Reading.All(reader)[0];

        Assert.That(damaged, Has.Length.EqualTo(good.Length));
        Assert.That(damaged[(6 * RateHz)..], Is.EqualTo(good[(6 * RateHz)..]));
        Assert.That(reader.Warning, Does.Match("^Pad\\.flac is damaged.*: \\d\\.\\d s of it cannot be decoded and are silent\\.$"));
    }

    [TestCase("Pad.flac")]
    [TestCase("Pad.mp3")]
    public void Any_CutShort_SaysHowMuchIsThere(string name)
    {
        string file = Encode(Noise(), name);
        Change(file, bytes => bytes[..(bytes.Length / 2)]);
        using IStemReader reader = new FileStem(file).Open();

        _ = Reading.All(reader);

        Assert.That(reader.Warning, Does.Match("is cut short or damaged.*: (4\\.9|5\\.0|5\\.1) s of 10\\.\\d s can be read"));
    }

    [TestCase("zeros", 1, "-b:a", "128k")]
    [TestCase("zeros", 2, "-q:a", "3")]
    [TestCase("zeros", 1, "-b:a", "96k", "-write_xing", "0")]
    [TestCase("junk", 1, "-q:a", "5")]
    [TestCase("junk", 2, "-b:a", "192k", "-write_xing", "0")]
    [TestCase("junk", 1, "-b:a", "64k", "-ar", "22050")]
    [TestCase("missing", 1, "-b:a", "128k")]
    [TestCase("missing", 2, "-q:a", "2")]
    public void Mp3_Damaged_KeepsTheHoleAsAHoleAndSaysSo(string damage, int channels, params string[] options)
    {
        string wav = _folder.Write("noise.wav", StemBytes.Wav(16, false, channels, RateHz, Signals.Noise(0.25, 10 * channels, seed: 5)));
        string mp3 = Encode(wav, "Pad.mp3", options);
        float[] good = Reading.AllOf(mp3)[0];
        int rateHz = (int)(good.Length / 10.0 / 1000 + 0.5) * 1000;
        Random random = new(3);
        Change(mp3, bytes =>
        {
            (int from, int to) = (bytes.Length * 4 / 10, bytes.Length * 5 / 10);
            byte[] piece = new byte[damage == "missing" ? 0 : to - from];
            if (damage == "junk")
            {
                random.NextBytes(piece);
            }

            return [.. bytes[..from], .. piece, .. bytes[to..]];
        });
        using IStemReader reader = new FileStem(mp3).Open();

        float[] damaged = Reading.All(reader)[0];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(damaged, Has.Length.EqualTo(good.Length));
            Assert.That(damaged[..(int)(3.5 * rateHz)], Is.EqualTo(good[..(int)(3.5 * rateHz)]));
            Assert.That(damaged[(int)(4.4 * rateHz)..(int)(4.6 * rateHz)], Is.All.Zero, "a hole is silent");
            Assert.That(damaged[(6 * rateHz)..], Is.EqualTo(good[(6 * rateHz)..]), "what follows keeps its place");
            Assert.That(damaged.Max(Math.Abs), Is.LessThan(1.5 * good.Max(Math.Abs)), "nothing is made up at the hole's edges");
            Assert.That(reader.Warning, Does.Match("^Pad\\.mp3 is damaged from 0:0[34]\\.\\d on.*: (0\\.9|1\\.[0-3]) s of it cannot be decoded and are silent\\.$"));
        }
    }

    [Test]
    public void Mp3_WithATagInItsMiddle_IsWhole()
    {
        string mp3 = Encode(Noise(), "Pad.mp3", "-b:a", "128k", "-write_xing", "0", "-write_id3v1", "1", "-id3v2_version", "0");
        int frame = Encode(Noise(), "Pad.mp3", "-b:a", "128k", "-write_xing", "0", "-id3v2_version", "0") is var plain ? 384 * ((int)new FileInfo(plain).Length / 384 / 2) : 0;
        float[] good = Reading.AllOf(mp3)[0];
        Change(mp3, bytes => [.. bytes[..frame], .. "ID3\u0003\0\0\0\0\u0001\0"u8, .. new byte[128], .. bytes[frame..]]);
        using IStemReader reader = new FileStem(mp3).Open();

        float[] tagged = Reading.All(reader)[0];

        Assert.That(tagged, Has.Length.EqualTo(good.Length));
    }

    [Test]
    public void Mp3_CutShortBehindAHole_KeepsTheHolesLengthAndSaysBoth()
    {
        string mp3 = Encode(Noise(), "Pad.mp3", "-b:a", "128k");
        float[] good = Reading.AllOf(mp3)[0];
        Change(mp3, bytes => [.. bytes[..(bytes.Length * 2 / 10)], .. new byte[bytes.Length / 10], .. bytes[(bytes.Length * 3 / 10)..(bytes.Length * 7 / 10)]]);
        using IStemReader reader = new FileStem(mp3).Open();

        float[] damaged = Reading.All(reader)[0];

        Assert.That(damaged[(4 * RateHz)..(6 * RateHz)], Is.EqualTo(good[(4 * RateHz)..(6 * RateHz)]));
        Assert.That(reader.Warning, Does.Contain("is cut short or damaged").And.Contain("cannot be decoded and are silent"));
    }

    [Test]
    public void Streams_Several_AreSaid()
    {
        string file = TwoStreams();
        using IStemReader reader = new FileStem(file).Open();

        _ = Reading.All(reader);

        Assert.That(reader.Warning, Is.EqualTo("Two.mka holds 2 audio streams, and only the first is read; --split takes each as a track."));
    }

    [Test]
    public void Streams_Several_AreTracksWhereTheyAreSplit()
    {
        IReadOnlyList<(IStemSource Stem, StemHead? Head)> stems = new FileStem(TwoStreams()).Split();

        Assert.That(stems.Select(stem => stem.Stem.Name), Is.EqualTo(new[] { "Lead Vocal", "Two 2" }));
        float[][] second = Reading.All(stems[1].Stem.Open());
        Assert.That(second, Has.Length.EqualTo(2));
        Assert.That(second[0][1234], Is.Not.Zero);
    }

    [Test]
    public void Channels_OfAFileThatOnlyDecodingTells_AreTracksWhereTheyAreSplit()
    {
        string wav = _folder.Write("four.wav", StemBytes.Wav(16, false, 4, RateHz, Signals.Noise(0.25, 4, seed: 5)));
        string file = Encode(wav, "Four.w64");

        IReadOnlyList<(IStemSource Stem, StemHead? Head)> stems = new FileStem(file).Split();

        Assert.That(stems.Select(stem => stem.Stem.Name), Is.EqualTo(new[] { "Four 1", "Four 2", "Four 3", "Four 4" }));
        Assert.That(Reading.All(stems[2].Stem.Open())[0], Is.EqualTo(Reading.All(new FileStem(wav).Channel(2, "3").Open())[0]));
    }

    [Test]
    public void Wav_ThatIsAnotherKindOfFile_IsReadAllTheSame()
    {
        string flac = Encode(Noise(), "Pad.flac");
        string wav = _folder.PathOf("Pad, by its name.wav");
        File.Move(flac, wav);

        Assert.That(Reading.AllOf(wav)[0], Has.Length.EqualTo(10 * RateHz));
    }

    private static void Change(string file, Func<byte[], byte[]> change) => File.WriteAllBytes(file, change(File.ReadAllBytes(file)));

    private string TwoStreams()
    {
        string mono = Noise();
        string stereo = _folder.Write("stereo.wav", StemBytes.Wav(16, false, 2, RateHz, Signals.Noise(0.25, 20, seed: 6)));
        string file = _folder.PathOf("Two.mka");
        Ffmpeg.Run("-i", mono, "-i", stereo, "-map", "0", "-map", "1", "-c:a", "flac", "-metadata:s:a:0", "title=Lead Vocal", file);
        return file;
    }

    private string Noise() => _folder.Write("noise.wav", StemBytes.Wav(16, false, 1, RateHz, Signals.Noise(0.25, 10, seed: 5)));

    private string Encode(string wav, string name, params string[] options)
    {
        Ffmpeg.Require();
        string file = _folder.PathOf(name);
        Ffmpeg.Run(["-i", wav, .. options, file]);
        return file;
    }
}
