using System.Globalization;
using System.Text.Json;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Bench.Mixing;

/// <summary>What bench/advice/advice.py measures, in one process and so over many draws of the faders, as Markdown.</summary>
/// <param name="draws">How often each song's faders are put off.</param>
internal sealed class AdviceReport(int draws)
{
    private const int RateHz = 16_000;
    private const int Seconds = 12;
    private const double BaseDb = -12;
    private const int Boots = 2000;

    /// <summary>Measures the songs of a file.</summary>
    /// <param name="balances">Path of balances.json.</param>
    /// <param name="write">Is given each line.</param>
    public void Write(string balances, Action<string> write)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(balances));
        write("| set | songs | stems | spread dB | before LU | **after LU** | 90 % interval | faders moved |");
        write("|---|---|---|---|---|---|---|---|");
        foreach (string set in (string[])["vocal", "named", "melody"])
        {
            JsonElement[] songs = [.. document.RootElement.GetProperty("sets").GetProperty(set).EnumerateArray().Where(song => song.GetProperty("stems").GetArrayLength() > 1)];
            foreach (double spread in (double[])[1, 4, 6, 9, 12])
            {
                Random random = new(1);
                Stem[][] ends = [.. songs.Select(song => Ends(song, spread, random))];
                Stem[] all = [.. ends.SelectMany(song => song)];
                double[] means = [.. Enumerable.Range(0, Boots).Select(_ => Mean(Enumerable.Range(0, ends.Length).SelectMany(_ => ends[random.Next(ends.Length)]))).Order()];
                write(string.Create(CultureInfo.InvariantCulture,
                    $"| {set} | {songs.Length} | {all.Length / draws} | {spread} | {all.Average(stem => stem.BeforeLu):F2} | **{Mean(all):F2}** | {means[Boots / 20]:F2} to {means[^(Boots / 20)]:F2} | {100.0 * all.Count(stem => stem.IsMoved) / all.Length:F0} % |"));
            }
        }
    }

    private static double Mean(IEnumerable<Stem> stems) => stems.Average(stem => stem.AfterLu);

    private Stem[] Ends(JsonElement song, double spread, Random random)
    {
        string folder = Directory.CreateTempSubdirectory("faderstager-advice-").FullName;
        try
        {
            Dictionary<string, Role> roles = new() { ["Focal"] = RoleOf(song.GetProperty("focalRole")) };
            WriteNoise(folder, "Focal", 0, 0);
            foreach ((int index, JsonElement stem) in song.GetProperty("stems").EnumerateArray().Index())
            {
                string name = string.Create(CultureInfo.InvariantCulture, $"T{index:00} {stem.GetProperty("role").GetString()}");
                roles[name] = RoleOf(stem.GetProperty("role"));
                WriteNoise(folder, name, 1 + index, stem.GetProperty("lu").GetDouble());
            }

            return [.. Enumerable.Range(0, draws).SelectMany(_ => Staged(folder, roles, spread, random))];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A run of its own for each draw: what was shown of one would sway the next at the edges.
    private static IEnumerable<Stem> Staged(string folder, Dictionary<string, Role> roles, double spread, Random random)
    {
        using RehearsalRun run = new(StemSession.FromPaths([folder], "ffmpeg"), new ProfileLibrary(folder), MixSettings.Default);
        _ = run.Measure(HostTiming.Realtime, BlockSizes.Usual);
        foreach (SessionTrack track in run.Session.Tracks)
        {
            run.SetRole(track, roles[track.Name]);
        }

        run.SetFocal(run.Session.Tracks.First(track => track.Name == "Focal"));
        Dictionary<SessionTrack, double> faders = run.Session.Tracks.ToDictionary(track => track, _ => Math.Round(BaseDb + (((random.NextDouble() * 2) - 1) * spread), 1));
        Dictionary<string, double> off = faders.ToDictionary(pair => pair.Key.Name, pair => pair.Value);
        MixState mix = run.Stage(ApproachKind.TopDown, faders, forwardLu: null, applies: false).Start;
        Dictionary<string, double> ends = mix.Advice.Hints.ToDictionary(hint => hint.Track.Name, hint => double.IsNaN(hint.SuggestedFaderDb) ? hint.Track.FaderDb : hint.SuggestedFaderDb);
        return [.. ends.Keys.Where(name => name != "Focal").Select(name => new Stem(Math.Abs(off[name] - off["Focal"]), Math.Abs(ends[name] - ends["Focal"]), Math.Abs(ends[name] - off[name]) > 0.05))];
    }

    private static Role RoleOf(JsonElement key) => Roles.All.First(info => info.Key == key.GetString()).Role;

    private static void WriteNoise(string folder, string name, int seed, double db)
    {
        Random random = new(seed);
        double amplitude = 0.17 * Math.Pow(10, db / 20);
        float[] noise = [.. Enumerable.Range(0, RateHz * Seconds).Select(_ => (float)(amplitude * ((2 * random.NextDouble()) - 1)))];
        using FileStream file = File.Create(Path.Combine(folder, name + ".wav"));
        using WavWriter writer = new(file, RateHz, 1);
        writer.Write(noise, noise);
    }

    private readonly record struct Stem(double BeforeLu, double AfterLu, bool IsMoved);
}
