using System.Text.Json;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Projects.DawProject;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

public sealed class DawProjectSessionTests
{
    private TempFolder _folder = null!;
    private SongMedia _media = null!;

    [OneTimeSetUp]
    public void Record()
    {
        _folder = new TempFolder();
        _media = SongMedia.Record(_folder, "audio");
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Session_ReadsAsItsRenderedStems()
    {
        JsonElement session = SessionReports.Of(_folder, out _, DawSong.Write(_folder), "--apply");

        JsonElement rendered = SessionReports.OfStems(_folder, DawSong.Render(_media), "--apply");

        SessionReports.AssertAlike(session, rendered);
    }

    [Test]
    public void Report_SaysTrackByTrackWhatIsNotHeard()
    {
        _ = SessionReports.Of(_folder, out AppRun run, DawSong.Write(_folder));
        string output = SessionReports.Unwrapped(run.Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("Read from song.dawproject, written by Bitwig Studio 5.3: 5 of its 11 tracks are played, with its faders."));
            Assert.That(output, Does.Contain("Lead Vocal: has 1 active plug-in that is not heard here (Squeeze); what it sends to Hall is not heard here."));
            Assert.That(output, Does.Contain(": fades are played straight, for the format tells no curve."));
            Assert.That(output, Does.Contain("Guitar: is muted and is left out."));
            Assert.That(output, Does.Contain("Synth: 1 clip is MIDI and is left out; nothing of it can be played, so it is left out."));
            Assert.That(run.Error, Is.Empty);
        }
    }

    [Test]
    public void Media_OutsideTheArchive_AreFoundBesideIt()
    {
        string xml = DawSong.Xml.Replace("path=\"audio/", "external=\"true\" path=\"audio\\", StringComparison.Ordinal);
        string session = DawSong.Write(_folder, "outside.dawproject", xml);

        SessionReports.AssertAlike(SessionReports.Of(_folder, out _, session), SessionReports.Of(_folder, out _, DawSong.Write(_folder)));
    }

    [Test]
    public void Clip_Stretched_IsPlayedAtItsSpeedAndSaid()
    {
        // 20 s of the file in 10 s of the song: all of it is heard by 7 s of the clip's 14 beats.
        string xml = DawSong.Xml.Replace("<Warp time=\"40\" contentTime=\"20\"/>", "<Warp time=\"40\" contentTime=\"40\"/>", StringComparison.Ordinal);

        _ = SessionReports.Of(_folder, out AppRun run, DawSong.Write(_folder, "stretched.dawproject", xml));

        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Keys: 1 clip is stretched and is played with its pitch changed."));
    }

    [TestCase("<Audio channels=\"2\" duration=\"20\" sampleRate=\"48000\"><File path=\"audio/bass.wav\"/></Audio>", "", "Bass: 1 clip holds nothing in the file and is left out")]
    [TestCase("path=\"audio/bass.wav\"", "path=\"audio/low.wav\"", "Bass: 1 clip is left out: audio/low.wav is not in odd.dawproject")]
    [TestCase("id=\"t5\"", "id=\"t5\" loaded=\"false\"", "Bass: is muted and is left out.")]
    [TestCase("<Lanes track=\"t5\">", "<Lanes track=\"t5\"><Points><Target parameter=\"v5\"/><RealPoint time=\"0\" value=\"1\"/></Points>", "Bass: its volume is automated; the fader is taken as it stands.")]
    [TestCase("value=\"0.3\" id=\"v5\"", "value=\"0.3\" id=\"v5\" ", "5 of its 11 tracks are played")]
    [TestCase("unit=\"linear\" value=\"0.3\"", "unit=\"percent\" value=\"30\"", "Bass: its volume is given in \"percent\", which says no dB; its fader holds no usable number, so it is left out.")]
    public void Session_WithSomethingOdd_SaysSo(string part, string other, string line)
    {
        string xml = DawSong.Xml.Replace(part, other, StringComparison.Ordinal);

        _ = SessionReports.Of(_folder, out AppRun run, DawSong.Write(_folder, "odd.dawproject", xml));

        Assert.That(xml, Is.Not.EqualTo(DawSong.Xml));

        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain(line));
    }

    [Test]
    public void Tempo_ThatChanges_MovesClipsAsTheirBeats()
    {
        // 60 bpm for the first 4 beats, then 120 again: all that starts behind them is 2 s later.
        string slower = DawSong.Xml.Replace("<Markers", "<TempoAutomation timeUnit=\"beats\" unit=\"bpm\"><RealPoint time=\"0\" value=\"60\"/><RealPoint time=\"4\" value=\"120\"/></TempoAutomation><Markers", StringComparison.Ordinal);
        using StringReader text = new(slower);
        using StringReader plain = new(DawSong.Xml);

        ProjectClip keys = DawProjectReader.Read(text, "slower").Session.Tracks[5].Clips.Single();
        ProjectClip before = DawProjectReader.Read(plain, "plain").Session.Tracks[5].Clips.Single();

        Assert.That((keys.Speed, keys.Media), Is.EqualTo((1.0, before.Media)));
        Assert.That(keys.OffsetSeconds, Is.EqualTo(before.OffsetSeconds).Within(2e-3));
        Assert.That(keys.StartSeconds, Is.EqualTo(before.StartSeconds + 2).Within(1e-6));
        Assert.That(keys.LengthSeconds, Is.EqualTo(before.LengthSeconds).Within(1e-6));
    }

    [Test]
    public void Markers_InLanes_AreReadInTheirUnit()
    {
        // Beats at 120 bpm.
        string xml = DawSong.Xml.Replace("<Lanes track=\"t5\">", "<Lanes timeUnit=\"beats\"><markers><Marker time=\"3\" name=\"Bridge\"/></markers></Lanes><Lanes track=\"t5\">", StringComparison.Ordinal);
        using StringReader text = new(xml);

        Assert.That(DawProjectReader.Read(text, "song").Session.Markers, Has.Member(new ProjectMarker("Bridge", 1.5)));
    }

    [Test]
    public void Session_LeavesNothingUnpackedBehind()
    {
        string[] before = Unpacked();

        _ = SessionReports.Of(_folder, out _, DawSong.Write(_folder));

        Assert.That(Unpacked().Except(before), Is.Empty);
    }

    private static string[] Unpacked() =>
        [.. Directory.EnumerateFiles(Path.GetTempPath(), "snare.wav", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 3 }).Where(file => file.Contains("faderstager-unpacked-", StringComparison.Ordinal))];
}
