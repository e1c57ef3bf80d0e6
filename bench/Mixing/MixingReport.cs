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
        Line($"Produced by `FaderStager.Bench mixing`; figures differ from run to run by some ten per cent. Turns are measured in {ThreadClock.Name}.");
        Line($"");
        Line($"| what | asked | measured |");
        Line($"|---|---|---|");
        Refresh();
        Voices();
        Song();
        Session();
        return _text.ToString();
    }

    /// <summary>The part of the voices alone.</summary>
    public string WriteVoices()
    {
        Voices();
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
        benchmarks.PlayTheSong();
        (double median, double worst) = Time(() => benchmarks.Refresh_WhileTheSongPlays(), Refreshes);
        (double focalMedian, _) = Time(() => benchmarks.Refresh_AfterAnotherTrackBecameFocal(), 20);
        Line($"| one refresh of 100 tracks x 1 h while the song plays, median | under 5 ms | {median:F1} ms (worst of {Refreshes}: {worst:F1} ms) |");
        Line($"| the same right after another track became focal, once | - | {focalMedian:F0} ms |");
        Line($"| memory of 100 tracks x 1 h | under 45 MB | {benchmarks.HeldMegabytes:F0} MB |");
    }

    // The control is the same tracks under names that tell nothing.
    private void Voices()
    {
        foreach (int tracks in (int[])[40, 120])
        {
            using RefreshBenchmarks control = Played(tracks, hasVoices: false);
            using RefreshBenchmarks voices = Played(tracks, hasVoices: true);
            double[] alone = new double[Refreshes];
            double[] together = new double[Refreshes];
            for (int i = 0; i < Refreshes; i++)
            {
                (alone[i], _) = Time(() => control.Refresh_WhileTheSongPlays(), 1);
                (together[i], _) = Time(() => voices.Refresh_WhileTheSongPlays(), 1);
            }

            Array.Sort(alone);
            Array.Sort(together);
            Line($"| one refresh of {tracks} tracks x 10 min in voices, with kits and buses, while the song plays, median | under 5 ms | {together[Refreshes / 2]:F1} ms (worst of {Refreshes}: {together[^1]:F1} ms); control, the same tracks without a voice: {alone[Refreshes / 2]:F1} ms (worst {alone[^1]:F1} ms) |");
        }
    }

    private static RefreshBenchmarks Played(int tracks, bool hasVoices)
    {
        RefreshBenchmarks benchmarks = new() { Tracks = tracks, Minutes = 10, HasVoices = hasVoices };
        benchmarks.PlayTheSong();
        return benchmarks;
    }

    private void Song()
    {
        using RefreshBenchmarks benchmarks = new() { Tracks = 41 };
        benchmarks.PlayTheSong();
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
            double start = ThreadClock.Nanoseconds();
            action();
            ms[i] = (ThreadClock.Nanoseconds() - start) / 1e6;
        }

        Array.Sort(ms);
        return (ms[times / 2], ms[^1]);
    }

    private void Line(FormattableString text) => _text.AppendLine(text.ToString(CultureInfo.InvariantCulture));
}
