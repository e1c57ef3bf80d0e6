using System.Globalization;
using System.IO.Compression;
using System.Text;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>Sessions that are damaged, hostile, or whose media are: a clear line each, nothing written, nothing thrown.</summary>
public sealed class BadSessionTests
{
    private TempFolder _folder = null!;

    [SetUp]
    public void Record()
    {
        _folder = new TempFolder();
        foreach (string subfolder in new[] { "media", "audio" })
        {
            _ = StemFolder.Add(_folder, Path.Combine(subfolder, "vox.wav"), -20, 8_000, seed: 1, channels: 1, seconds: 4);
            _ = StemFolder.Add(_folder, Path.Combine(subfolder, "kick.wav"), -20, 8_000, seed: 2, channels: 1, seconds: 4);
        }
    }

    [TearDown]
    public void Delete() => _folder.Dispose();

    [Test]
    public void Session_Missing_IsSaid() => Refused("nowhere.rpp does not exist.", _folder.PathOf("nowhere.rpp"));

    [TestCase("", "song.rpp is empty.")]
    [TestCase("dear mixer, these are my notes", "song.rpp is not a REAPER project, whatever its name says")]
    [TestCase("<REAPER_PROJECT 0.1\n>\n", "song.rpp has no tracks.")]
    [TestCase("<REAPER_PROJECT 0.1\n  <TRACK\n    NAME Vox\n    <ITEM\n      POSITION 0\n", "song.rpp is cut short: it ends inside the ITEM that starts in line 4.")]
    public void Reaper_Damaged_IsSaid(string text, string message) => Refused(message, _folder.Write("song.rpp", Encoding.UTF8.GetBytes(text)));

    [Test]
    public void Reaper_CutShort_IsNeverCopied()
    {
        string session = _folder.Write("song.rpp", Encoding.UTF8.GetBytes(Reaper()[..^30]));
        string copy = _folder.PathOf("copy.rpp");

        Refused("is cut short", session, "--write", copy);

        Assert.That(File.Exists(copy), Is.False);
    }

    [Test]
    public void Reaper_NestedTenThousandDeep_IsRead()
    {
        string nest = string.Concat(Enumerable.Repeat("<SOURCE SECTION\n", 10_000)) + string.Concat(Enumerable.Repeat(">\n", 10_000));
        string unknown = string.Concat(Enumerable.Repeat("<WHATEVER\n", 10_000)) + string.Concat(Enumerable.Repeat(">\n", 10_000));
        string folders = string.Concat(Enumerable.Repeat("  <TRACK\n    ISBUS 1 1\n  >\n", 1_000));

        Done(Write(Reaper(unknown + $"<TRACK\nNAME Deep\n<ITEM\nLENGTH 1\n{nest}>\n>\n")), "Deep: 1 clip names no file and is left out; nothing of it can be played");
        Done(Write(Reaper(folders)));
    }

    [Test]
    public void Reaper_LineOfAHundredMegabytes_IsPassedOverOrRefused()
    {
        string session = Write(Reaper("  RENDER_FILE " + new string('x', 100_000_000) + "\n"));
        Done(session);

        session = Write(Reaper("  <TRACK\n    NAME " + new string('x', 100_000_000) + "\n  >\n"));
        Refused("its line 2 is longer than 65536 bytes".Replace("line 2", "line 3", StringComparison.Ordinal), session);
    }

    [TestCase("nan")]
    [TestCase("inf")]
    [TestCase("1e300")]
    [TestCase("loud")]
    public void Reaper_GainThatIsNoNumber_LeavesThatOut(string gain)
    {
        Done(Write(Reaper(Track("Bass", $"VOLPAN {gain} 0 -1 -1 1", "kick.wav"))), gain == "1e300" ? "Bass: its fader stands at" : "Bass: its fader holds no usable number, so it is left out.");
        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "kick.wav", $"VOLPAN {gain} 0 1 -1"))), "Bass: 1 clip has a place, a length or a gain that is no usable number and is left out");
        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "kick.wav", $"POSITION {gain}"))), gain == "loud" || gain == "nan" || gain == "inf" || gain == "1e300" ? "Bass: 1 clip has a place" : "");
    }

    [Test]
    public void Media_Missing_LeavesTheTrackOutAndNamesTheFile() =>
        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "gone.wav"))), "Bass: 1 clip is left out: media/gone.wav is not there; nothing of it can be played, so it is left out.");

    [Test]
    public void Media_MissingInGreatNumber_StayOneLine()
    {
        string items = string.Concat(Enumerable.Range(0, 40).Select(index => $"<ITEM\nPOSITION {index}\nLENGTH 1\n<SOURCE WAVE\nFILE \"take {index}.wav\"\n>\n>\n"));

        AppRun run = Done(Write(Reaper($"<TRACK\nNAME Bass\n{items}>\n")));

        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain(
            "Bass: 1 clip is left out: take 0.wav is not there; 1 clip is left out: take 1.wav is not there; 1 clip is left out: take 2.wav is not there; 37 clips are left out: their media cannot be read either; nothing of it"));
        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Media that have moved are found with --media FOLDER, which says where else to look."));
    }

    [Test]
    public void Media_Moved_AreFoundInTheFolderSaid()
    {
        string moved = StemFolder.Add(_folder, "elsewhere/deep/Gone.WAV", -20, 8_000, seed: 3, channels: 1, seconds: 4);

        AppRun run = Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "gone.wav"))), "Bass: Gone.wav".Replace("Gone", "gone", StringComparison.Ordinal) + " is not where the session says;", "--media", Path.GetDirectoryName(Path.GetDirectoryName(moved))!);

        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("3 of its 3 tracks are played"));
    }

    [Test]
    public void Media_OfOneNameInTwoFolders_AreNotGuessed()
    {
        _ = StemFolder.Add(_folder, "elsewhere/a/gone.wav", -20, 8_000, seed: 3, channels: 1, seconds: 1);
        _ = StemFolder.Add(_folder, "elsewhere/b/gone.wav", -20, 8_000, seed: 4, channels: 1, seconds: 1);

        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "gone.wav"))), "and 2 files elsewhere are called so", "--media", _folder.PathOf("elsewhere"));
    }

    [Test]
    public void Media_FolderMissing_IsSaid() => Refused("there is no such folder.", Write(Reaper("")), "--media", _folder.PathOf("nowhere"));

    [Test]
    public void Media_OfNoAudio_LeavesTheTrackOut()
    {
        _ = _folder.Write("media/notes.wav", "dear mixer"u8.ToArray());
        _ = _folder.Write("media/empty.wav", []);

        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "notes.wav") + Track("Keys", "VOLPAN 1 0", "empty.wav"))), "Bass: 1 clip is left out: notes.wav", "Keys: 1 clip is left out: empty.wav is empty: 0 bytes");
    }

    [Test]
    public void Media_Locked_LeavesTheTrackOut()
    {
        string locked = StemFolder.Add(_folder, "media/locked.wav", -20, 8_000, seed: 3, channels: 1, seconds: 1);
        using FileStream other = new(locked, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Done(Write(Reaper(Track("Bass", "VOLPAN 1 0", "locked.wav"))), "Bass: 1 clip is left out: locked.wav cannot be opened");
    }

    [Test]
    public void Media_UnderTheNamesOfStagedStems_AreNeverWrittenOver()
    {
        byte[] before = File.ReadAllBytes(_folder.PathOf("media/kick.wav"));

        AppRun run = AppRun.Of(Write(Reaper()), "--render", _folder.PathOf("media"));

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("is one of the stems: render to another folder."));
        Assert.That(File.ReadAllBytes(_folder.PathOf("media/kick.wav")), Is.EqualTo(before));
    }

    [Test]
    public void Learn_FromASession_IsUsageError()
    {
        AppRun run = AppRun.Of("learn", Write(Reaper()), "--out", _folder.PathOf("mine.json"));

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("is a DAW's session: learn reads the stems of a finished mix"));
    }

    [Test]
    public void Media_NoneThere_IsRefusedWithALineATrack() =>
        Refused("Lead Vocal: 1 clip is left out: media/vox.wav is not there", _folder.Write("alone/song.rpp", Encoding.UTF8.GetBytes(Reaper())));

    [TestCase("", "is not a DAWproject, or it is cut short")]
    [TestCase("dear mixer", "is not a DAWproject, or it is cut short")]
    public void DawProject_NoArchive_IsSaid(string text, string message) => Refused(message, _folder.Write("song.dawproject", Encoding.UTF8.GetBytes(text)));

    [TestCase("<Project><Structure></Structure></Project>", "has no tracks")]
    [TestCase("<Project><Structure><Track/></Structure></Project>", "has no arrangement")]
    [TestCase("<Other/>", "is not a DAWproject: its project.xml holds no Project")]
    [TestCase("<Project><Structure>", "is no sound XML")]
    [TestCase("", "is no sound XML")]
    [TestCase("<!DOCTYPE Project [<!ENTITY a \"b\">]><Project>&a;</Project>", "is no sound XML: For security reasons DTD is prohibited")]
    [TestCase("<!DOCTYPE Project SYSTEM \"file:///etc/passwd\"><Project/>", "is no sound XML: For security reasons DTD is prohibited")]
    public void DawProject_Damaged_IsSaid(string xml, string message) => Refused(message, DawSong.Write(_folder, xml: xml));

    [Test]
    public void DawProject_CutShort_IsSaid()
    {
        string session = DawSong.Write(_folder, xml: Daw());
        File.WriteAllBytes(session, File.ReadAllBytes(session)[..^40]);

        Refused("is cut short", session);
    }

    [Test]
    public void DawProject_NestedTenThousandDeep_IsSaid() => Refused(
        "is nested deeper than 250 elements",
        DawSong.Write(_folder, xml: $"<Project><Structure>{string.Concat(Enumerable.Repeat("<Track>", 10_000))}{string.Concat(Enumerable.Repeat("</Track>", 10_000))}</Structure></Project>"));

    [Test]
    public void DawProject_WithoutTheProject_IsSaid()
    {
        using (ZipArchive zip = ZipFile.Open(_folder.PathOf("song.dawproject"), ZipArchiveMode.Create))
        {
            DawSong.Add(zip, "metadata.xml", "<MetaData/>"u8.ToArray(), CompressionLevel.Optimal);
        }

        Refused("it holds no project.xml.", _folder.PathOf("song.dawproject"));
    }

    [Test]
    public void DawProject_BombInItsProject_IsSaid()
    {
        using (ZipArchive zip = ZipFile.Open(_folder.PathOf("song.dawproject"), ZipArchiveMode.Create))
        {
            using Stream entry = zip.CreateEntry("project.xml", CompressionLevel.Fastest).Open();
            byte[] blanks = new byte[1 << 20];
            blanks.AsSpan().Fill((byte)' ');
            for (int megabyte = 0; megabyte < 300; megabyte++)
            {
                entry.Write(blanks);
            }
        }

        Refused("project.xml in song.dawproject is longer than 256 MB", _folder.PathOf("song.dawproject"));
    }

    [Test]
    public void DawProject_BombInItsMedia_LeavesTheTrackOut()
    {
        string session = DawSong.Write(_folder, xml: Daw("audio/bomb.wav"));
        using (ZipArchive zip = ZipFile.Open(session, ZipArchiveMode.Update))
        {
            using Stream entry = zip.CreateEntry("audio/bomb.wav", CompressionLevel.Fastest).Open();
            byte[] zeros = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 1_100; megabyte++)
            {
                entry.Write(zeros);
            }
        }

        Done(session, "Bass: 1 clip is left out: audio/bomb.wav in song.dawproject would be 1100 MB unpacked from");
    }

    [TestCase("../../etc/passwd")]
    [TestCase("/etc/passwd")]
    [TestCase("C:\\Windows\\win.ini")]
    [TestCase("audio\\..\\..\\x.wav")]
    public void DawProject_PathThatLeavesTheArchive_LeavesTheTrackOut(string path) =>
        Done(DawSong.Write(_folder, xml: Daw(path)), $"Bass: 1 clip is left out: {path} leads out of song.dawproject");

    [Test]
    public void DawProject_MediaNotInIt_LeavesTheTrackOut() => Done(DawSong.Write(_folder, xml: Daw("audio/gone.wav")), "Bass: 1 clip is left out: audio/gone.wav is not in song.dawproject");

    [TestCase("NaN")]
    [TestCase("inf")]
    [TestCase("-5")]
    [TestCase("loud")]
    public void DawProject_GainThatIsNoNumber_LeavesTheTrackOut(string gain) =>
        Done(DawSong.Write(_folder, xml: Daw(volume: gain)), "Bass: its fader holds no usable number, so it is left out.");

    [Test]
    public void DawProject_ClipsThatReferToOneAnother_AreSaid()
    {
        string xml = Daw().Replace("<Lanes track=\"t3\">", "<Lanes track=\"t3\"><Clips id=\"x\"><Clip time=\"0\" duration=\"9\" reference=\"x\"/><Clip time=\"0\" duration=\"9\" reference=\"x\"/></Clips>", StringComparison.Ordinal);

        Refused("which no session does.", DawSong.Write(_folder, xml: xml));
    }

    private static string Track(string name, string volume, string file, string item = "VOLPAN 1 0 1 -1") => $"""
          <TRACK
            NAME "{name}"
            {volume}
            <ITEM
              {item}
              LENGTH 4
              <SOURCE WAVE
                FILE "media/{file}"
              >
            >
          >

        """;

    private static string Reaper(string more = "") =>
        $"<REAPER_PROJECT 0.1 \"7.40/linux\" 1\n{more}{Track("Lead Vocal", "VOLPAN 1 0", "vox.wav")}{Track("Kick", "VOLPAN 1 0", "kick.wav")}>\n";

    private static string Daw(string bass = "audio/kick.wav", string volume = "1") => string.Create(CultureInfo.InvariantCulture, $"""
        <Project version="1.0">
          <Application name="Bitwig Studio" version="5.3"/>
          <Structure>
            <Track id="t1" name="Lead Vocal"><Channel id="c1"><Volume unit="linear" value="1" max="2"/></Channel></Track>
            <Track id="t2" name="Kick"><Channel id="c2"><Volume unit="linear" value="1" max="2"/></Channel></Track>
            <Track id="t3" name="Bass"><Channel id="c3"><Volume unit="linear" value="{volume}" max="2"/></Channel></Track>
          </Structure>
          <Arrangement>
            <Lanes timeUnit="seconds">
              <Lanes track="t1"><Clips><Clip time="0" duration="4"><Audio duration="4"><File path="audio/vox.wav"/></Audio></Clip></Clips></Lanes>
              <Lanes track="t2"><Clips><Clip time="0" duration="4"><Audio duration="4"><File path="audio/kick.wav"/></Audio></Clip></Clips></Lanes>
              <Lanes track="t3"><Clips><Clip time="0" duration="4"><Audio duration="4"><File path="{bass}"/></Audio></Clip></Clips></Lanes>
            </Lanes>
          </Arrangement>
        </Project>
        """);

    private string Write(string reaper) => _folder.Write("song.rpp", Encoding.UTF8.GetBytes(reaper));

    private static void Refused(string message, params string[] arguments)
    {
        AppRun run = AppRun.Of(arguments);

        Assert.That(run.Code, Is.EqualTo(1), run.Error);
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Output, Is.Empty);
    }

    private static AppRun Done(string session, string line = "", params string[] more)
    {
        string[] lines = line.Length == 0 ? [] : [line, .. more.Where(text => text.Contains(": ", StringComparison.Ordinal))];
        AppRun run = AppRun.Of([session, .. more.Where(text => !text.Contains(": ", StringComparison.Ordinal))]);

        Assert.That(run.Code, Is.Zero, run.Error);
        foreach (string expected in lines)
        {
            Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain(expected));
        }

        return run;
    }
}
