using System.Collections.Immutable;
using FaderStager.Rehearsal.Demo;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Rehearsal.Commands;

/// <summary>What is rehearsed: the demo, stems, or a DAW's session with its own faders.</summary>
internal sealed class OpenedSession : IDisposable
{
    private const double SameDb = 0.05;
    private const int MostMarkers = 12;

    private readonly IProjectFile? _file;
    private readonly ProjectStems? _project;

    private OpenedSession(StemSession stems, IProjectFile? file = null, ProjectStems? project = null)
    {
        Stems = stems;
        _file = file;
        _project = project;
    }

    /// <summary>The stems.</summary>
    public StemSession Stems { get; }

    /// <summary>Top of the DAW's faders in dB, or null where there is no DAW.</summary>
    public double? FaderTopDb => _file?.Session.FaderTopDb;

    /// <summary>The DAW that wrote the session, or null where there is none.</summary>
    public string? Host => _file?.Session.Application;

    /// <summary>What of a DAW's session is not heard as in the DAW; null where there is no DAW or nothing to say.</summary>
    public ImmutableArray<string>? Notes => _project is { Lines.IsEmpty: false } ? _project.Lines : null;

    /// <summary>What a DAW's session is, one sentence each; null where there is no DAW.</summary>
    public ImmutableArray<string>? About => _project is null ? null : [.. Sentences(_file!.Session, _project)];

    /// <summary>Markers and regions of a DAW's session, or null where there are none.</summary>
    public ImmutableArray<ReportMarker>? Markers => _file is { Session.Markers: { IsEmpty: false } markers }
        ? [.. markers.Select(marker => new ReportMarker(SafeText.Of(marker.Name), Math.Round(marker.StartSeconds, 3), marker.EndSeconds is { } end ? Math.Round(end, 3) : null))]
        : null;

    /// <summary>The same as where sections of the song start; none for stems.</summary>
    public ImmutableArray<SongMarker> Sections => _file is null ? [] : [.. _file.Session.Markers.Select(marker => new SongMarker(marker.StartSeconds, SafeText.Of(marker.Name), marker.EndSeconds))];

    /// <summary>Opens what was asked for.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="page">Where progress is shown.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <returns>The session.</returns>
    /// <exception cref="InputException">It cannot be read, or the copy cannot be written.</exception>
    /// <exception cref="UsageException">Options do not go together.</exception>
    public static OpenedSession Open(RehearsalOptions options, ConsolePage page, string ffmpeg)
    {
        string? session = options.Paths.FirstOrDefault(ProjectFiles.IsSession);
        if (session is null)
        {
            string? option = options.WriteFile is not null ? "--write" : options.MediaFolder is not null ? "--media" : null;
            return option is not null
                ? throw new UsageException($"{option} is for a DAW's session: give a .rpp or .dawproject in place of stems.")
                : new OpenedSession(options.IsDemo
                    ? page.WithProgress("Playing the demo session", _ => StemSession.From("Demo session", DemoSession.Play()))
                    : StemSession.FromPaths(options.Paths, ffmpeg, options.Session));
        }

        if (options.Paths.Length > 1)
        {
            throw new UsageException($"{session} is a DAW's session: give it alone, without other sessions or stems.");
        }

        if (options.MediaFolder is { } media && !Directory.Exists(media))
        {
            throw new InputException($"--media \"{media}\": there is no such folder.");
        }

        if (options.WriteFile is { } copy)
        {
            if (options.Approaches.Length > 1)
            {
                throw new UsageException("--write writes the faders of one approach: say --approach top-down or --approach bottom-up.");
            }

            ProjectCopy.Check(session, copy);
        }

        IProjectFile file = ProjectFiles.Open(session, options.MediaFolder);
        try
        {
            ProjectStems project = page.WithProgress("Looking into the session's media", progress => ProjectStems.Of(file, ffmpeg, progress));
            return new OpenedSession(project.Session, file, project);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Says what the session is and what of it is not heard as in the DAW.</summary>
    /// <param name="page">Where to.</param>
    public void Introduce(ConsolePage page)
    {
        if (_project is null)
        {
            return;
        }

        foreach (string sentence in About!.Value)
        {
            page.Say(sentence);
        }

        if (_project.Lines.Length > 0)
        {
            page.Gap();
            page.Say($"Not heard as in {_file!.Session.Application.Split(' ')[0]}:");
            foreach (string line in _project.Lines)
            {
                page.Item(line);
            }
        }

        page.Gap();
    }

    private static IEnumerable<string> Sentences(ProjectSession session, ProjectStems project)
    {
        string master = session.MasterFaderDb == 0 ? "" : $" The master fader, {TrackWords.Standing(session.MasterFaderDb)}, is not counted: it moves all alike.";
        yield return $"Read from {Path.GetFileName(session.File)}, written by {session.Application}: {project.Session.Tracks.Length} of its {session.Tracks.Length} tracks are played, with its faders.{master}";
        if (project.Groups.Length > 0)
        {
            yield return $"Heard through {string.Join(", ", project.Groups)}.";
        }

        if (session.Markers.Length > 0)
        {
            IEnumerable<string> named = session.Markers.Take(MostMarkers).Select(Standing);
            string more = session.Markers.Length > MostMarkers ? $", and {session.Markers.Length - MostMarkers} more" : "";
            yield return $"Markers and regions: {string.Join(", ", named)}{more}.";
        }
    }

    private static string Standing(ProjectMarker marker)
    {
        string name = marker.Name.Length > 0 ? SafeText.Of(marker.Name) + " " : "";
        return $"{name}{SongClock.Text(marker.StartSeconds)}{(marker.EndSeconds is { } end ? $" to {SongClock.Text(end)}" : "")}";
    }

    /// <summary>The faders to start an approach from: top-down from the session's own, unless a start was said; bottom-up from below.</summary>
    /// <param name="approach">The approach.</param>
    /// <param name="said">Faders that were said, which win.</param>
    /// <param name="startIsSaid">Whether a start was said.</param>
    /// <returns>Faders in dB.</returns>
    public Dictionary<SessionTrack, double> FadersFor(ApproachKind approach, IReadOnlyDictionary<SessionTrack, double> said, bool startIsSaid)
    {
        Dictionary<SessionTrack, double> faders = [];
        if (_project is not null && approach == ApproachKind.TopDown && !startIsSaid)
        {
            foreach (SessionTrack track in Stems.Tracks)
            {
                faders[track] = Math.Min(FaderRange.HighestDb, _project.FaderDbOf(track));
            }
        }

        foreach ((SessionTrack track, double db) in said)
        {
            faders[track] = db;
        }

        return faders;
    }

    /// <summary>Writes a copy of the session with the faders of a staged mix.</summary>
    /// <param name="page">Where it is said.</param>
    /// <param name="run">The tracks.</param>
    /// <param name="mix">The mix.</param>
    /// <param name="copy">The copy's file, or null for none.</param>
    /// <exception cref="InputException">It cannot be written.</exception>
    public void WriteCopy(ConsolePage page, RehearsalRun run, StagedMix mix, string? copy)
    {
        if (copy is null || _project is null)
        {
            return;
        }

        Dictionary<int, double> faders = [];
        List<string> left = [];
        List<string> withoutFader = [];
        foreach (SessionTrack track in Stems.Tracks)
        {
            // A track whose media could not be opened in the end is in no mix.
            Guid id = run.InstanceOf(track).Id;
            TrackReading? reading = mix.Last.Snapshot.Tracks.FirstOrDefault(reading => reading.Id == id);
            double db = reading?.FaderDb ?? double.NaN;
            if (!double.IsFinite(db) || reading is not { IsAudible: true })
            {
                left.Add(track.Name);
            }
            else if (!(Math.Abs(db - _project.FaderDbOf(track)) < SameDb) && !_file!.HasFader(_project.IndexOf(track)))
            {
                withoutFader.Add($"{track.Name} (to {FigureText.Fader(db)} dB)");
            }
            else if (!(Math.Abs(db - _project.FaderDbOf(track)) < SameDb))
            {
                faders[_project.IndexOf(track)] = db;
            }
        }

        _ = page.WithProgress("Writing the copy", progress =>
        {
            _file!.WriteCopy(copy, faders, progress);
            return true;
        });
        string kept = left.Count == 0 ? "" : $" Not placed, so left as they are: {string.Join(", ", left)}.";
        string unset = withoutFader.Count == 0 ? "" : $" The session holds no fader for {string.Join(", ", withoutFader)}: set it by hand.";
        page.Say($"Copy written: {copy}, with {(faders.Count == 1 ? "1 fader" : $"{faders.Count} faders")} moved and nothing else changed.{kept}{unset}");
        if (Path.GetDirectoryName(Path.GetFullPath(copy)) != Path.GetDirectoryName(Path.GetFullPath(_file!.Session.File)))
        {
            page.Say("It names its media as the session does: media given relative to the session are only found from the session's folder.");
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _project?.Dispose();
        _file?.Dispose();
    }
}
