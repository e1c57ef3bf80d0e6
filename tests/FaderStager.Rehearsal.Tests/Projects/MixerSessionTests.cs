using System.Text;
using System.Text.Json;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>What the mixer of a session tells: folders, returns, colours, markers, files of many channels.</summary>
public sealed class MixerSessionTests
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

    [Test]
    public void Folders_TellRolesAndVoices()
    {
        JsonElement report = SessionReports.Of(
            _folder,
            out AppRun run,
            Write("folders", Track("Lead Vocal", "vox"), Folder("Drums"), Folder("Kick"), Track("In", "kick"), Track("Out", "kick", "ISBUS 2 -1"), Track("57", "snare", "ISBUS 2 -1"), Folder("BGV"), Track("Anna", "keys"), Track("Ben", "keys", "ISBUS 2 -1"), Track("Bass", "bass")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Texts(report, "role"), Is.EqualTo(new[] { "lead-vocal", "kick", "kick", "other", "backing-vocals", "backing-vocals", "bass" }));
            Assert.That(Texts(report, "voice"), Is.EqualTo(new[] { "Lead Vocal", "Kick", "Kick", "57", "BGV", "BGV", "Bass" }));
            Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Heard as one and moved alike: Kick (In, Out); BGV (Anna, Ben)."));
        }
    }

    [Test]
    public void Levels_AreThoseIntoThePlugIns_WhateverFoldersAndPansDoBehindThem()
    {
        string plain = Write("plain", Track("Lead Vocal", "vox"), Track("Kick", "kick"));
        string behind = Write("behind", Track("Lead Vocal", "vox", "VOLPAN 1 -1 1 -1 1"), Line("Drums", "ISBUS 1 1", "VOLPAN 0.25 0 -1 -1 1"), Track("Kick", "kick", "ISBUS 2 -1"));

        JsonElement expected = SessionReports.Of(_folder, out _, plain);
        JsonElement report = SessionReports.Of(_folder, out AppRun run, behind);

        using (Assert.EnterMultipleScope())
        {
            JsonElement kick = SessionReports.Track(report, "Kick").GetProperty("levels");
            JsonElement before = SessionReports.Track(expected, "Kick").GetProperty("levels");
            foreach (string figure in new[] { "rmsDbfs", "samplePeakDbfs", "truePeakDbtp", "trimDb" })
            {
                Assert.That(SessionReports.Number(kick, figure), Is.EqualTo(SessionReports.Number(before, figure)).Within(0.1), figure);
            }

            Assert.That(SessionReports.Number(SessionReports.Track(report, "Kick"), "integratedLufs"), Is.EqualTo(SessionReports.Number(SessionReports.Track(expected, "Kick"), "integratedLufs") - 12.04).Within(0.05));
            Assert.That(run.Error, Is.Empty);
        }
    }

    [Test]
    public void Groups_OfADawProject_TellRolesAndVoices()
    {
        static string Singer(string name, string id, string destination) =>
            $"<Track contentType=\"audio\" id=\"{id}\" name=\"{name}\"><Channel id=\"{id}c\" destination=\"{destination}\"/></Track>";
        static string Lane(string id, string file) =>
            $"<Lanes track=\"{id}\"><Clips><Clip time=\"0\" duration=\"14\"><Audio channels=\"1\" duration=\"20\" sampleRate=\"48000\"><File external=\"true\" path=\"media/{file}.wav\"/></Audio></Clip></Clips></Lanes>";
        string xml = $"""
            <Project version="1.0"><Structure>{Singer("Lead Vocal", "t1", "m")}{Singer("Anna", "t2", "g")}{Singer("Ben", "t3", "g")}
            <Track contentType="tracks" id="t4" name="Choir Stack BGV"><Channel id="g" role="submix" destination="m"/></Track>
            <Channel id="m" role="master"/></Structure>
            <Arrangement><Lanes timeUnit="seconds">{Lane("t1", "vox")}{Lane("t2", "snare")}{Lane("t3", "snare")}</Lanes></Arrangement></Project>
            """;

        JsonElement report = SessionReports.Of(_folder, out _, DawSong.Write(_folder, "groups.dawproject", xml));

        Assert.That(Texts(report, "voice"), Is.EqualTo(new[] { "Lead Vocal", "Choir Stack BGV", "Choir Stack BGV" }));
    }

    [Test]
    public void Return_BeforeFadersWithoutPlugIns_IsATrackOfItsOwn()
    {
        string session = Write("wide", Track("Lead Vocal", "vox", "VOLPAN 0.25 0 -1 -1 1"), Track("Bass", "bass"), Line("Aux 1", "VOLPAN 0.8 0 -1 -1 1", "AUXRECV 0 3 0.5 0 0 0 0 0 0", "AUXRECV 1 1 0.125 0 0 0 0 0 0"));
        RenderedStem aux = new RenderedStem(_media, "Aux 1", 48_000, 2, 14).Clip("vox.wav", 0, 14, 0, 0.5, 0.5).Clip("bass.wav", 0, 14, 0, 0.125, 0.125);

        JsonElement report = SessionReports.Of(_folder, out AppRun run, session);
        JsonElement rendered = SessionReports.OfStems(
            _folder,
            [
                (new RenderedStem(_media, "Lead Vocal", 48_000, 1, 14).Clip("vox.wav", 0, 14), 0.25),
                (new RenderedStem(_media, "Bass", 48_000, 2, 14).Clip("bass.wav", 0, 14), 1),
                (aux, 0.8),
            ],
            "--role",
            "Aux 1=reverb-return");

        foreach (string figure in new[] { "integratedLufs", "samplePeakDbfs", "relativeLu", "faderDb" })
        {
            Assert.That(SessionReports.Number(SessionReports.Track(report, "Aux 1"), figure), Is.EqualTo(SessionReports.Number(SessionReports.Track(rendered, "Aux 1"), figure)).Within(SessionReports.ToleranceLu), figure);
        }

        Assert.That(SessionReports.Track(report, "Aux 1").GetProperty("reason").GetString(), Does.Contain("return of 2 voices"));
        Assert.That(Texts(report, "role")[2], Is.EqualTo("reverb-return"));
        Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Aux 1: is a return, fed by Lead Vocal at −6.0 dB before its fader, Bass at −18.1 dB before its fader."));
        Assert.That(SessionReports.Unwrapped(run.Output), Does.Not.Contain("is not heard here"));
    }

    [Test]
    public void Returns_ThatCannotBePlayed_SayWhoFeedsThem()
    {
        const string Plate = "<FXCHAIN\nBYPASS 0 0 0\n<VST \"VST: Plate (Maker)\" a.dll\n>\n>";
        string session = Write(
            "returns",
            Track("Lead Vocal", "vox"),
            Track("Bass", "bass"),
            Line("Plate", "VOLPAN 0.5 0", "AUXRECV 0 0 0.25 0 0 0 0 0 0", "AUXRECV 1 3 0.25 0 0 0 0 0 0", Plate),
            Line("Both", "AUXRECV 0 0 0.25 0 0 0 0 0 0", "AUXRECV 1 3 0.25 0 0 0 0 0 0"));

        _ = SessionReports.Of(_folder, out AppRun run, session);
        string output = SessionReports.Unwrapped(run.Output);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(output, Does.Contain("Plate: is a return, fed by Lead Vocal at −12.0 dB, Bass at −12.0 dB before its fader; Plate makes its sound and is not run here, so its fader stays at −6.0 dB."));
            Assert.That(output, Does.Contain("Both: is a return, fed by Lead Vocal at −12.0 dB, Bass at −12.0 dB before its fader; sends before and after the fader meet in it, so what comes before is not heard here and its fader stays at 0.0 dB."));
            Assert.That(AppRun.Of(session, "--focal", "Plate").Error, Does.Contain("--focal \"Plate\" cannot be used. Plate: is a return, fed by"));
        }
    }

    [Test]
    public void File_OfSixChannels_IsPlayedAsItsFirstTwoOrTheOneThatIsChosen()
    {
        float[] six = [.. Enumerable.Range(0, 14 * 48_000).SelectMany(frame => Enumerable.Range(0, 6).Select(channel => _media.ChannelsOf("vox.wav")[0][frame] / (channel + 1)))];
        _ = _folder.Write("media/six.wav", StemBytes.Wav(32, true, 6, 48_000, six));

        JsonElement report = SessionReports.Of(_folder, out AppRun run, Write("six", Track("Lead Vocal", "six"), Track("Room", "six", "", "CHANMODE 6"), Track("Far", "six", "", "CHANMODE 11")));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SessionReports.Number(SessionReports.Track(report, "Lead Vocal"), "samplePeakDbfs"), Is.EqualTo(Peak("vox.wav")).Within(0.01));
            Assert.That(SessionReports.Number(SessionReports.Track(report, "Room"), "samplePeakDbfs"), Is.EqualTo(Peak("vox.wav") - 12.04).Within(0.01), "the fourth channel");
            Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Lead Vocal: 1 clip plays a file of 6 channels, of which the first two are heard."));
            Assert.That(SessionReports.Unwrapped(run.Output), Does.Contain("Far: 1 clip plays a channel that its file does not have and is left out; nothing of it can be played, so it is left out."));
        }
    }

    [Test]
    public void ColoursAndMarkers_AreInTheReports()
    {
        string page = _folder.PathOf("colours.html");

        JsonElement report = SessionReports.Of(_folder, out _, Write("colours", "MARKER 1 2.5 \"Chorus 1\" 1\nMARKER 1 6 \"\" 1", Track("Lead Vocal", "vox", "PEAKCOL 28004351"), Track("Bass", "bass")), "--html", page);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(SessionReports.Track(report, "Lead Vocal").GetProperty("colour").GetString(), Is.EqualTo("#ff4fab"));
            Assert.That(SessionReports.Track(report, "Bass").TryGetProperty("colour", out _), Is.False);
            Assert.That(report.GetProperty("markers").ToString().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal), Is.EqualTo("[{\"name\":\"Chorus1\",\"startSeconds\":2.5,\"endSeconds\":6}]"));
            Assert.That(File.ReadAllText(page), Does.Contain("<i class=\"colour\" style=\"background:#ff4fab\"></i>Lead Vocal").And.Contain("<li>Markers and regions: Chorus 1 0:02.5 to 0:06.0.</li>"));
        }
    }

    private double Peak(string file) => 20 * Math.Log10(_media.ChannelsOf(file)[0].Take(14 * 48_000).Max(Math.Abs));

    private string Write(string name, params string[] tracks) =>
        _folder.Write($"{name}.rpp", Encoding.UTF8.GetBytes($"<REAPER_PROJECT 0.1 \"7.40/win64\" 1\n{string.Join('\n', tracks)}\n>\n"));

    private static string Track(string name, string file, string line = "", string take = "") =>
        Line(name, line, $"<ITEM\nPOSITION 0\nLENGTH 14\nVOLPAN 1 0 1 -1\n{take}\n<SOURCE WAVE\nFILE \"media\\{file}.wav\"\n>\n>");

    private static string Folder(string name) => Line(name, "ISBUS 1 1");

    private static string Line(string name, params string[] lines) => $"<TRACK\nNAME \"{name}\"\n{string.Join('\n', lines)}\n>";

    private static string[] Texts(JsonElement report, string field) => [.. report.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty(field).GetString()!)];
}
