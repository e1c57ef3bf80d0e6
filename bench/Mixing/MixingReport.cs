using System.Diagnostics;
using System.Globalization;
using System.Text;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Staging.Settings;

namespace FaderStager.Bench.Mixing;

/// <summary>What a long mix costs the worker, and a whole session from files to hints, as Markdown.</summary>
internal sealed class MixingReport
{
    private const int Refreshes = 400;
    private const int Stems = 24;
    private const int StemSeconds = 240;
    private const int SampleRateHz = 48_000;

    private readonly StringBuilder _text = new();

    public string Write()
    {
        Line($"# Mixing, measured");
        Line($"");
        Line($"{Machine.Sentence()}");
        Line($"Produced by `FaderStager.Bench mixing`; figures differ from run to run by some ten per cent.");
        Line($"");
        Line($"| what | asked | measured |");
        Line($"|---|---|---|");
        Refresh();
        Song();
        Session();
        return _text.ToString();
    }

    /// <summary>The song's part alone.</summary>
    public string WriteSong()
    {
        Song();
        return _text.ToString();
    }

    private void Refresh()
    {
        using RefreshBenchmarks benchmarks = new();
        benchmarks.PlayAnHour();
        (double median, double worst) = Time(() => benchmarks.Refresh_WhileTheSongPlays(), Refreshes);
        (double focalMedian, _) = Time(() => benchmarks.Refresh_AfterAnotherTrackBecameFocal(), 20);
        Line($"| one refresh of 100 tracks x 1 h while the song plays, median | under 5 ms | {median:F1} ms (worst of {Refreshes}: {worst:F1} ms) |");
        Line($"| the same right after another track became focal, once | - | {focalMedian:F0} ms |");
        Line($"| memory of 100 tracks x 1 h | under 45 MB | {benchmarks.HeldMegabytes:F0} MB |");
    }

    private void Song()
    {
        using RefreshBenchmarks benchmarks = new() { Tracks = 41 };
        benchmarks.PlayAnHour();
        (double first, _) = Time(() => benchmarks.Song_AtOnce(), 1);
        (double again, _) = Time(() => benchmarks.Song_AtOnce(), 10);
        Line($"| the song of 40 voices x 1 h for the first time: curves, sections, readings, rides (worker) | - | {first:F0} ms |");
        Line($"| the same again after a slot of news | - | {again:F0} ms |");
    }

    private void Session()
    {
        string folder = Directory.CreateTempSubdirectory("faderstager-bench-").FullName;
        try
        {
            WriteStems(folder);
            long start = Stopwatch.GetTimestamp();
            using RehearsalRun run = new(StemSession.FromPaths([folder], "ffmpeg"), new ProfileLibrary(folder), MixSettings.Default);
            run.Measure(HostTiming.Realtime, BlockSizes.Usual);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            double realTimes = Stems * StemSeconds / elapsed.TotalSeconds;
            Line($"| {Stems} stereo stems x {StemSeconds / 60} min (32-bit float WAV) from files to hints, one thread | - | {elapsed.TotalSeconds:F1} s: {realTimes:F0} x real time a track |");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void WriteStems(string folder)
    {
        Random random = new(1);
        float[] noise = [.. Enumerable.Range(0, SampleRateHz).Select(_ => (float)((random.NextDouble() * 0.4) - 0.2))];
        for (int stem = 0; stem < Stems; stem++)
        {
            using FileStream file = File.Create(Path.Combine(folder, $"Keys {stem}.wav"));
            using WavWriter writer = new(file, SampleRateHz, 2);
            for (int second = 0; second < StemSeconds; second++)
            {
                writer.Write(noise, noise);
            }
        }
    }

    private static (double MedianMs, double WorstMs) Time(Action action, int times)
    {
        double[] ms = new double[times];
        for (int i = 0; i < times; i++)
        {
            long start = Stopwatch.GetTimestamp();
            action();
            ms[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(ms);
        return (ms[times / 2], ms[^1]);
    }

    private void Line(FormattableString text) => _text.AppendLine(text.ToString(CultureInfo.InvariantCulture));
}
