using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Learning;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Makes a target profile from the stems of a reference mix.</summary>
/// <param name="page">Where the table goes.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Where warnings go.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class LearnCommand(ConsolePage page, TextWriter output, TextWriter error, string ffmpeg)
{
    private static readonly string[] Heads = ["Role", ">Target LU", ">Tolerance LU", "Source"];

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="InputException">Something cannot be read or written, or there is nothing to learn from.</exception>
    /// <exception cref="UsageException">Something that was named is not there.</exception>
    public int Run(LearnOptions options)
    {
        OutputFiles.Check(options.OutFile);
        if (options.Paths.FirstOrDefault(Projects.ProjectFiles.IsSession) is { } own)
        {
            throw new UsageException($"{own} is a DAW's session: learn reads the stems of a finished mix, rendered through their faders.");
        }

        StemSession session = StemSession.FromPaths(options.Paths, ffmpeg, options.Session);
        Warn(session.Warnings);
        using RehearsalRun run = new(session, new ProfileLibrary(), MixSettings.Default);
        foreach ((string track, Role role) in options.Roles)
        {
            run.InstanceOf(session.Find(track, "--role")).Role = role;
        }

        SessionTrack focal = FocalChoice.Find(session, run, options.Focal);
        Warn(page.WithProgress("Measuring", progress => run.Measure(HostTiming.Realtime, BlockSizes.Usual, progress)));
        FocalChoice.Check(run, focal);
        run.SetFocal(focal);
        BusChoice.Find(run, focal, options.Roles.Select(pair => run.Session.Find(pair.Key, "--role")), page);

        string name = options.Name ?? (options.OutFile == OutputFiles.StandardOutput ? session.Title : Path.GetFileNameWithoutExtension(options.OutFile));
        LearnedProfile learned = ProfileLearner.Learn(run.Mix.State.Snapshot, name);
        Warn(learned.LeftOut.Select(reason => $"Not learned from {reason}."));
        if (learned.Profile is not { } profile)
        {
            throw new InputException(learned.Problem ?? "Nothing could be learned.");
        }

        OutputFiles.Write(options.OutFile, output, writer => writer.Write(TargetProfileJson.Write(profile)));
        Show(profile, run.Mix.State.Snapshot);
        page.Gap();
        if (options.OutFile != OutputFiles.StandardOutput)
        {
            page.Say($"Profile written: {options.OutFile}. To stage by it:");
            page.Command($"{Closing.Program} FOLDER --profile {Typed.Quoted(options.OutFile)}");
        }

        return ExitCode.Done;
    }

    private void Show(TargetProfile profile, MixSnapshot mix)
    {
        page.Headline($"{profile.Name}: {profile.Description}");
        page.Gap();
        page.Table(
            Heads,
            profile.Roles
                .Where(pair => mix.Tracks.Any(track => track.Role == pair.Key))
                .OrderBy(pair => Roles.Importance(pair.Key))
                .Select(pair => (IReadOnlyList<Cell>)
                [
                    Roles.DisplayName(pair.Key),
                    FigureText.Relative(pair.Value.OffsetLu),
                    FigureText.Level(pair.Value.ToleranceLu),
                    pair.Value.Source,
                ]));
    }

    private void Warn(IEnumerable<string> warnings)
    {
        foreach (string warning in warnings)
        {
            error.WriteLine($"Warning: {warning}");
        }
    }
}
