using System.Text.Json;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Stems;

/// <summary>Files as people have them: each reads like the good one, or is refused with a sentence that says why.</summary>
public sealed class OddStemTests
{
    private const double NearLu = 0.1;

    [Test]
    public void Session_EveryOddFile_ReadsLikeTheGoodOne()
    {
        using TempFolder folder = new();
        foreach ((string name, byte[] bytes) in OddStems.All)
        {
            _ = folder.Write(name, bytes);
        }

        string report = folder.PathOf("report.json");
        AppRun run = AppRun.With(folder.PathOf("no-ffmpeg"), folder.Root, "--focal", "good.wav", "--json", report);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(report));
        Dictionary<string, double> lufs = document.RootElement.GetProperty("tracks").EnumerateArray()
            .ToDictionary(track => track.GetProperty("name").GetString()!, track => track.GetProperty("integratedLufs").GetDouble());

        Assert.That(lufs, Has.Count.EqualTo(OddStems.All.Count), run.Error);
        Assert.Multiple(() =>
        {
            foreach ((string name, double reading) in lufs)
            {
                Assert.That(reading, Is.EqualTo(lufs["good"]).Within(NearLu), name);
            }
        });
    }

    [TestCaseSource(nameof(Names))]
    public void Reader_OddFile_ReadsTheSineAndNothingElse(string name)
    {
        using TempFolder folder = new();
        float[] samples = Reading.AllOf(folder.Write(name, OddStems.All[name]))[0];

        // A pad byte or a byte of junk may make one frame more; nothing is louder than the sine.
        Assert.That(samples, Has.Length.EqualTo((int)(OddStems.Seconds * OddStems.RateHz)).Within(1));
        Assert.That(samples.Max(Math.Abs), Is.EqualTo(OddStems.Amplitude).Within(0.005));
    }

    [TestCase("never finished, data 0, RIFF 36.wav", "has a header that was never finished, so it is read to its end.")]
    [TestCase("frames 0, SSND 0.aifc", "has a header that was never finished, so it is read to its end.")]
    [TestCase("frames beyond SSND, then ID3.aifc", "is cut short: 2.0 s of 62.5 s are there, and they are used.")]
    [TestCase("pipe 7FFFF000.wav", null)]
    [TestCase("pipe FFFFFFFF, LIST behind.wav", null)]
    [TestCase("24 bits in 4 bytes.wav", null)]
    [TestCase("LIST odd, no pad.wav", null)]
    public void Reader_OddFile_SaysWhatIsOdd(string name, string? warning)
    {
        using TempFolder folder = new();
        using IStemReader reader = new FileStem(folder.Write(name, OddStems.All[name])).Open();
        _ = Reading.All(reader);

        Assert.That(reader.Warning, Is.EqualTo(warning is null ? null : $"{name} {warning}"));
    }

    [Test]
    public void Reader_SecondPieceOfAudio_IsSaid()
    {
        using TempFolder folder = new();
        byte[] samples = OddStems.Integers(16, 16, false);
        string path = folder.Write("two.wav", OddStems.Riff([OddStems.Format(), OddStems.Chunk("data", samples), OddStems.Chunk("data", samples)]));
        using IStemReader reader = new FileStem(path).Open();

        Assert.That(reader.Warning, Is.EqualTo("two.wav holds 1 further piece of audio, and only the first is read."));
    }

    [Test]
    public void Reader_MuchJunkBehindTheAudio_IsLeftOutAndSaid()
    {
        using TempFolder folder = new();
        byte[] junk = [.. Enumerable.Repeat<byte[]>([0x80, 0x01], 50_000).SelectMany(pair => pair)];
        string path = folder.Write("junk.wav", [.. OddStems.All["good.wav"], .. junk]);
        using IStemReader reader = new FileStem(path).Open();

        Assert.That(Reading.All(reader)[0], Has.Length.EqualTo((int)(OddStems.Seconds * OddStems.RateHz)));
        Assert.That(reader.Warning, Is.EqualTo("junk.wav goes on for 97 KiB behind its audio with what is no chunk; that is left out."));
    }

    [TestCase(0, "Stem.wav says that it has no channel.")]
    [TestCase(1, "Stem.wav: its samples are A-law, and reading them needs ffmpeg, which is not installed. Install it, or export the stem as WAV or AIFF.")]
    [TestCase(2, "Stem.wav: its samples are Microsoft ADPCM, and reading them needs ffmpeg, which is not installed. Install it, or export the stem as WAV or AIFF.")]
    [TestCase(3, "Stem.wav holds no audio: its length is 0.")]
    [TestCase(4, "Stem.wav holds no audio: its length is 0.")]
    [TestCase(5, "Stem.wav is broken: it ends before any audio.")]
    [TestCase(6, "Stem.wav is broken: its audio comes without a description of the format.")]
    [TestCase(7, "Stem.wav is broken: its format description is 4 bytes long.")]
    [TestCase(8, "Stem.wav says that its samples have 48 bits, which WAV does not have.")]
    [TestCase(9, "Stem.wav says that it has no channel.")]
    public void Session_FileThatCannotBeRead_IsRefusedWithTheReason(int kind, string expected)
    {
        byte[] samples = OddStems.Integers(16, 16, false);
        byte[] list = OddStems.Chunk("LIST", [.. Enumerable.Repeat((byte)0x7F, 9000)]);
        byte[] data = OddStems.Chunk("data", samples);
        byte[] bytes = kind switch
        {
            0 => OddStems.Riff([OddStems.Format(channels: 0), data]),
            1 => OddStems.Riff([OddStems.Format(6, bits: 8), data]),
            2 => OddStems.Riff([OddStems.Format(2, bits: 4), data]),
            3 => OddStems.Riff([OddStems.Format(), OddStems.Chunk("data", [], 0), list], "RF64"),
            4 => OddStems.Riff([OddStems.Format(), OddStems.Chunk("data", [], 0)]),
            5 => OddStems.Riff([OddStems.Format(), list]),
            6 => OddStems.Riff([data, list]),
            7 => OddStems.Riff([OddStems.Chunk("fmt ", new byte[4]), data]),
            8 => OddStems.Riff([OddStems.Format(bits: 48), data]),
            _ => OddStems.Riff([OddStems.Format(3, 0, 32), data]),
        };
        using TempFolder folder = new();
        _ = folder.Write("Stem.wav", bytes);
        _ = folder.Write("Lead Vocal.wav", OddStems.All["good.wav"]);

        AppRun run = AppRun.With(folder.PathOf("no-ffmpeg"), folder.Root);

        Assert.That(run.Error, Is.EqualTo($"Warning: {expected} It is left out.{Environment.NewLine}"));
        Assert.That(run.Code, Is.Zero);
    }

    [Test]
    [Platform("Linux")]
    public void Session_FileThatFailsWhileItsHeadIsRead_IsLeftOutWithTheReason()
    {
        using TempFolder folder = new();
        _ = File.CreateSymbolicLink(folder.PathOf("Snare.wav"), "/proc/self/mem");
        _ = folder.Write("Lead Vocal.wav", OddStems.All["good.wav"]);

        AppRun run = AppRun.Of(folder.Root);

        Assert.That(run.Error, Does.StartWith("Warning: Snare.wav cannot be read: ").And.EndsWith($"It is left out.{Environment.NewLine}"));
        Assert.That(run.Code, Is.Zero);
    }

    [Test]
    public void Session_FileThatAnotherProgramStillWrites_IsRead()
    {
        using TempFolder folder = new();
        string path = folder.Write("Lead Vocal.wav", OddStems.All["good.wav"]);
        using FileStream writer = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);

        Assert.That(AppRun.Of(path).Code, Is.Zero);
    }

    private static IEnumerable<string> Names() => OddStems.All.Keys;
}
