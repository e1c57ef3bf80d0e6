using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;
using FaderStager.Staging.Settings;

namespace FaderStager.Rehearsal.Tests.Session;

/// <summary>Sessions as people have them: clips with time stamps, pairs, many channels, the bounce among the stems.</summary>
public sealed class StemsAsPeopleHaveThemTests
{
    private const int RateHz = 8000;

    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Stamps_ClipsOfOneSong_ReadAsTheWholeStemsDo()
    {
        // The vocal sings from 4 to 10 s over a bass that is 12 dB louder from 6 s on: laid at 0 they meet elsewhere.
        float[] bass = [.. Signals.Noise(0.05, 6, 1, RateHz), .. Signals.Noise(0.2, 6, 2, RateHz)];
        float[] vocal = Signals.Noise(0.1, 6, 3, RateHz);
        Write("whole/Lead Vocal.wav", [.. new float[4 * RateHz], .. vocal, .. new float[2 * RateHz]]);
        Write("whole/Bass.wav", bass);
        Write("clips/Lead Vocal.wav", vocal, stampSeconds: 3604);
        Write("clips/Bass.wav", bass, stampSeconds: 3600);

        JsonElement whole = Track(Report("whole"), "Bass");
        JsonElement clips = Track(Report("clips"), "Bass");
        JsonElement unlaid = Track(Report("clips", "--no-stamps"), "Bass");

        Assert.Multiple(() =>
        {
            Assert.That(clips.GetProperty("relativeLu").GetDouble(), Is.EqualTo(whole.GetProperty("relativeLu").GetDouble()).Within(0.01));
            Assert.That(clips.GetProperty("heardTogetherSeconds").GetDouble(), Is.EqualTo(whole.GetProperty("heardTogetherSeconds").GetDouble()).Within(0.11));
            Assert.That(unlaid.GetProperty("relativeLu").GetDouble(), Is.Not.EqualTo(whole.GetProperty("relativeLu").GetDouble()).Within(1));
        });
    }

    [Test]
    public void Stamps_Rendered_MixIsTheSumInPlaceAndAllKeepTheirStamps()
    {
        float[] bass = Signals.Noise(0.1, 6, 1, RateHz);
        float[] vocal = Signals.Noise(0.1, 3, 2, RateHz);
        Write("clips/Lead Vocal.wav", vocal, stampSeconds: 3602);
        Write("clips/Bass.wav", bass, stampSeconds: 3600);

        AppRun run = AppRun.Of(_folder.PathOf("clips"), "--tolerance", "30", "--render", _folder.PathOf("staged"));

        float[] mix = Reading.AllOf(_folder.PathOf("staged/mix.wav"))[0];
        float[] staged = Reading.AllOf(_folder.PathOf("staged/Lead Vocal.wav"))[0];
        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("Laid by their time stamps: Lead Vocal at 0:02.0. --no-stamps lays all at the start."));
            Assert.That(staged, Has.Length.EqualTo(vocal.Length));
            Assert.That(mix, Has.Length.EqualTo(bass.Length));
            Assert.That(mix[(2 * RateHz)..(5 * RateHz)], Is.EqualTo(bass[(2 * RateHz)..(5 * RateHz)].Zip(vocal, (one, other) => one + other)));
            Assert.That(StampOf("staged/mix.wav"), Is.EqualTo(3600 * RateHz));
            Assert.That(StampOf("staged/Lead Vocal.wav"), Is.EqualTo(3602 * RateHz));
        });
    }

    [Test]
    public void Lengths_DifferentWithoutStamps_AreWarnedOf()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 6, 1, RateHz));
        Write("song/Bass.wav", Signals.Noise(0.1, 3, 2, RateHz));

        Assert.That(
            AppRun.Of(_folder.PathOf("song")).Error.Trim(),
            Is.EqualTo("Warning: The stems are 0:03.0 to 0:06.0 long and have no time stamps, so all are laid at the start. Where one belongs later, export it from the song's start."));
    }

    [Test]
    public void Stamps_OfAnotherDay_AreNotFollowed()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 2, 1, RateHz), stampSeconds: 0);
        Write("song/Bass.wav", Signals.Noise(0.1, 2, 2, RateHz), stampSeconds: 80_000);

        Assert.That(AppRun.Of(_folder.PathOf("song")).Error, Does.Contain("The time stamps are 22:13:20.0 apart, which is no song, so all stems are laid at the start."));
    }

    [Test]
    public void Stamps_ThatLeaveAStemAlone_AreWarnedOf()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 2, 1, RateHz), stampSeconds: 10);
        Write("song/Bass.wav", Signals.Noise(0.1, 2, 2, RateHz), stampSeconds: 10);
        Write("song/Keys.wav", Signals.Noise(0.1, 2, 3, RateHz), stampSeconds: 20);
        Write("song/Pad.wav", Signals.Noise(0.1, 2, 4, RateHz));

        string error = AppRun.Of(_folder.PathOf("song")).Error;

        Assert.That(error, Does.Contain("Keys sounds with no other stem where its time stamp lays it, from 0:10.0 to 0:12.0."));
        Assert.That(error, Does.Contain("Pad has no time stamp beside 3 stems that have one, so the start is where it is laid."));
    }

    [TestCase("Gtr.L.wav", "Gtr.R.wav", "Gtr")]
    [TestCase("Gtr_L.wav", "Gtr_R.wav", "Gtr")]
    [TestCase("Gtr-l.wav", "Gtr-r.wav", "Gtr")]
    [TestCase("Gtr (L).wav", "Gtr (R).wav", "Gtr")]
    [TestCase("Gtr(L).wav", "Gtr(R).wav", "Gtr")]
    [TestCase("Gtr.left.wav", "Gtr.right.wav", "Gtr")]
    [TestCase("Gtr Left.wav", "Gtr Right.wav", "Gtr")]
    [TestCase("02 Gtr_Left.aif", "02 Gtr_Right.aif", "02 Gtr")]
    public void Pairs_MonoFilesOfOneLength_AreOneStereoTrack(string left, string right, string name)
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 2, 1, RateHz));
        Write("song/" + left, Signals.Noise(0.1, 2, 2, RateHz));
        Write("song/" + right, Signals.Noise(0.05, 2, 3, RateHz));
        string staged = _folder.PathOf("staged");

        AppRun run = AppRun.Of(_folder.PathOf("song"), "--tolerance", "30", "--render", staged);

        Assert.That(run.Output, Does.Contain($"are one stereo track, {name}. --no-pairs keeps them apart."));
        float[][] gtr = Reading.AllOf(Path.Combine(staged, $"{name}.wav"));
        Assert.That(gtr[0], Is.EqualTo(Reading.AllOf(_folder.PathOf("song/" + left))[0]));
        Assert.That(gtr[1], Is.EqualTo(Reading.AllOf(_folder.PathOf("song/" + right))[0]));
        Assert.That(AppRun.Of(_folder.PathOf("song"), "--no-pairs").Output, Does.Contain("3 tracks around"));
    }

    [TestCase("Gtr.L.wav", 2.0, "Gtr.R.wav", 2.5)]
    [TestCase("Gtr.L.wav", 2.0, "Gtr_R.wav", 2.0)]
    [TestCase("Gtr.L.wav", 2.0, "Bass.R.wav", 2.0)]
    [TestCase("Gtr L.wav", 2.0, "Gtr R.wav", 2.0)]
    [TestCase("Bell.wav", 2.0, "Ber.wav", 2.0)]
    public void Pairs_FilesThatAreNone_StayApart(string one, double oneSeconds, string other, double otherSeconds)
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 2, 1, RateHz));
        Write("song/" + one, Signals.Noise(0.1, oneSeconds, 2, RateHz));
        Write("song/" + other, Signals.Noise(0.1, otherSeconds, 3, RateHz));

        Assert.That(AppRun.Of(_folder.PathOf("song")).Output, Does.Contain("3 tracks around"));
    }

    [Test]
    public void Split_PolyphonicRecording_GivesOneTrackAChannelByItsNames()
    {
        float[][] channels = [.. Enumerable.Range(0, 4).Select(channel => Signals.Noise(0.02 * (channel + 1), 2, channel, RateHz))];
        float[] interleaved = [.. Enumerable.Range(0, channels[0].Length).SelectMany(frame => channels.Select(channel => channel[frame]))];
        byte[] names = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><BWFXML><TRACK_LIST><TRACK><INTERLEAVE_INDEX>1</INTERLEAVE_INDEX><NAME>Lead Vocal</NAME></TRACK><TRACK><INTERLEAVE_INDEX>3</INTERLEAVE_INDEX><NAME>Bass</NAME></TRACK></TRACK_LIST></BWFXML>");
        _ = _folder.Write("song/Take.wav", StemBytes.Wav(32, true, 4, RateHz, interleaved, before: StemBytes.Chunk("iXML", names)));

        AppRun whole = AppRun.Of(_folder.PathOf("song"));
        AppRun split = AppRun.Of(_folder.PathOf("song"), "--split", "--tolerance", "30", "--render", _folder.PathOf("staged"));

        Assert.That(whole.Error, Does.Contain("Take.wav has 4 channels; a stem has one or two. Take each channel as a track with --split, or export it as mono or stereo."));
        Assert.That(split.Output, Does.Contain("Take is split into 4 tracks: "));
        string[] files = ["Lead Vocal.wav", "Take 2.wav", "Bass.wav", "Take 4.wav"];
        Assert.That(files.Select(file => Reading.AllOf(_folder.PathOf("staged/" + file))[0]), Is.EqualTo(channels));
    }

    [Test]
    public void Split_SixChannelsOfFlac_AreTracks()
    {
        string wav = _folder.Write("six.wav", StemBytes.Wav(16, false, 6, 48_000, Signals.Noise(0.1, 6, 1)));
        _ = Directory.CreateDirectory(_folder.PathOf("song"));
        Ffmpeg("-i", wav, _folder.PathOf("song/Surround.flac"));

        Assert.That(AppRun.Of(_folder.PathOf("song")).Error, Does.Contain("Surround.flac has 6 channels;"));
        Assert.That(AppRun.Of(_folder.PathOf("song"), "--split", "--focal", "Surround 1").Output, Does.Contain("6 tracks around Surround 1"));
    }

    [TestCase("Song.wav", "Song is the sum of the others within 1 dB, so it is taken for the mix bus.")]
    [TestCase("Song Mixdown.wav", "Song Mixdown is taken for the mix bus by its name")]
    public void Bounce_AmongTheStems_IsTheMixBus(string name, string said)
    {
        float[] vocal = Signals.Noise(0.1, 6, 1, RateHz);
        float[] bass = Signals.Noise(0.12, 6, 2, RateHz);
        float[] keys = Signals.Noise(0.08, 6, 3, RateHz);
        Write("song/Lead Vocal.wav", vocal);
        Write("song/Bass.wav", bass);
        Write("song/Keys.wav", keys);
        Write("song/" + name, [.. vocal.Select((sample, frame) => 0.95f * (sample + bass[frame] + keys[frame]))]);

        AppRun run = AppRun.Of(_folder.PathOf("song"));

        Assert.That(run.Output, Does.Contain(said));
        Assert.That(run.Output.Split('\n'), Has.One.StartsWith(Path.GetFileNameWithoutExtension(name) + " ").And.EndsWith(" mix bus"));
    }

    [Test]
    public void Bounce_CopyOrEquallyLoudStem_IsNone()
    {
        float[] snare = Signals.Noise(0.1, 6, 1, RateHz);
        Write("song/Lead Vocal.wav", Signals.Noise(0.01, 6, 2, RateHz));
        Write("song/Snare.wav", snare);
        Write("song/Snare Copy.wav", snare);
        Write("loud/Lead Vocal.wav", Signals.Noise(0.1, 6, 3, RateHz));
        Write("loud/Keys.wav", Signals.Noise(0.1, 6, 4, RateHz));
        Write("loud/Pad.wav", Signals.Noise(0.1414, 6, 5, RateHz));

        Assert.That(AppRun.Of(_folder.PathOf("song")).Output, Does.Not.Contain("taken for the mix bus"));
        Assert.That(AppRun.Of(_folder.PathOf("loud")).Output, Does.Not.Contain("taken for the mix bus"));
    }

    [Test]
    public void Groups_OfAnySize_GiveTheSameReportAndMix()
    {
        float[] vocal = Signals.Noise(0.1, 5, 9, RateHz);
        Write("song/Lead Vocal.wav", vocal);
        for (int stem = 0; stem < 6; stem++)
        {
            Write($"song/Keys {stem}.wav", Signals.Noise(0.02 * (stem + 1), 3 + (0.5 * stem), stem, RateHz));
        }

        (string oneReport, byte[] oneMix) = Staged("one", 1);
        (string threeReport, byte[] threeMix) = Staged("three", 3);
        (string allReport, byte[] allMix) = Staged("all", 100);

        Assert.Multiple(() =>
        {
            Assert.That(oneReport, Is.EqualTo(allReport));
            Assert.That(threeReport, Is.EqualTo(allReport));
            Assert.That(oneMix, Is.EqualTo(allMix));
            Assert.That(threeMix, Is.EqualTo(allMix));
            Assert.That(Directory.GetFiles(_folder.PathOf("three")), Has.Length.EqualTo(8), "nothing is left but stems and mix");
        });
    }

    [Test]
    public void Stem_ThatCannotBeOpenedInTheEnd_IsLeftOutAndTheRestIsStaged()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 3, 1, RateHz));
        Write("song/Bass.wav", Signals.Noise(0.1, 3, 2, RateHz));
        _ = _folder.Write("song/Keys.mp3", [.. "this is no music"u8]);

        AppRun run = AppRun.Of(_folder.PathOf("song"), "--render", _folder.PathOf("staged"));
        AppRun focal = AppRun.Of(_folder.PathOf("song"), "--focal", "Keys");

        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That(run.Error, Does.Match("Warning: Keys\\.mp3 .* It is left out\\."));
            Assert.That(run.Output, Does.Contain("2 tracks around Lead Vocal"));
            Assert.That(File.Exists(_folder.PathOf("staged/Bass.wav")));
            Assert.That(focal.Code, Is.EqualTo(1));
            Assert.That(focal.Error, Does.Contain("The focal \"Keys\" cannot be used."));
        });
    }

    [Test]
    public void Stem_Under400Ms_IsTooShortAndNotSilent()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 0.3, 1, RateHz));

        AppRun run = AppRun.Of(_folder.PathOf("song"));

        Assert.That(run.Error, Does.Contain("Lead Vocal.wav is too short to be measured: 0.30 s, and loudness needs 400 ms, so nothing can be set against it."));
        Assert.That(run.Error, Does.Not.Contain("silent"));
        Assert.That(run.Code, Is.EqualTo(1));
    }

    [Test]
    [Platform("Linux")]
    public void Name_WithControlCharactersOrNoText_IsShownSafelyAndOpened()
    {
        Write("song/Lead Vocal.wav", Signals.Noise(0.1, 2, 1, RateHz));
        Write("song/Bass\n\u001b[2J\u202e.wav", Signals.Noise(0.1, 2, 2, RateHz));
        string made = _folder.Write("song/made.wav", File.ReadAllBytes(_folder.PathOf("song/Lead Vocal.wav")));
        Bash("mv \"$1\" \"$(dirname \"$1\")/$(printf 'St\\374ck.wav')\"", made);

        AppRun run = AppRun.Of(_folder.PathOf("song"), "--render", _folder.PathOf("staged"));
        Bash("rm -r \"$1\"", _folder.PathOf("song"));

        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero, run.Error);
            Assert.That(run.Output, Does.Contain("3 tracks around Lead Vocal").And.Contain("Bass␊␛[2J\uFFFD").And.Contain("St\uFFFDck"));
            Assert.That(run.Output, Does.Not.Contain('\u001b').And.Not.Contain('\u202e'));
            Assert.That(Directory.GetFiles(_folder.PathOf("staged")), Has.Length.EqualTo(4));
        });
    }

    [Test]
    public void Flac_MoreStemsThanAreReadAtOnce_AreAllStaged()
    {
        const int Stems = 35;
        string wav = _folder.Write("one.wav", StemBytes.Wav(16, false, 1, RateHz, Signals.Noise(0.1, 2, 1, RateHz)));
        _ = Directory.CreateDirectory(_folder.PathOf("song"));
        Ffmpeg("-i", wav, _folder.PathOf("song/Lead Vocal.flac"));
        for (int stem = 1; stem < Stems; stem++)
        {
            File.Copy(_folder.PathOf("song/Lead Vocal.flac"), _folder.PathOf($"song/Keys {stem}.flac"));
        }

        AppRun run = AppRun.Of(_folder.PathOf("song"), "--render", _folder.PathOf("staged"));

        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain($"{Stems} staged stems"));
    }

    private static JsonElement Track(JsonElement report, string name) =>
        report.GetProperty("tracks").EnumerateArray().First(track => track.GetProperty("name").GetString() == name);

    private static void Bash(string script, string argument)
    {
        using Process process = Process.Start("bash", ["-c", script, "bash", argument])!;
        process.WaitForExit();
    }

    private static void Ffmpeg(params string[] arguments)
    {
        using Process process = Process.Start("ffmpeg", ["-v", "error", "-nostdin", "-y", .. arguments])!;
        process.WaitForExit();
        Assert.That(process.ExitCode, Is.Zero);
    }

    private (string Report, byte[] Mix) Staged(string folder, int stemsAtOnce)
    {
        StemSession session = StemSession.FromPaths([_folder.PathOf("song")], FileStem.DefaultFfmpeg);
        using RehearsalRun run = new(session, new ProfileLibrary(), MixSettings.Default) { StemsAtOnce = stemsAtOnce };
        _ = run.Measure(HostTiming.Realtime, BlockSizes.Usual);
        run.SetFocal(session.Find("Lead Vocal", "--focal"));
        StagedMix mix = run.Stage(ApproachKind.TopDown, new Dictionary<SessionTrack, double>(), forwardLu: null, applies: true);
        _ = StemRenderer.Render(run, mix.Last, _folder.PathOf(folder));
        return (FaderStager.Reports.MixReport.From(mix.Last).ToJson(), File.ReadAllBytes(Path.Combine(_folder.PathOf(folder), StemRenderer.MixFile)));
    }

    private long? StampOf(string name) => new FileStem(_folder.PathOf(name)).Inspect()!.TimeReferenceFrames;

    private JsonElement Report(string song, params string[] arguments)
    {
        string file = _folder.PathOf("report.json");
        AppRun run = AppRun.Of([_folder.PathOf(song), "--json", file, .. arguments]);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }

    private void Write(string name, float[] samples, double? stampSeconds = null)
    {
        byte[] bext = new byte[602];
        BinaryPrimitives.WriteInt64LittleEndian(bext.AsSpan(338), (long)((stampSeconds ?? 0) * RateHz));
        _ = _folder.Write(name, StemBytes.Wav(32, true, 1, RateHz, samples, before: stampSeconds is null ? null : StemBytes.Chunk("bext", bext)));
    }
}
