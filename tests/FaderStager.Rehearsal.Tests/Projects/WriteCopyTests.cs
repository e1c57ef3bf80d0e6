using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

public sealed partial class WriteCopyTests
{
    private TempFolder _folder = null!;

    [OneTimeSetUp]
    public void Record()
    {
        _folder = new TempFolder();
        _ = SongMedia.Record(_folder);
        _ = SongMedia.Record(_folder, "audio");
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("top-down")]
    [TestCase("bottom-up")]
    public void Reaper_Copy_DiffersInTheVolumesAlone_AndReadsAsPredicted(string approach)
    {
        string session = ReaperSong.Write(_folder);
        string copy = _folder.PathOf($"{approach}.rpp");

        JsonElement predicted = SessionReports.Of(_folder, out AppRun run, session, "--approach", approach, "--write", copy);

        string before = File.ReadAllText(session);
        string after = File.ReadAllText(copy);
        Assert.That(TrackVolume().Replace(after, "$1*"), Is.EqualTo(TrackVolume().Replace(before, "$1*")));
        Assert.That(TrackVolume().Matches(after).Select(match => match.Value).Zip(TrackVolume().Matches(before).Select(match => match.Value)).Count(pair => pair.First != pair.Second), Is.InRange(1, 5));
        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("and nothing else changed."));
        AssertAsPredicted(predicted, copy);
    }

    [TestCase("top-down")]
    [TestCase("bottom-up")]
    public void DawProject_Copy_DiffersInTheValuesAlone_AndReadsAsPredicted(string approach)
    {
        string session = DawSong.Write(_folder);
        string copy = _folder.PathOf($"{approach}.dawproject");

        JsonElement predicted = SessionReports.Of(_folder, out _, session, "--approach", approach, "--write", copy);

        using (ZipArchive before = ZipFile.OpenRead(session))
        using (ZipArchive after = ZipFile.OpenRead(copy))
        {
            Assert.That(after.Entries.Select(entry => (entry.FullName, entry.LastWriteTime)), Is.EqualTo(before.Entries.Select(entry => (entry.FullName, entry.LastWriteTime))));
            foreach (ZipArchiveEntry entry in before.Entries.Where(entry => entry.FullName != "project.xml"))
            {
                Assert.That(Content(after, entry.FullName), Is.EqualTo(Content(before, entry.FullName)), entry.FullName);
            }

            string xmlBefore = Encoding.UTF8.GetString(Content(before, "project.xml"));
            string xmlAfter = Encoding.UTF8.GetString(Content(after, "project.xml"));
            Assert.That(xmlAfter, Is.Not.EqualTo(xmlBefore));
            Assert.That(WithoutVolumes(xmlAfter), Is.EqualTo(WithoutVolumes(xmlBefore)));
        }

        AssertAsPredicted(predicted, copy);
    }

    [Test]
    public void DawProject_TrackWithoutAVolume_IsSaidAndLeft()
    {
        XDocument xml = XDocument.Parse(DawSong.Xml);
        xml.Descendants("Channel").Single(channel => channel.Element("Volume")?.Attribute("id")?.Value == "v5").Element("Volume")!.Remove();
        string copy = _folder.PathOf("without.dawproject");

        _ = SessionReports.Of(_folder, out AppRun run, DawSong.Write(_folder, "bare.dawproject", xml.ToString()), "--approach", "bottom-up", "--write", copy);

        Assert.That(SessionReports.Unwrapped(run.Output), Does.Match("The session holds no fader for Bass \\(to .+ dB\\): set it by hand\\."));
        Assert.That(File.Exists(copy));
    }

    [Test]
    public void Copy_OverTheSession_IsRefused()
    {
        string session = ReaperSong.Write(_folder, "keep.rpp");
        byte[] before = File.ReadAllBytes(session);

        AppRun run = AppRun.Of(session, "--write", Path.Combine(_folder.Root, ".", "KEEP.rpp"));

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("is the session itself: give the copy another name."));
        Assert.That(File.ReadAllBytes(session), Is.EqualTo(before));
    }

    [Test]
    public void Copy_OverAnything_IsRefused()
    {
        string session = ReaperSong.Write(_folder, "one.rpp");
        string other = ReaperSong.Write(_folder, "other.rpp");

        AppRun run = AppRun.Of(session, "--write", other);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("other.rpp is there already, and nothing is written over a session: choose another name."));
    }

    [Test]
    public void Copy_ThroughALinkToTheSession_IsRefused()
    {
        string session = ReaperSong.Write(_folder, "linked.rpp");
        string link = _folder.PathOf("link.rpp");
        _ = File.CreateSymbolicLink(link, session);

        AppRun run = AppRun.Of(session, "--write", link);

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(File.ReadAllText(session), Is.EqualTo(ReaperSong.Text));
    }

    [TestCase("copy.dawproject", "a copy of song.rpp ends with .rpp.")]
    [TestCase("nowhere/copy.rpp", "does not exist.")]
    public void Copy_ThatCannotBe_IsSaidBeforeTheWork(string name, string message)
    {
        AppRun run = AppRun.Of(ReaperSong.Write(_folder), "--write", _folder.PathOf(name));

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(run.Output, Is.Empty);
    }

    [TestCase("song.rpp")]
    [TestCase("song.dawproject")]
    public void Copy_OfASessionThatWasSavedMeanwhile_IsRefused(string name)
    {
        string session = name.EndsWith("rpp", StringComparison.Ordinal) ? ReaperSong.Write(_folder, "saved.rpp") : DawSong.Write(_folder, "saved.dawproject");
        string copy = _folder.PathOf("late" + Path.GetExtension(name));
        using IProjectFile project = ProjectFiles.Open(session, null);
        File.SetLastWriteTimeUtc(session, DateTime.UtcNow.AddSeconds(5));

        InputException problem = Assert.Throws<InputException>(() => project.WriteCopy(copy, new Dictionary<int, double> { [0] = -3 }, null))!;

        Assert.That(problem.Message, Does.Contain("was saved anew while it was measured: run it again. No copy is written."));
        Assert.That(Directory.EnumerateFiles(_folder.Root, "*late*"), Is.Empty);
    }

    [Test]
    public void Copy_OfBothApproaches_IsUsageError() => ExpectUsage("--write writes the faders of one approach", ReaperSong.Write(_folder), "--approach", "both", "--write", _folder.PathOf("both.rpp"));

    [Test]
    public void Copy_OfStems_IsUsageError() => ExpectUsage("--write is for a DAW's session", _folder.PathOf("media"), "--write", _folder.PathOf("stems.rpp"));

    [Test]
    public void Session_BesideStems_IsUsageError() => ExpectUsage("give it alone", ReaperSong.Write(_folder), _folder.PathOf("media"));

    [Test]
    public void Track_WithoutAVolumeLine_GetsOne()
    {
        string session = _folder.Write("bare.rpp", Encoding.UTF8.GetBytes(ReaperSong.Text.Replace("    VOLPAN 1.2 0 -1 -1 1\r\n", "", StringComparison.Ordinal)));
        string copy = _folder.PathOf("bare copy.rpp");

        JsonElement predicted = SessionReports.Of(_folder, out _, session, "--write", copy);

        AssertAsPredicted(predicted, copy);
    }

    private static void ExpectUsage(string message, params string[] arguments)
    {
        AppRun run = AppRun.Of(arguments);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(message));
    }

    private void AssertAsPredicted(JsonElement predicted, string copy)
    {
        JsonElement read = SessionReports.Of(_folder, out _, copy);
        using (Assert.EnterMultipleScope())
        {
            foreach (string name in SessionReports.NamesOf(predicted))
            {
                foreach (string figure in new[] { "relativeLu", "faderDb" })
                {
                    Assert.That(
                        SessionReports.Number(SessionReports.Track(read, name), figure),
                        Is.EqualTo(SessionReports.Number(SessionReports.Track(predicted, name), figure)).Within(SessionReports.ToleranceLu),
                        $"{name}: {figure}");
                }
            }
        }
    }

    private static byte[] Content(ZipArchive zip, string name)
    {
        using Stream stream = zip.GetEntry(name)!.Open();
        using MemoryStream content = new();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static string WithoutVolumes(string xml)
    {
        XDocument document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        foreach (XElement volume in document.Descendants("Channel").Select(channel => channel.Element("Volume")).OfType<XElement>())
        {
            volume.SetAttributeValue("value", "*");
        }

        return document.ToString(SaveOptions.DisableFormatting);
    }

    /// <summary>A track's own volume stands four blanks in; an item's stands deeper.</summary>
    [GeneratedRegex("^(    VOLPAN )([^ \r]+)", RegexOptions.Multiline)]
    private static partial Regex TrackVolume();
}
