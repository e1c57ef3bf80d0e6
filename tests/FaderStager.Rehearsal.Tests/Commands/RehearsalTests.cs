using System.Text.Json;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tests.Support;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Tests.Commands;

public sealed class RehearsalTests
{
    /// <summary>The demo's report from a host in step, blocks of 512.</summary>
    private static readonly Lazy<string> DemoReport = new(() =>
    {
        using TempFolder folder = new();
        Assert.That(AppRun.Of("--json", folder.PathOf("demo.json")).Code, Is.Zero);
        return File.ReadAllText(folder.PathOf("demo.json"));
    });

    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [TestCase("top-down", "k")]
    [TestCase("bottom-up", "k")]
    [TestCase("bottom-up", "p13")]
    public void Render_MeasuredAgain_StandsAtTheTargets(string approach, string weighting)
    {
        StemFolder.Fill(_folder);
        string staged = _folder.PathOf("staged");

        // Tolerance near 0: every track moves to its target.
        AppRun render = AppRun.Of(_folder.Root, "--approach", approach, "--weighting", weighting, "--tolerance", "0.05", "--start", "-12", "--render", staged);
        JsonElement report = Report(staged, "--weighting", weighting);

        Assert.That(render.Code, Is.Zero, render.Error);
        Assert.That(File.Exists(Path.Combine(staged, "mix.wav")));
        foreach (JsonElement track in report.GetProperty("tracks").EnumerateArray().Where(track => track.GetProperty("role").GetString() is not ("mix-bus" or "lead-vocal")))
        {
            Assert.That(
                track.GetProperty("relativeLu").GetDouble(),
                Is.EqualTo(track.GetProperty("targetLu").GetDouble()).Within(0.2),
                track.GetProperty("name").GetString());
        }
    }

    [TestCase("1_Lead Vocal.wav", "Lead Vocal")]
    [TestCase("03 - Lead Vocal.wav", "lead vocal")]
    [TestCase("07.Lead Vocal.wav", "07.Lead Vocal")]
    public void Focal_FileThatAnExporterNumbered_IsFoundWithAndWithoutItsNumber(string file, string focal)
    {
        StemFolder.Fill(_folder);
        File.Move(_folder.PathOf("Lead Vocal.wav"), _folder.PathOf(file));
        AppRun run = AppRun.Of(_folder.Root, "--focal", focal);

        Assert.That(run.Code, Is.Zero, run.Error);
    }

    [Test]
    public void Render_Mix_IsTheSumOfTheStagedStemsAtTheHighestRate()
    {
        StemFolder.Fill(_folder);
        string staged = _folder.PathOf("staged");
        _ = AppRun.Of(_folder.PathOf("Lead Vocal.wav"), _folder.PathOf("Bass.wav"), "--render", staged);

        float[][] mix = Reading.AllOf(Path.Combine(staged, "mix.wav"));
        float[][] vocal = Reading.AllOf(Path.Combine(staged, "Lead Vocal.wav"));
        float[][] bass = Reading.AllOf(Path.Combine(staged, "Bass.wav"));

        Assert.That(mix[1], Is.EqualTo(vocal[1].Zip(bass[1], (one, other) => one + other)));
        Assert.That(vocal, Is.EqualTo(Reading.AllOf(_folder.PathOf("Lead Vocal.wav"))), "a fader at 0 dB changes nothing");
    }

    [Test]
    public void Render_MonoAtALowerRate_KeepsChannelsAndRateAndReachesBothSides()
    {
        StemFolder.Fill(_folder);
        string staged = _folder.PathOf("staged");
        _ = AppRun.Of(_folder.PathOf("Shaker.wav"), _folder.PathOf("Lead Vocal.wav"), "--fader", "Lead Vocal=-inf", "--focal", "Shaker", "--approach", "top-down", "--tolerance", "30", "--render", staged);

        using IStemReader shaker = new FileStem(Path.Combine(staged, "Shaker.wav")).Open();
        using IStemReader mix = new FileStem(Path.Combine(staged, "mix.wav")).Open();

        Assert.Multiple(() =>
        {
            Assert.That((shaker.Channels, shaker.SampleRateHz), Is.EqualTo((1, 44_100)));
            Assert.That((mix.Channels, mix.SampleRateHz), Is.EqualTo((2, 48_000)));
            Assert.That(mix.Frames, Is.EqualTo((long)(StemFolder.Seconds * 48_000)));
        });
    }

    [TestCase("realtime", "random", "1")]
    [TestCase("realtime", "64", "0")]
    [TestCase("realtime", "8192", "0")]
    [TestCase("render-ahead", "512", "2")]
    [TestCase("render-ahead", "random", "3")]
    [TestCase("bounce", "512", "0")]
    [TestCase("bounce", "random", "4")]
    public void Demo_AnyHostAndBlocks_GivesTheSameReport(string host, string block, string seed)
    {
        string other = _folder.PathOf("other.json");

        Assert.That(AppRun.Of("--json", other, "--host", host, "--block", block, "--seed", seed).Code, Is.Zero);

        Assert.That(File.ReadAllText(other), Is.EqualTo(DemoReport.Value));
    }

    [TestCase("realtime")]
    [TestCase("render-ahead")]
    [TestCase("bounce")]
    public void Session_LengthsAndRatesMixed_IsTheSameInAnyHost(string host)
    {
        _ = StemFolder.Add(_folder, "Lead Vocal.wav", -20, 44_100, seed: 1, seconds: 23.456);
        _ = StemFolder.Add(_folder, "Bass.wav", -15, 48_000, seed: 2, channels: 1, seconds: 7.07);
        _ = StemFolder.Add(_folder, "Keys.wav", -30, 8_000, seed: 3, seconds: 0.05);

        Assert.That(Report(_folder.Root, "--host", host, "--block", "8192").ToString(), Is.EqualTo(Report(_folder.Root).ToString()));
    }

    [Test]
    public void Demo_NoArguments_ShowsBothApproachesAndSaysWhatToTypeNext()
    {
        AppRun run = AppRun.Of();

        Assert.Multiple(() =>
        {
            Assert.That(run.Code, Is.Zero);
            Assert.That(run.Error, Is.Empty);
            Assert.That(run.Output, Does.Contain("TOP-DOWN · all faders at 0.0 dB").And.Contain("BOTTOM-UP · all faders down"));
            Assert.That(run.Output.TrimEnd().Split('\n')[^1], Does.StartWith("  ").And.EndsWith("FOLDER --focal \"Lead Vocal\""));
        });
    }

    [Test]
    public void Output_NoTerminal_IsPlainAndAtMost100ColumnsWide()
    {
        AppRun run = AppRun.Of("--apply");

        Assert.Multiple(() =>
        {
            Assert.That(run.Output, Does.Not.Contain('\u001b'));
            Assert.That(run.Output.Any(letter => letter is >= '\u2500' and <= '\u257f'), Is.False, "box drawing");
            Assert.That(run.Output.Split('\n').Max(line => line.Length), Is.LessThanOrEqualTo(100));
            Assert.That(run.Output.Split('\n').Where(line => line != line.TrimEnd()), Is.Empty);
        });
    }

    [Test]
    public void Apply_BothApproaches_PutEveryTrackInItsPlace()
    {
        string file = _folder.PathOf("report.json");
        _ = AppRun.Of("--apply", "--start", "-12", "--anchor", "-30", "--json", file);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));

        foreach (JsonElement report in document.RootElement.EnumerateArray())
        {
            string[] kinds = [.. report.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("kind").GetString()!).Distinct().Order()];
            string place = report.GetProperty("approach").GetString() == "top-down" ? "inPlace" : "placed";
            Assert.That(kinds, Is.EqualTo(new[] { "focal", place }));
        }
    }

    [Test]
    public void Options_RoleFaderAnchor_ReachTheReport()
    {
        StemFolder.Fill(_folder);

        JsonElement bottomUp = Report(_folder.Root, "--approach", "bottom-up", "--anchor", "-24", "--profile", "rock");
        JsonElement topDown = Report(_folder.Root, "--role", "Keys=pads", "--fader", "Bass=-6.5", "--fader", "Shaker=-inf", "--start", "-12");

        Assert.Multiple(() =>
        {
            Assert.That(bottomUp.GetProperty("approach").GetString(), Is.EqualTo("bottom-up"));
            Assert.That(bottomUp.GetProperty("profile").GetString(), Is.EqualTo("rock"));
            JsonElement focal = Track(bottomUp, "Lead Vocal");
            Assert.That(focal.GetProperty("faderDb").ValueKind, Is.EqualTo(JsonValueKind.Null), "down");
            Assert.That(focal.GetProperty("suggestedFaderDb").GetDouble(), Is.EqualTo(-24 - focal.GetProperty("integratedLufs").GetDouble()).Within(0.051));
            Assert.That(Track(topDown, "Keys").GetProperty("role").GetString(), Is.EqualTo("pads"));
            Assert.That(Track(topDown, "Bass").GetProperty("faderDb").GetDouble(), Is.EqualTo(-6.5));
            Assert.That(Track(topDown, "Shaker").GetProperty("faderDb").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That(Track(topDown, "Lead Vocal").GetProperty("faderDb").GetDouble(), Is.EqualTo(-12));
        });
    }

    [Test]
    public void BottomUp_EveryFaderUpAlready_ShowsWhatIsToAdjust()
    {
        StemFolder.Fill(_folder);

        AppRun run = AppRun.Of(
            _folder.Root, "--approach", "bottom-up", "--fader", "Lead Vocal=0", "--fader", "Bass=0", "--fader", "Keys=0", "--fader", "Shaker=0");

        Assert.That(run.Output, Does.Contain("BOTTOM-UP · all faders at 0.0 dB").And.Contain("adjust"));
        Assert.That(run.Output, Does.Not.Contain("to – dB"));
    }

    [Test]
    public void Anchor_InRms_BringsTheFocalToThatRms()
    {
        StemFolder.Fill(_folder);

        double fader = Track(Report(_folder.Root, "--approach", "bottom-up", "--anchor", "-26rms"), "Lead Vocal").GetProperty("suggestedFaderDb").GetDouble();

        // White noise of amplitude -20 dB has an RMS of -20 - 10 log10(3) dBFS.
        Assert.That(fader, Is.EqualTo(-26 + 20 + (10 * Math.Log10(3))).Within(0.1));
    }

    [Test]
    public void Learn_ThenStageTheSameStems_AsksForNothing()
    {
        StemFolder.Fill(_folder);
        string profile = _folder.PathOf("mine.json");

        AppRun learn = AppRun.Of("learn", _folder.Root, "--focal", "Lead Vocal", "--out", profile);
        JsonElement report = Report(_folder.Root, "--profile", profile);

        Assert.Multiple(() =>
        {
            Assert.That(learn.Code, Is.Zero, learn.Error);
            Assert.That(ProfileLibrary.Load(profile).For(Role.Bass).OffsetLu, Is.EqualTo(5).Within(0.15));
            Assert.That(report.GetProperty("profile").GetString(), Is.EqualTo("mine"));
            Assert.That(
                report.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("kind").GetString()),
                Is.All.EqualTo("inPlace").Or.EqualTo("focal"));
        });
    }

    [Test]
    public void Learn_ManyFolders_TakesMediansAndSaysHowSure()
    {
        double[] basses = [-15, -17, -19];
        string[] songs = [.. basses.Select((bass, i) => Song($"song {i}", bass, hasKeys: i == 0))];
        string profile = _folder.PathOf("mine.json");

        AppRun learn = AppRun.Of(["learn", .. songs, "--out", profile]);

        TargetProfile learned = ProfileLibrary.Load(profile);
        Assert.Multiple(() =>
        {
            Assert.That(learn.Code, Is.Zero, learn.Error);
            Assert.That(learn.Error, Is.Empty);
            Assert.That(learned.Description, Is.EqualTo("Learned from 3 songs, 7 stems."));
            Assert.That(learned.For(Role.Bass).OffsetLu, Is.EqualTo(3).Within(0.15));
            Assert.That(learned.For(Role.Bass).ToleranceLu, Is.EqualTo(2).Within(0.15));
            Assert.That(learned.For(Role.Bass).SpreadLu, Is.EqualTo(learned.For(Role.Bass).ToleranceLu));
            Assert.That(learned.For(Role.Bass).Source, Does.StartWith("learned from all 3 songs of mine, 3 stems, spread ±").And.EndsWith("few songs"));
            Assert.That(learned.For(Role.Keys).Source, Does.EndWith("one song alone"));
            Assert.That(learn.Output, Does.Contain("How sure").And.Contain("3 of 3").And.Contain("one song alone"));
        });
    }

    [Test]
    public void Learn_BadFoldersAmongGood_AreSaidInALineEachAndTheRestCounts()
    {
        string good = Song("good", -15, hasKeys: false);
        _ = StemFolder.Add(_folder, "instrumental/Bass.wav", -15, 48_000, seed: 7);
        _ = StemFolder.Add(_folder, "alone/Lead Vocal.wav", -15, 48_000, seed: 7);
        _ = _folder.Write("empty/notes.txt", "no audio"u8.ToArray());
        _ = _folder.Write("song.rpp", "<REAPER_PROJECT"u8.ToArray());
        string[] bad = ["missing", "instrumental", "alone", "empty", "song.rpp"];
        string profile = _folder.PathOf("mine.json");

        AppRun learn = AppRun.Of(["learn", .. bad.Select(_folder.PathOf), good, "--out", profile]);
        string[] said = learn.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Multiple(() =>
        {
            Assert.That(learn.Code, Is.Zero, learn.Error);
            Assert.That(said, Has.Length.EqualTo(bad.Length), learn.Error);
            foreach (string folder in bad)
            {
                Assert.That(said.Count(line => line.StartsWith($"Warning: {_folder.PathOf(folder)} is left out: ", StringComparison.Ordinal)), Is.EqualTo(1), folder);
            }

            Assert.That(ProfileLibrary.Load(profile).For(Role.Bass).OffsetLu, Is.EqualTo(5).Within(0.15));
        });
    }

    [Test]
    public void Learn_OnlyBadFolders_IsInputErrorAndWritesNothing()
    {
        string profile = _folder.PathOf("mine.json");
        _ = StemFolder.Add(_folder, "instrumental/Bass.wav", -15, 48_000, seed: 7);

        AppRun learn = AppRun.Of("learn", _folder.PathOf("missing"), _folder.PathOf("instrumental"), "--out", profile);

        Assert.That((learn.Code, File.Exists(profile)), Is.EqualTo((1, false)));
        Assert.That(learn.Error, Does.Contain("does not exist.").And.Contain("No track is called like a lead vocal").And.EndsWith("None of the 2 songs can be learned from.\n"));
    }

    private string Song(string name, double bassDb, bool hasKeys)
    {
        _ = StemFolder.Add(_folder, $"{name}/Lead Vocal.wav", -20, 48_000, seed: 1);
        _ = StemFolder.Add(_folder, $"{name}/Bass.wav", bassDb, 48_000, seed: 2);
        if (hasKeys)
        {
            _ = StemFolder.Add(_folder, $"{name}/Keys.wav", -30, 48_000, seed: 3);
        }

        return _folder.PathOf(name);
    }

    [Test]
    public void DemoCommand_WritesStemsThatStageLikeTheDemo()
    {
        string stems = _folder.PathOf("stems");
        AppRun demo = AppRun.Of("demo", "--stems", stems);
        using JsonDocument built = JsonDocument.Parse(DemoReport.Value);

        JsonElement written = Report(stems);

        Assert.That(demo.Code, Is.Zero, demo.Error);
        foreach (JsonElement track in built.RootElement[0].GetProperty("tracks").EnumerateArray())
        {
            string name = track.GetProperty("name").GetString()!;
            Assert.That(JsonElement.DeepEquals(Track(written, name), track), name);
        }
    }

    // Faders that a person set say how far forward the lead is; without any it is the profile's.
    [Test]
    public void Forward_Auto_IsReadFromTheFadersThatWereSet()
    {
        StemFolder.Fill(_folder);
        string[] faders = ["--fader", "Lead Vocal=-12", "--fader", "Bass=-11", "--fader", "Keys=0", "--fader", "Shaker=-11"];

        double none = Forward(Report(_folder.Root));
        double auto = Forward(Report(_folder.Root, faders));
        double said = Forward(Report(_folder.Root, [.. faders, "--forward", "1.5"]));

        Assert.That((none, said), Is.EqualTo((0, 1.5)));
        Assert.That(auto, Is.LessThan(-3));

        static double Forward(JsonElement report) => report.GetProperty("mix").GetProperty("forwardLu").GetDouble();
    }

    private static JsonElement Track(JsonElement report, string name) =>
        report.GetProperty("tracks").EnumerateArray().First(track => track.GetProperty("name").GetString() == name);

    private JsonElement Report(string stems, params string[] arguments)
    {
        string file = _folder.PathOf("report.json");
        AppRun run = AppRun.Of([stems, "--json", file, .. arguments]);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }
}
