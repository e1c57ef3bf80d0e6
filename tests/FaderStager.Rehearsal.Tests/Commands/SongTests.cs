using System.Globalization;
using System.Text.Json;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Commands;

/// <summary>The mix over its song, as a person asks the program for it: a guitar that is 5 LU louder in the choruses.</summary>
public sealed class SongTests
{
    private const int RateHz = 8_000;
    private const int Seconds = 64;

    // Verse, chorus, verse, chorus, 16 s each.
    private static bool IsChorus(double seconds) => (int)(seconds / 16) % 2 == 1;

    [Test]
    public void Json_GuitarLouderInTheChoruses_RidesAreExactlyThose([Values("top-down", "bottom-up")] string approach)
    {
        using TempFolder folder = Song();
        JsonElement song = Json(folder, "--approach", approach, "--role", "Guitar=rhythm-guitar").GetProperty("song");

        JsonElement[] rides = [.. song.GetProperty("rides").EnumerateArray()];
        Assert.That(rides.Select(ride => Text(ride, "track")), Is.EqualTo(new[] { "Guitar", "Guitar" }));
        Assert.That(rides.Select(ride => Number(ride, "fromSeconds")).Order(), Is.EqualTo(new[] { 16.0, 48 }).Within(0.5));
        Assert.That(rides.Select(ride => Number(ride, "toSeconds")).Order(), Is.EqualTo(new[] { 32.0, 64 }).Within(0.5));
        Assert.That(rides.Select(ride => Number(ride, "overLu")), Is.All.EqualTo(5).Within(0.2));
        Assert.That(rides.Select(ride => Text(ride, "reason")), Is.All.Match("it is (4\\.9|5\\.[01]) LU too loud"));
        Assert.That(rides.Select(ride => Text(ride, "section")).Distinct().Single(), Is.Not.Empty);
        Assert.That(rides.Select(ride => Text(ride, "voice")), Is.All.EqualTo("Guitar"));
    }

    [Test]
    public void Json_Song_SaysWhatCountsAndTheSections()
    {
        using TempFolder folder = Song();
        JsonElement song = Json(folder).GetProperty("song");

        JsonElement counts = song.GetProperty("counts");
        Assert.That((Number(counts, "fromSeconds"), Number(counts, "toSeconds"), Text(counts, "kind")), Is.EqualTo((0.0, 64.0, "wholeSong")));
        JsonElement[] sections = [.. song.GetProperty("sections").EnumerateArray()];
        Assert.That(sections.Select(section => Text(section, "name")), Is.EqualTo(new[] { "A", "B", "A", "B" }));
        Assert.That(sections.Select(section => Number(section, "fromSeconds")), Is.EqualTo(new[] { 0.0, 16, 32, 48 }).Within(2));
        Assert.That(song.EnumerateObject().Select(field => field.Name), Is.EqualTo(new[] { "counts", "sections", "rides" }));
        Assert.That(
            song.GetProperty("rides")[0].EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "track", "voice", "fromSeconds", "toSeconds", "overLu", "section", "reason" }));
    }

    [TestCase("0:02", "14", 4.0)]
    [TestCase("18", "30.5", 9.0)]
    public void FromTo_APart_ReadsThatPartAndSaysWhich(string from, string to, double guitarOverBassLu)
    {
        using TempFolder folder = Song();
        JsonElement mix = Json(folder, out JsonElement report, "--from", from, "--to", to);

        JsonElement counts = mix.GetProperty("song").GetProperty("counts");
        Assert.That(Text(counts, "kind"), Is.EqualTo("chosenPart"));
        Assert.That(Reading(report, "Guitar") - Reading(report, "Bass"), Is.EqualTo(guitarOverBassLu).Within(0.1));
        Assert.That(Text(mix, "headline"), Does.StartWith("From 0:"));
        Assert.That(Text(Track(report, "Guitar"), "reason"), Does.Contain(" from 0:"));
    }

    [Test]
    public void Loudest_IsFoundByItself_AndSaidWithItsTimes()
    {
        using TempFolder folder = Song();
        JsonElement mix = Json(folder, "--loudest", "--song");

        JsonElement counts = mix.GetProperty("song").GetProperty("counts");
        Assert.That(Text(counts, "kind"), Is.EqualTo("loudestPart"));
        Assert.That(Number(counts, "toSeconds") - Number(counts, "fromSeconds"), Is.EqualTo(30).Within(1e-6));
        Assert.That(Text(mix, "headline"), Does.StartWith("In the loudest part, 0:"));
    }

    [Test]
    public void Song_OnTheConsole_IsALaneAVoiceInAHundredColumns()
    {
        using TempFolder folder = Song();
        AppRun run = AppRun.Of(folder.Root, "--focal", "Lead Vocal", "--tolerance", "4", "--song");

        Assert.That(run.Code, Is.Zero, run.Error);
        string[] lines = run.Output.Split('\n');
        Assert.That(lines.Select(line => line.Length), Is.All.LessThanOrEqualTo(100));
        string lane = lines.Single(line => line.StartsWith("Guitar  ", StringComparison.Ordinal) && line.Any(character => character is >= '▁' and <= '█'));
        Assert.That(lines.Count(line => line.Any(character => character is >= '▂' and <= '█') && !line.Contains('├', StringComparison.Ordinal)), Is.GreaterThanOrEqualTo(3));
        Assert.That(lane[25], Is.LessThan(lane[42]), "the blocks of the chorus stand higher");
        Assert.That(run.Output, Does.Contain("Counts: whole song."));
        Assert.That(run.Output, Does.Match("\\(B\\): Guitar (4\\.9|5\\.[01]) LU too loud\\. Ride it (4\\.9|5\\.[01]) dB down there\\."));
    }

    [Test]
    public void Rides_AsCsvAndAsRegions_AreTheSameList()
    {
        using TempFolder folder = Song();
        string rides = Path.Combine(folder.Root, "rides.csv");
        string regions = Path.Combine(folder.Root, "regions.csv");
        AppRun run = AppRun.Of(folder.Root, "--focal", "Lead Vocal", "--tolerance", "4", "--rides", rides, "--regions", regions);

        Assert.That(run.Code, Is.Zero, run.Error);
        string[] table = File.ReadAllLines(rides);
        Assert.That(table[0], Is.EqualTo("track,voice,from,to,fromSeconds,toSeconds,overLu,toleranceLu,section,reason"));
        Assert.That(table, Has.Length.EqualTo(3));
        string[] list = File.ReadAllLines(regions);
        Assert.That(list[0], Is.EqualTo("#,Name,Start,End,Length,Color"), "without a byte order mark");
        string[][] cells = [.. list.Skip(1).Select(line => line.Split(','))];
        Assert.That(cells.Select(cell => cell[0]), Is.EqualTo(Enumerable.Range(1, cells.Length).Select(number => $"R{number}")));
        Assert.That(cells.Select(cell => Parse(cell[3]) - Parse(cell[2])), Is.EqualTo(cells.Select(cell => Parse(cell[4]))).Within(0.002));
        Assert.That(cells.Count(cell => cell[1].StartsWith("Guitar ", StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public void Curves_AsCsv_AreALineEvery100Ms()
    {
        using TempFolder folder = Song();
        string curves = Path.Combine(folder.Root, "curves.csv");
        AppRun run = AppRun.Of(folder.Root, "--focal", "Lead Vocal", "--curves", curves);

        Assert.That(run.Code, Is.Zero, run.Error);
        string[][] lines = [.. File.ReadAllLines(curves).Select(line => line.Split(','))];
        Assert.That(lines[0], Is.EqualTo(new[] { "seconds", "Bass", "Guitar" }));
        Assert.That(lines, Has.Length.EqualTo(1 + (Seconds * 10)));
        Assert.That(Parse(lines[1 + 240][2]) - Parse(lines[1 + 80][2]), Is.EqualTo(5).Within(0.1), "chorus over verse");
    }

    [Test]
    public void Html_HasALaneAVoiceAndNothingFromElsewhere()
    {
        using TempFolder folder = Song();
        string page = Path.Combine(folder.Root, "report.html");
        AppRun run = AppRun.Of(folder.Root, "--focal", "Lead Vocal", "--tolerance", "4", "--html", page);

        Assert.That(run.Code, Is.Zero, run.Error);
        string html = File.ReadAllText(page);
        Assert.That(html.Split("<path class=\"curve\"").Length - 1, Is.EqualTo(2));
        Assert.That(html.Split("class=\"ride\"").Length - 1, Is.EqualTo(2));
        Assert.That(html, Does.Not.Contain("<script").And.Not.Contain("http").And.Not.Contain("url("));
        Assert.That(html, Does.Contain("break-before: page"));
    }

    [TestCase("--from \"two\"", "--from", "two")]
    [TestCase("the part ends before it starts", "--from", "20", "--to", "10")]
    [TestCase("--loudest finds its part itself", "--loudest", "--from", "10")]
    [TestCase("say seconds such as 72.5", "--to", "1:75")]
    [TestCase("--rides, --regions and --curves write the song of one approach", "--approach", "both", "--rides", "rides.csv")]
    public void Options_ThatMakeNoSense_AreRefused(string message, params string[] options)
    {
        AppRun run = AppRun.Of([.. options]);

        Assert.That(run.Code, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain(message));
    }

    [Test]
    public void From_BehindTheSongsEnd_SaysWhereTheSongEnds()
    {
        using TempFolder folder = Song();
        AppRun run = AppRun.Of(folder.Root, "--focal", "Lead Vocal", "--from", "3:00");

        Assert.That(run.Code, Is.EqualTo(1));
        Assert.That(run.Error, Does.Contain("It lasts from 0:00.0 to 1:04.0."));
    }

    [Test]
    public void Song_BlocksAndTimingOfTheHost_ChangeNothing()
    {
        using TempFolder folder = Song();
        string plain = Json(folder).GetProperty("song").ToString();

        Assert.That(Json(folder, "--block", "random", "--seed", "3", "--host", "render-ahead").GetProperty("song").ToString(), Is.EqualTo(plain));
        Assert.That(Json(folder, "--block", "64", "--host", "bounce").GetProperty("song").ToString(), Is.EqualTo(plain));
    }

    private static TempFolder Song()
    {
        TempFolder folder = new();
        Add(folder, "Lead Vocal.wav", 1, _ => -20);
        Add(folder, "Bass.wav", 2, _ => -24);
        Add(folder, "Guitar.wav", 3, seconds => -20 + (IsChorus(seconds) ? 5 : 0));
        return folder;
    }

    private static void Add(TempFolder folder, string name, int seed, Func<double, double> dbAt)
    {
        float[] samples = Signals.Noise(1, Seconds, seed, RateHz);
        for (int i = 0; i < samples.Length; i++)
        {
            samples[i] *= (float)Math.Pow(10, dbAt(i / (double)RateHz) / 20);
        }

        folder.Write(name, StemBytes.Wav(32, true, 1, RateHz, samples));
    }

    private static JsonElement Json(TempFolder folder, params string[] options) => Json(folder, out _, options);

    private static JsonElement Json(TempFolder folder, out JsonElement report, params string[] options)
    {
        AppRun run = AppRun.Of([folder.Root, "--focal", "Lead Vocal", "--tolerance", "4", "--json", "-", .. options]);
        Assert.That(run.Code, Is.Zero, run.Error);
        report = JsonDocument.Parse(run.Output).RootElement;
        return report.GetProperty("mix");
    }

    private static JsonElement Track(JsonElement report, string name) => report.GetProperty("tracks").EnumerateArray().Single(track => Text(track, "name") == name);

    private static double Reading(JsonElement report, string name) => Number(Track(report, name), "relativeLu");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static double Number(JsonElement element, string name) => element.GetProperty(name).GetDouble();

    private static double Parse(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
