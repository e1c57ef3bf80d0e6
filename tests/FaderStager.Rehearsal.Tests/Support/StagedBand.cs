using System.Text.Json;

namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>Where the rehearsal's hints bring a band, all faders at one position before.</summary>
/// <param name="VoicesLu">Each voice against the focal in LU.</param>
/// <param name="BalanceLu">The focal against the rest as the headline has it, before the hints, in LU.</param>
/// <param name="Voices">Voices of the mix.</param>
internal sealed record StagedBand(Dictionary<string, double> VoicesLu, double BalanceLu, int Voices)
{
    public required Dictionary<string, double> FadersDb { get; init; }

    public required Dictionary<string, string> Reasons { get; init; }

    /// <summary>Tracks that are to be moved.</summary>
    public required List<string> Moved { get; init; }

    public static StagedBand Of(IReadOnlyList<Stem> stems, params string[] arguments) => Of("Lead Vox", stems, arguments);

    public static StagedBand Of(string focalName, IReadOnlyList<Stem> stems, params string[] arguments)
    {
        using TempFolder folder = new();
        foreach (Stem stem in stems)
        {
            _ = folder.Write(stem.Name + ".wav", StemBytes.Wav(32, true, 1, Band.RateHz, stem.Samples));
        }

        string file = folder.PathOf("report.json");
        AppRun run = AppRun.Of([folder.Root, "--focal", focalName, "--start", "-12", "--no-pairs", "--json", file, .. arguments]);
        Assert.That(run.Code, Is.Zero, run.Error);
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(file));
        Dictionary<string, double> faders = [];
        Dictionary<string, string> reasons = [];
        List<string> moved = [];
        foreach (JsonElement track in document.RootElement.GetProperty("tracks").EnumerateArray())
        {
            string name = track.GetProperty("name").GetString()!;
            reasons[name] = track.GetProperty("reason").GetString()!;
            double from = track.GetProperty("faderDb").GetDouble();
            faders[name] = track.GetProperty("suggestedFaderDb") is { ValueKind: JsonValueKind.Number } to ? to.GetDouble() : from;
            if (Math.Abs(faders[name] - from) > 0.05)
            {
                moved.Add(name);
            }
        }

        JsonElement mix = document.RootElement.GetProperty("mix");
        double focal = stems.First(stem => stem.Name == focalName).Power;
        Dictionary<string, double> voices = stems.Where(stem => stem.Voice.Length > 0).GroupBy(stem => stem.Voice).ToDictionary(
            voice => voice.Key,
            voice => 10 * Math.Log10(voice.Sum(stem => stem.Power * Math.Pow(10, (faders[stem.Name] - faders[focalName]) / 10)) / focal));
        return new StagedBand(voices, mix.GetProperty("focalAgainstRestLu").GetDouble(), mix.GetProperty("voices").GetInt32())
        {
            FadersDb = faders,
            Reasons = reasons,
            Moved = moved,
        };
    }
}
