using System.Globalization;
using System.Text.Json;
using FaderStager.Rehearsal.Tests.Support;

namespace FaderStager.Rehearsal.Tests.Projects;

/// <summary>Runs the rehearsal on a session and on stems, and holds the readings against one another.</summary>
internal static class SessionReports
{
    public const double ToleranceLu = 0.1;

    private static readonly string[] Figures = ["integratedLufs", "momentaryMaxLufs", "shortTermMaxLufs", "samplePeakDbfs", "truePeakDbtp", "relativeLu", "faderDb", "suggestedFaderDb"];

    public static JsonElement Of(TempFolder folder, out AppRun run, params string[] arguments)
    {
        string file = folder.PathOf($"{Guid.NewGuid():N}.json");
        run = AppRun.Of([.. arguments, "--json", file]);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        return document.RootElement.Clone();
    }

    /// <summary>The rehearsal of rendered stems with faders as a session has them.</summary>
    public static JsonElement OfStems(TempFolder folder, IEnumerable<(RenderedStem Stem, double Fader)> stems, params string[] arguments)
    {
        string subfolder = $"rendered-{Guid.NewGuid():N}";
        List<string> all = [folder.PathOf(subfolder), .. arguments];
        foreach ((RenderedStem stem, double fader) in stems)
        {
            stem.Write(folder, subfolder);
            double db = 20 * Math.Log10(fader);
            all.AddRange(["--fader", $"{stem.Name}={(double.IsNegativeInfinity(db) ? "-inf" : db.ToString("0.0000000", CultureInfo.InvariantCulture))}"]);
        }

        return Of(folder, out _, [.. all]);
    }

    public static void AssertAlike(JsonElement session, JsonElement stems)
    {
        string[] names = NamesOf(session);
        Assert.That(names, Is.EquivalentTo(NamesOf(stems)));
        using (Assert.EnterMultipleScope())
        {
            foreach (string name in names)
            {
                JsonElement ours = Track(session, name);
                JsonElement theirs = Track(stems, name);
                foreach (string figure in Figures)
                {
                    Assert.That(Number(ours, figure), Is.EqualTo(Number(theirs, figure)).Within(ToleranceLu), $"{name}: {figure}");
                }

                Assert.That(ours.GetProperty("kind").GetString(), Is.EqualTo(theirs.GetProperty("kind").GetString()), name);
            }
        }
    }

    /// <summary>Console text as one line, wherever it was wrapped.</summary>
    public static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string[] NamesOf(JsonElement report) => [.. report.GetProperty("tracks").EnumerateArray().Select(track => track.GetProperty("name").GetString()!)];

    public static JsonElement Track(JsonElement report, string name) =>
        report.GetProperty("tracks").EnumerateArray().First(track => track.GetProperty("name").GetString() == name);

    public static double Number(JsonElement track, string figure) =>
        track.GetProperty(figure) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : double.NegativeInfinity;
}
