using System.Text.Json;
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
