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

    [Test]
    public void Mp3_PieceMissing_IsSaid()
    {
        string mp3 = Encode(Noise(), "Pad.mp3");
        Change(mp3, bytes => [.. bytes[..(bytes.Length * 4 / 10)], .. bytes[(bytes.Length * 5 / 10)..]]);
        using IStemReader reader = new FileStem(mp3).Open();

        _ = Reading.All(reader);

        Assert.That(reader.Warning, Does.Contain("s of 10.0 s can be read, and what stands behind a damaged place may come too early."));
    }

    [Test]
    public void Streams_Several_AreSaid()
    {
        string wav = Noise();
        Ffmpeg.Require();
        string file = _folder.PathOf("Two.mka");
        Ffmpeg.Run("-i", wav, "-i", wav, "-map", "0", "-map", "1", "-c:a", "flac", file);
        using IStemReader reader = new FileStem(file).Open();

        _ = Reading.All(reader);

        Assert.That(reader.Warning, Is.EqualTo("Two.mka holds 2 audio streams, and only the first is read."));
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

    private string Noise() => _folder.Write("noise.wav", StemBytes.Wav(16, false, 1, RateHz, Signals.Noise(0.25, 10, seed: 5)));

    private string Encode(string wav, string name, params string[] options)
    {
        Ffmpeg.Require();
        string file = _folder.PathOf(name);
        Ffmpeg.Run(["-i", wav, .. options, file]);
        return file;
    }
}
