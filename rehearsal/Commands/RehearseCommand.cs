using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Rehearsal.Pictures;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Measures a session, stages it, shows and writes what comes of it.</summary>
/// <param name="page">Where tables go.</param>
/// <param name="output">Standard output, for a report that goes there.</param>
/// <param name="error">Where warnings go.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class RehearseCommand(ConsolePage page, TextWriter output, TextWriter error, string ffmpeg)
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
        OutputFiles.Check(options.PngFile);
        OutputFiles.Check(options.EditorFile);
        OutputFiles.Check(options.RidesFile);
        OutputFiles.Check(options.RegionsFile);
        OutputFiles.Check(options.CurvesFile);
        if (options.Approaches.Length > 1 && options.EditorFile is not null)
        {
            throw new UsageException("--editor-png shows the editor with one approach: say --approach top-down or --approach bottom-up.");
        }

        if (options.Approaches.Length > 1 && (options.RidesFile ?? options.RegionsFile ?? options.CurvesFile) is not null)
        {
            throw new UsageException("--rides, --regions and --curves write the song of one approach: say --approach top-down or --approach bottom-up.");
        }

        ProfileChoice profile = ProfileChoice.Find(options.Profile);
        using OpenedSession opened = OpenedSession.Open(options, page, ffmpeg);
        StemSession session = opened.Stems;
        Warnings.Write(error, session.Warnings);
        opened.Introduce(page);
        foreach (string folder in options.Approaches.Select(approach => RenderFolder(options, approach)).OfType<string>())
        {
            StemRenderer.Check(session, folder);
        }

        TrimmedStems.Check(session, options);
        using RehearsalRun run = new(session, profile.Library, Settings(options, profile, opened));
        SessionTrack focal = Prepare(session, run, options, out Dictionary<SessionTrack, double> faders);
        Warnings.Write(error, page.WithProgress("Measuring", progress => run.Measure(options.Host, options.Blocks, progress)));
        session = run.Session;
        FocalChoice.Check(run, focal);
        run.SetFocal(focal);
        if (run.Mix.State.Snapshot.Focal is not { IsAudible: true })
        {
            string state = focal.IsTooShort ? focal.TooShort : "is silent";
            throw new InputException($"{SafeText.Of(focal.Source.Origin)} {state}, so nothing can be set against it. Choose another focal: --focal NAME. {session.NamesOfAll}");
        }

        run.Mix.Song.Mark(opened.Sections);
        run.Count(options.Counts);
        Introduce(session, run, focal, options);
        BusChoice.Find(run, focal, options.Roles.Select(pair => session.Find(pair.Key, "--role")), page);
        SayVoices(run);
        LevelTables.Show(page, run.Mix.State.Snapshot, opened.Host);
        ImmutableArray<StagedMix> mixes = [.. options.Approaches.Select(approach => run.Stage(approach, opened.FadersFor(approach, faders, options.Start is not null), options.ForwardLu, options.Applies))];
        foreach (StagedMix mix in mixes)
        {
            MixTables.Show(page, mix);
            if (options.ShowsSong)
            {
                SongTables.Show(page, mix.Song, ReportNames.Name(mix.Approach));
            }
        }

        Headroom(run);

        page.Gap();
        TrimmedStems.Write(page, run, options);
        Render(run, mixes, options);
        opened.WriteCopy(page, run, mixes[0], options.WriteFile);
        Write(run, opened, mixes, options);
        Closing.Show(page, options, focal.Name);
        return ExitCode.Done;
    }

    private static MixSettings Settings(RehearsalOptions options, ProfileChoice profile, OpenedSession opened) => MixSettings.Default with
    {
        ProfileName = profile.Name,
        Start = options.Start ?? MixSettings.Default.Start,
        FaderTopDb = opened.FaderTopDb ?? MixSettings.Default.FaderTopDb,
        ProfileIsChosen = options.Profile is not null,
        ToleranceLu = options.ToleranceLu,
        AnchorKind = options.AnchorKind,
        AnchorLevel = options.AnchorLevel ?? MixSettings.Default.AnchorLevel,
        Weighting = options.Weighting,
        WorkingLevelDbfs = options.WorkingLevelDbfs ?? MixSettings.Default.WorkingLevelDbfs,
    };

    /// <summary>Roles, focal and faders, before the long part: a name that is wrong is told at once.</summary>
    private static SessionTrack Prepare(StemSession session, RehearsalRun run, RehearsalOptions options, out Dictionary<SessionTrack, double> faders)
    {
        foreach ((string name, Role role) in options.Roles)
        {
            run.InstanceOf(session.Find(name, "--role")).Role = role;
        }

        faders = [];
        foreach ((string name, double db) in options.Faders)
        {
            faders[session.Find(name, "--fader")] = db;
        }

        return FocalChoice.Find(session, run, options.Focal);
    }

    private void Introduce(StemSession session, RehearsalRun run, SessionTrack focal, RehearsalOptions options)
    {
        string guessed = options.Focal is null ? " (guessed from its name; --focal says another)" : "";
        page.Headline($"{session.Title}: {(session.Tracks.Length == 1 ? "1 track" : $"{session.Tracks.Length} tracks")} around {focal.Name}{guessed}");
        string follows = run.Mix.Settings.FollowsFocal ? " (follows the focal; --profile says another)" : "";
        page.Say($"Targets: {run.Mix.State.Snapshot.Profile.Name}{follows}. {run.Mix.State.Snapshot.Profile.Description}");
        foreach (string note in session.Notes)
        {
            page.Say(note);
        }
    }

    /// <summary>Tracks that are heard as one.</summary>
    private void SayVoices(RehearsalRun run)
    {
        string[] voices =
        [
            .. run.Mix.State.Snapshot.Tracks.Where(track => track.VoiceId != Guid.Empty).GroupBy(track => track.VoiceId)
                .Select(voice => $"{voice.First().VoiceName} ({string.Join(", ", voice.Select(track => track.Name))})"),
        ];
        if (voices.Length > 0)
        {
            page.Say($"Heard as one and moved alike: {string.Join("; ", voices)}.");
        }
    }

    /// <summary>Stems that are over full scale before any fader.</summary>
    private void Headroom(RehearsalRun run)
    {
        string[] over =
        [
            .. run.Mix.State.Snapshot.Tracks.Where(track => track.TruePeakDbtp > 0).OrderByDescending(track => track.TruePeakDbtp)
                .Select(track => $"{track.Name} {FigureText.Relative(track.TruePeakDbtp)} dBTP"),
        ];
        if (over.Length > 0)
        {
            page.Gap();
            page.Say($"Over full scale before the fader: {string.Join(", ", over)}. A fader hides that and does not mend it: turn the stem itself down.");
        }
    }

    /// <summary>Where an approach is rendered to: two approaches get a folder each.</summary>
    private static string? RenderFolder(RehearsalOptions options, ApproachKind approach) =>
        options.RenderFolder is { } folder && options.Approaches.Length > 1
            ? Path.Combine(folder, ReportNames.Name(approach))
            : options.RenderFolder;

    private void Render(RehearsalRun run, ImmutableArray<StagedMix> mixes, RehearsalOptions options)
    {
        foreach (StagedMix mix in mixes)
        {
            if (RenderFolder(options, mix.Approach) is { } folder)
            {
                double peak = page.WithProgress("Rendering", _ => StemRenderer.Render(run, mix.Last, folder));
                page.Say($"Rendered to {folder}: {run.Session.Tracks.Length} staged stems and {StemRenderer.MixFile}, which peaks at {FigureText.Level(Decibels.FromAmplitude(peak))} dBFS.");
            }
        }
    }

    private void Write(RehearsalRun run, OpenedSession opened, ImmutableArray<StagedMix> mixes, RehearsalOptions options)
    {
        ImmutableArray<MixReport> reports = [.. mixes.Select(mix => MixReport.From(mix.Last, mix.Song.State) with { Notes = opened.Notes, Markers = opened.Markers })];
        OutputFiles.Write(options.JsonFile, output, writer => writer.Write(reports.Length == 1 ? reports[0].ToJson() : MixReport.ToJson(reports)));
        OutputFiles.Write(options.CsvFile, output, writer => CsvReport.Write(reports, writer), CsvReport.FileEncoding);
        OutputFiles.Write(options.HtmlFile, output, writer => HtmlReport.Write([.. mixes.Select(mix => mix.Last)], opened.Stems.Title, writer, opened.About, opened.Notes, songs: [.. mixes.Select(mix => mix.Song)]));
        OutputFiles.Write(options.RidesFile, output, writer => RideCsv.Write(mixes[0].Song.State, writer), CsvReport.FileEncoding);
        OutputFiles.Write(options.RegionsFile, output, writer => RideCsv.WriteRegions(mixes[0].Song.State, writer));
        OutputFiles.Write(options.CurvesFile, output, writer => CurveCsv.Write(run.Mix, writer), CsvReport.FileEncoding);
        OutputFiles.WriteBytes(options.PngFile, () => MixPicture.Draw([.. mixes.Select(mix => mix.Last)], opened.Stems.Title));
        OutputFiles.WriteBytes(options.EditorFile, () => EditorShot.Draw(run));
        OutputFiles.Say(page, options.JsonFile, options.CsvFile, options.HtmlFile, options.PngFile, options.EditorFile, options.RidesFile, options.RegionsFile, options.CurvesFile);
    }
}
