using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Writes the stems with the trims of step 0, where that was asked for.</summary>
internal static class TrimmedStems
{
    /// <summary>Looks before the work whether they can be written.</summary>
    /// <param name="session">The stems.</param>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="InputException">They cannot.</exception>
    /// <exception cref="UsageException">They would go where the staged stems go.</exception>
    public static void Check(StemSession session, RehearsalOptions options)
    {
        if (options.TrimFolder is not { } folder)
        {
            return;
        }

        if (options.RenderFolder is { } render && Path.GetFullPath(render) == Path.GetFullPath(folder))
        {
            throw new UsageException("--trim and --render write files of the same names: give each a folder of its own.");
        }

        StemRenderer.Check(session, folder);
    }

    /// <summary>Writes them.</summary>
    /// <param name="page">Where it is said.</param>
    /// <param name="run">The stems, measured.</param>
    /// <param name="options">What was asked for.</param>
    /// <exception cref="InputException">They cannot be written.</exception>
    public static void Write(ConsolePage page, RehearsalRun run, RehearsalOptions options)
    {
        if (options.TrimFolder is { } folder)
        {
            MixSnapshot mix = run.Mix.State.Snapshot;
            double peak = page.WithProgress("Trimming", _ => StemRenderer.RenderTrimmed(run, run.Mix.State, folder));
            int trimmed = mix.Tracks.Count(track => LevelAdvice.Of(track, mix.Settings).IsTrim);
            page.Say($"Trimmed stems written to {folder}: {trimmed} of {run.Session.Tracks.Length} trimmed; {StemRenderer.MixFile}, their sum without faders, peaks at {FigureText.Level(Decibels.FromAmplitude(peak))} dBFS.");
        }
    }
}
