using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Commands;

/// <summary>Step 0 where a person meets it: the command, the reports, the trimmed stems.</summary>
public sealed partial class LevelsTests
{
    private const int RateHz = 48_000;

    private TempFolder _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = new TempFolder();

    [TearDown]
    public void DeleteFolder() => _folder.Dispose();

    [Test]
    public void Levels_SustainedTrack_IsTrimmedToZeroVu()
    {
        Wav("Pad.wav", Signals.Noise(0.5, 12, seed: 1));
        JsonElement pad = LevelsOf("Pad");

        double rms = pad.GetProperty("rmsDbfs").GetDouble();
        Assert.That(rms, Is.EqualTo((20 * Math.Log10(0.5)) - 4.771).Within(0.05));
        Assert.That(pad.GetProperty("rmsLoudestDbfs").GetDouble(), Is.EqualTo(rms).Within(0.05));
        Assert.That(pad.GetProperty("trimDb").GetDouble(), Is.EqualTo(Math.Round(-18 - rms, 1)).Within(0.001));
        Assert.That(pad.GetProperty("where").GetString(), Is.EqualTo("clipGain"));
        Assert.That(pad.GetProperty("reason").GetString(), Does.Contain("over 0 VU").And.Contain("trim it down"));
    }

    [Test]
    public void Levels_HasExactlyTheFieldsThatWerePromised()
    {
        Wav("Pad.wav", Signals.Noise(0.5, 2, seed: 1));
        Assert.That(
            LevelsOf("Pad").EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "rmsDbfs", "rmsLoudestDbfs", "samplePeakDbfs", "truePeakDbtp", "crestDb", "clippedRuns", "trimDb", "where", "reason" }));
    }

    [Test]
    public void Levels_Drum_IsTrimmedByItsPeak()
    {
        float[] hits = new float[12 * RateHz];
        for (int hit = 0; hit < hits.Length; hit += RateHz / 2)
        {
            for (int i = 0; i < RateHz / 4; i++)
            {
                hits[hit + i] = (float)(0.9 * Math.Exp(-i / 1500.0) * Math.Sin(2 * Math.PI * 200 * i / RateHz));
            }
        }

        Wav("Snare.wav", hits);
        JsonElement snare = LevelsOf("Snare");
        Assert.That(snare.GetProperty("trimDb").GetDouble(), Is.EqualTo(-10 - snare.GetProperty("samplePeakDbfs").GetDouble()).Within(0.06));
        Assert.That(snare.GetProperty("reason").GetString(), Does.StartWith("Percussive by its role"));
    }

    [TestCase("-20", -20)]
    [TestCase("-16", -16)]
    [TestCase("-14.5", -14.5)]
    public void Levels_OtherWorkingLevel_TrimsToIt(string typed, double dbfs)
    {
        Wav("Pad.wav", Signals.Noise(0.1, 3, seed: 1));
        JsonElement pad = LevelsOf("Pad", "--working-level", typed);
        Assert.That(pad.GetProperty("rmsDbfs").GetDouble() + pad.GetProperty("trimDb").GetDouble(), Is.EqualTo(dbfs).Within(0.06));
    }

    [TestCase("3")]
    [TestCase("loud")]
    public void Levels_WorkingLevelThatIsNone_SaysWhatWouldDo(string typed)
    {
        Wav("Pad.wav", Signals.Noise(0.1, 1, seed: 1));
        AppRun run = AppRun.Of("levels", _folder.Root, "--working-level", typed);
        Assert.That(run.Code, Is.EqualTo(ExitCode.Usage));
        Assert.That(run.Error, Does.StartWith($"--working-level \"{typed}\": say dBFS RMS from -40 to -6, such as -18."));
    }

    [Test]
    public void Trim_WritesStemsAtTheirLevel_AndTheExitCodeStays()
    {
        Wav("Pad.wav", Signals.Noise(0.9, 12, seed: 1));
        Wav("Keys.wav", Signals.Noise(0.02, 12, seed: 2));
        string to = _folder.PathOf("trimmed");
        AppRun run = AppRun.Of("levels", _folder.Root, "--trim", to);
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("Trimmed stems written to"));

        JsonElement[] trimmed = [.. Tracks(AppRun.Of("levels", Path.Combine(to, "Pad.wav"), Path.Combine(to, "Keys.wav"), "--json", "-"))];
        foreach (JsonElement track in trimmed)
        {
            Assert.That(track.GetProperty("levels").GetProperty("rmsDbfs").GetDouble(), Is.EqualTo(-18).Within(0.1), track.GetProperty("name").GetString());
            Assert.That(track.GetProperty("levels").GetProperty("trimDb").GetDouble(), Is.Zero);
        }
    }

    [Test]
    public void Trim_NothingToTrim_CopiesBitExact()
    {
        float[] samples = Signals.Noise(Math.Sqrt(3) * Math.Pow(10, -18 / 20.0), 3, seed: 1);
        Wav("Pad.wav", samples);
        string to = _folder.PathOf("trimmed");
        Assert.That(AppRun.Of("levels", _folder.Root, "--trim", to).Code, Is.Zero);
        Assert.That(Reading.AllOf(Path.Combine(to, "Pad.wav"))[0], Is.EqualTo(samples));
    }

    [Test]
    public void Clipped_SixteenBits_IsCountedAndSaid()
    {
        float[] over = Signals.Sine(100, 2, 2);
        _folder.Write("Bass.wav", StemBytes.Wav(16, false, 1, RateHz, [.. over.Select(x => Math.Clamp(x, -1f, 1f))]));
        JsonElement bass = LevelsOf("Bass");
        Assert.That(bass.GetProperty("clippedRuns").GetInt64(), Is.EqualTo(400));
        Assert.That(bass.GetProperty("reason").GetString(), Does.Contain("Clipped 400 times before it came in: no trim mends that"));
        AppRun run = AppRun.Of("levels", _folder.Root);
        Assert.That(run.Output, Does.Contain("clipped 400 ×").And.Contain("Clipped: Bass"));
    }

    [Test]
    public void OverFullScale_Float_IsSaidToBeWhole()
    {
        Wav("Bass.wav", Signals.Sine(100, 2, 2));
        JsonElement bass = LevelsOf("Bass");
        Assert.That(bass.GetProperty("samplePeakDbfs").GetDouble(), Is.EqualTo(6.02).Within(0.01));
        Assert.That(bass.GetProperty("clippedRuns").GetInt64(), Is.EqualTo(400));
        Assert.That(bass.GetProperty("reason").GetString(), Does.Contain("6.0 dB over full scale: as float it is whole"));
    }

    [Test]
    public void BadInput_EachIsSaid_AndTheOthersAreMeasured()
    {
        float[] holes = Signals.Noise(0.1, 3, seed: 3);
        (holes[5000], holes[70_000]) = (float.NaN, float.PositiveInfinity);
        Wav("Holes.wav", holes);
        Wav("Offset.wav", [.. Enumerable.Repeat(0.3f, 3 * RateHz)]);
        Wav("Silent.wav", new float[3 * RateHz]);
        Wav("Click.wav", [1f]);
        Wav("Pad.wav", Signals.Noise(0.1, 3, seed: 4));
        AppRun run = AppRun.Of("levels", _folder.Root, "--json", "-");
        Assert.That(run.Code, Is.Zero, run.Error);
        Dictionary<string, JsonElement> levels = Tracks(run).ToDictionary(track => track.GetProperty("name").GetString()!, track => track.GetProperty("levels"));

        Assert.That(levels["Pad"].GetProperty("trimDb").GetDouble(), Is.EqualTo(6.8).Within(0.11));
        Assert.That(levels["Holes"].GetProperty("trimDb").GetDouble(), Is.EqualTo(6.8).Within(0.11));
        Assert.That(levels["Silent"].GetProperty("trimDb").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(levels["Silent"].GetProperty("reason").GetString(), Is.EqualTo("Silent so far: nothing to trim."));
        Assert.That(levels["Offset"].GetProperty("reason").GetString(), Does.StartWith("Nothing sounds here but a DC offset"));
        Assert.That(levels["Offset"].GetProperty("trimDb").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(levels["Click"].GetProperty("clippedRuns").GetInt64(), Is.Zero);
    }

    [Test]
    public void EveryReport_HasTheSection()
    {
        StemFolder.Fill(_folder);
        (string json, string csv, string html) = (_folder.PathOf("r.json"), _folder.PathOf("r.csv"), _folder.PathOf("r.html"));
        AppRun run = AppRun.Of(_folder.Root, "--json", json, "--csv", csv, "--html", html);
        Assert.That(run.Code, Is.Zero, run.Error);
        Assert.That(run.Output, Does.Contain("LEVELS · step 0"));
        Assert.That(File.ReadAllText(json), Does.Contain("\"levels\": {"));
        Assert.That(File.ReadLines(csv).First(), Does.EndWith(",reason,rmsDbfs,rmsLoudestDbfs,crestDb,clippedRuns,trimDb,trimWhere,trimReason,voice"));
        string page = File.ReadAllText(html);
        Assert.That(page, Does.Contain("<h2>levels</h2>").And.Contain("0 VU").And.Contain("aria-label=\"Level of every track into its plug-ins, in dBFS\""));
    }

    [Test]
    public void Figures_AgainstFfmpeg_AgreeWithinATenth()
    {
        Ffmpeg.Require();
        Dictionary<string, string> files = new()
        {
            ["Noise"] = _folder.Write("Noise.wav", StemBytes.Wav(24, false, 2, 44_100, Signals.Noise(0.7, 12, seed: 5, 44_100))),
            ["Tone"] = Wav("Tone.wav", Signals.Sine(440, 0.3, 11)),
            ["Offset tone"] = Wav("Offset tone.wav", [.. Signals.Sine(1000, 0.25, 4).Select(x => x + 0.05f)]),
        };
        foreach (JsonElement track in Tracks(AppRun.Of("levels", _folder.Root, "--json", "-")))
        {
            string name = track.GetProperty("name").GetString()!;
            (double rms, double peak) = Astats(files[name]);
            Assert.That(track.GetProperty("levels").GetProperty("rmsDbfs").GetDouble(), Is.EqualTo(rms).Within(0.1), name);
            Assert.That(track.GetProperty("levels").GetProperty("samplePeakDbfs").GetDouble(), Is.EqualTo(peak).Within(0.1), name);
        }
    }

    private static (double RmsDbfs, double PeakDbfs) Astats(string file)
    {
        using Process process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-hide_banner", "-i", file, "-af", "astats=measure_perchannel=none", "-f", "null", "-"]) { RedirectStandardError = true })!;
        string text = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (Figure("RMS level dB"), Figure("Peak level dB"));

        double Figure(string name) => double.Parse(AstatsLine().Matches(text).Last(match => match.Groups[1].Value == name).Groups[2].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\] ([A-Z][A-Za-z ]+): (-?[\d.]+)")]
    private static partial Regex AstatsLine();

    private string Wav(string name, float[] samples) => _folder.Write(name, StemBytes.Wav(32, true, 1, RateHz, samples));

    private JsonElement LevelsOf(string name, params string[] options)
    {
        AppRun run = AppRun.Of(["levels", _folder.Root, "--json", "-", .. options]);
        Assert.That(run.Code, Is.Zero, run.Error);
        return Tracks(run).Single(track => track.GetProperty("name").GetString() == name).GetProperty("levels");
    }

    private static JsonElement.ArrayEnumerator Tracks(AppRun run) => JsonDocument.Parse(run.Output).RootElement.GetProperty("tracks").EnumerateArray();
}
