using System.Collections.Immutable;
using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Step 0 alone: measures a session, shows and writes the level of each track into its plug-ins. No focal is needed.</summary>
/// <param name="page">Where the table goes.</param>
/// <param name="output">Standard output, for a report that goes there.</param>
/// <param name="error">Where warnings go.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class LevelsCommand(ConsolePage page, TextWriter output, TextWriter error, string ffmpeg)
{
    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">Something cannot be read or written.</exception>
    /// <exception cref="UsageException">Something that was named is not there.</exception>
    public int Run(RehearsalOptions options)
    {
        OutputFiles.Check(options.JsonFile);
        OutputFiles.Check(options.CsvFile);
        OutputFiles.Check(options.HtmlFile);
        using OpenedSession opened = OpenedSession.Open(options, page, ffmpeg);
        Warnings.Write(error, opened.Stems.Warnings);
        opened.Introduce(page);
        TrimmedStems.Check(opened.Stems, options);
        MixSettings settings = MixSettings.Default with { WorkingLevelDbfs = options.WorkingLevelDbfs ?? MixSettings.Default.WorkingLevelDbfs };
        using RehearsalRun run = new(opened.Stems, new ProfileLibrary(), settings);
        foreach ((string name, Role role) in options.Roles)
        {
            run.InstanceOf(opened.Stems.Find(name, "--role")).Role = role;
        }

        Warnings.Write(error, page.WithProgress("Measuring", progress => run.Measure(HostTiming.Realtime, BlockSizes.Usual, progress)));
        page.Headline($"{run.Session.Title}: {(run.Session.Tracks.Length == 1 ? "1 track" : $"{run.Session.Tracks.Length} tracks")}");
        foreach (string note in run.Session.Notes)
        {
            page.Say(note);
        }

        MixState state = run.Mix.State;
        LevelTables.Show(page, state.Snapshot, opened.Host);
        page.Gap();
        TrimmedStems.Write(page, run, options);
        Write(opened, state, options);
        return ExitCode.Done;
    }

    private void Write(OpenedSession opened, MixState state, RehearsalOptions options)
    {
        MixReport report = MixReport.From(state) with { Notes = opened.Notes };
        OutputFiles.Write(options.JsonFile, output, writer => writer.Write(report.ToJson()));
        OutputFiles.Write(options.CsvFile, output, writer => CsvReport.Write([report], writer), CsvReport.FileEncoding);
        OutputFiles.Write(options.HtmlFile, output, writer => HtmlReport.Write([state], opened.Stems.Title, writer, opened.About, opened.Notes, onlyLevels: true));
        OutputFiles.Say(page, options.JsonFile, options.CsvFile, options.HtmlFile);
    }
}
