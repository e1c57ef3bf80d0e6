using System.Text.Json;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

public sealed class ReaperSessionTests
{
    private TempFolder _folder = null!;
    private SongMedia _media = null!;

    [OneTimeSetUp]
    public void Record()
    {
        _folder = new TempFolder();
        _media = SongMedia.Record(_folder);
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("top-down")]
    [TestCase("bottom-up")]
    public void Session_ReadsAsItsRenderedStems(string approach)
    {
        JsonElement session = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder), "--approach", approach, "--apply");
        IEnumerable<(RenderedStem, double)> stems = ReaperSong.Render(_media);
        string[] faders = approach == "top-down" ? [] : ["--apply"];

        JsonElement rendered = approach == "top-down"
            ? SessionReports.OfStems(_folder, stems, "--approach", approach, "--apply")
            : SessionReports.Of(_folder, out _, [RenderedFolder(), "--approach", approach, .. faders]);

        SessionReports.AssertAlike(session, rendered);
    }

    [Test]
    public void Mix_OfTheSession_IsThatOfItsRenderedStems()
    {
        string fromSession = _folder.PathOf("from-session");
        string fromStems = _folder.PathOf("from-stems");

        _ = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder), "--render", fromSession);
        _ = SessionReports.OfStems(_folder, ReaperSong.Render(_media), "--render", fromStems);

        float[][] ours = Reading.AllOf(Path.Combine(fromSession, "mix.wav"));
        float[][] theirs = Reading.AllOf(Path.Combine(fromStems, "mix.wav"));
        Assert.That(ours[0], Has.Length.EqualTo(theirs[0].Length));
        foreach ((float[] our, float[] their) in ours.Zip(theirs))
        {
            double rms = Math.Sqrt(their.Average(sample => (double)sample * sample));
            double error = Math.Sqrt(our.Zip(their, (a, b) => Math.Pow(a - b, 2)).Average());
            Assert.That(error, Is.LessThan(0.001 * rms));
        }
    }

    [Test]
    public void Session_TopDown_StartsAtItsOwnFaders()
    {
        JsonElement report = SessionReports.Of(_folder, out AppRun run, ReaperSong.Write(_folder));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SessionReports.Number(SessionReports.Track(report, "Bass"), "faderDb"), Is.EqualTo(20 * Math.Log10(ReaperSong.BassFader)).Within(0.001));
            Assert.That(run.Output, Does.Contain("faders as they are set"));
        }
    }

    [Test]
    public void Session_WithAStart_StartsThere()
    {
        JsonElement report = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder), "--start", "-12");

        Assert.That(report.GetProperty("tracks").EnumerateArray().Select(track => SessionReports.Number(track, "faderDb")), Is.All.EqualTo(-12));
    }

    [Test]
    public void Report_SaysTrackByTrackWhatIsNotHeard()
    {
        _ = SessionReports.Of(_folder, out AppRun run, ReaperSong.Write(_folder));
        string output = SessionReports.Unwrapped(run.Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("Read from song.rpp, written by REAPER 7.40: 5 of its 9 tracks are played, with its faders."));
            Assert.That(output, Does.Contain("The master fader, at −1.5 dB, is not counted"));
            Assert.That(output, Does.Contain("Lead Vocal: has 2 active plug-ins that are not heard here (ReaEQ, utility/volume); what it sends to Reverb is not heard here."));
            Assert.That(output, Does.Contain("Keys: between middle and side the pan is an approximation."));
            Assert.That(output, Does.Contain("Lead Vocal: curved fades are approximations."));
            Assert.That(output, Does.Contain("Reverb: is a return, fed by Lead Vocal at −12.0 dB; ReaVerbate makes its sound and is not run here, so its fader stays at 0.0 dB."));
            Assert.That(output, Does.Contain("Markers and regions: Verse 1 0:00.0 to 0:08.0, a mark 0:08.0."));
            Assert.That(output, Does.Contain("Guitar: is muted and is left out."));
            Assert.That(output, Does.Contain("Heard through Drums at −6.0 dB, Parallel at −1.9 dB."));
            Assert.That(run.Error, Is.Empty);
        }
    }

    [Test]
    public void Reports_HaveTheLinesToo()
    {
        string page = _folder.PathOf("report.html");

        JsonElement report = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder), "--html", page);

        Assert.That(report.GetProperty("notes").EnumerateArray().Select(line => line.GetString()), Has.Member("Guitar: is muted and is left out."));
        Assert.That(File.ReadAllText(page), Does.Contain("<li>Guitar: is muted and is left out.</li>"));
    }

    [Test]
    public void Media_ThatFfmpegReads_ReadAsTheirOwn()
    {
        foreach (string name in new[] { "vox", "kick", "snare", "bass", "guitar", "keys" })
        {
            _ = Directory.CreateDirectory(_folder.PathOf("packed"));
            Ffmpeg.Run("-i", _folder.PathOf($"media/{name}.wav"), "-c:a", "flac", "-sample_fmt", "s32", _folder.PathOf($"packed/{name}.flac"));
        }

        string packed = ReaperSong.Text.Replace(".wav\"", ".flac\"", StringComparison.Ordinal).Replace(".WAV\"", ".flac\"", StringComparison.Ordinal)
            .Replace("\"media\\", "\"packed\\", StringComparison.Ordinal).Replace("\"MEDIA/", "\"packed/", StringComparison.Ordinal);
        string session = _folder.Write("packed.rpp", System.Text.Encoding.UTF8.GetBytes(packed));

        SessionReports.AssertAlike(SessionReports.Of(_folder, out _, session), SessionReports.Of(_folder, out _, ReaperSong.Write(_folder)));
    }

    [Test]
    public void Focal_ThatIsMuted_SaysWhyItCannotBe()
    {
        AppRun run = AppRun.Of(ReaperSong.Write(_folder), "--focal", "Guitar");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("--focal \"Guitar\" cannot be used. Guitar: is muted and is left out."));
    }

    [TestCase("realtime")]
    [TestCase("render-ahead")]
    [TestCase("bounce")]
    public void Host_OfAnyKind_ReadsTheSame(string host)
    {
        JsonElement plain = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder));

        JsonElement hosted = SessionReports.Of(_folder, out _, ReaperSong.Write(_folder), "--host", host, "--block", "random", "--seed", "5");

        Assert.That(hosted.GetProperty("tracks").ToString(), Is.EqualTo(plain.GetProperty("tracks").ToString()));
    }

    private string RenderedFolder()
    {
        foreach ((RenderedStem stem, _) in ReaperSong.Render(_media))
        {
            stem.Write(_folder, "bottom-up");
        }

        return _folder.PathOf("bottom-up");
    }
}
