using System.Collections.Immutable;
using FaderStager.Rehearsal.Projects.Playing;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Rehearsal.Projects;

/// <summary>The tracks of a session that can be staged, as stems, and what is to be said of all the others.</summary>
/// <remarks>Disposal removes media that were decoded for it; the stems can then no longer be read.</remarks>
public sealed class ProjectStems : IDisposable
{
    private const int MostNamed = 4;

    private readonly ProjectSession _session;
    private readonly SignalPaths _paths;
    private readonly MediaFiles _media;
    private readonly DecodedMedia _decoded = new();
    private readonly string _file;
    private readonly List<SessionTrack> _tracks = [];
    private readonly List<(SessionTrack Track, string Reason)> _skipped = [];
    private readonly List<string> _lines = [];
    private readonly Dictionary<SessionTrack, int> _indexes = [];

    private ProjectStems(IProjectFile project, string ffmpeg)
    {
        _session = project.Session;
        _file = Path.GetFileName(_session.File);
        _paths = new SignalPaths(_session);
        _media = new MediaFiles(project, ffmpeg);
    }

    /// <summary>The stems.</summary>
    public StemSession Session { get; private set; } = null!;

    /// <summary>What is not heard as in the DAW: one line for the session where there is one, then one a track.</summary>
    public ImmutableArray<string> Lines => [.. _lines];

    /// <summary>The folders, groups and buses that tracks are heard through, one line each.</summary>
    public ImmutableArray<string> Groups { get; private set; } = [];

    /// <summary>The track's index in the session.</summary>
    /// <param name="track">A stem of this session.</param>
    /// <returns>The index.</returns>
    public int IndexOf(SessionTrack track) => _indexes[track];

    /// <summary>The fader that the session has for a track.</summary>
    /// <param name="track">A stem of this session.</param>
    /// <returns>dB; negative infinity = down.</returns>
    public double FaderDbOf(SessionTrack track) => _session.Tracks[_indexes[track]].FaderDb;

    /// <summary>Looks into all media of a session and makes its stems.</summary>
    /// <param name="project">The session.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <param name="progress">Is told how many of the tracks were looked into, 0 to 1; or null.</param>
    /// <returns>The stems, at least one.</returns>
    /// <exception cref="InputException">Nothing in the session can be played.</exception>
    public static ProjectStems Of(IProjectFile project, string ffmpeg, Action<double>? progress = null)
    {
        ProjectStems stems = new(project, ffmpeg);
        try
        {
            stems.Collect(progress);
            return stems;
        }
        catch
        {
            stems.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _decoded.Dispose();

    private void Collect(Action<double>? progress)
    {
        NoteSession();
        string[] names = Names();
        for (int index = 0; index < names.Length; index++)
        {
            CollectTrack(index, names[index]);
            progress?.Invoke((index + 1.0) / names.Length);
        }

        if (_tracks.Count == 0)
        {
            throw new InputException(string.Join('\n', _lines.Append($"No track of {_file} can be played, so there is nothing to stage.")));
        }

        Groups = [.. GroupLines(names)];
        Session = new StemSession(Path.GetFileNameWithoutExtension(_session.File), [.. _tracks], [.. _skipped], []);
    }

    private void CollectTrack(int index, string name)
    {
        ProjectTrack track = _session.Tracks[index];
        TrackNotes notes = new();
        ImmutableArray<(ProjectClip Clip, MediaFile File)> clips = track.IsMuted ? [] : [.. _decoded.For([.. Playable(track, notes)])];
        StereoGain heard = _paths.Heard(index);
        string? whyNot = WhyNot(index, clips.IsEmpty, heard);
        SessionTrack stem = new(name, new ClipStem(name, _file, clips, heard));
        ImmutableArray<string> phrases = [.. whyNot is null ? Phrases(index) : [], .. track.IsMuted ? [] : track.Notes, .. notes.Phrases];
        bool isSaid = !phrases.IsEmpty || track.Clips.Length > 0;
        if (whyNot is null)
        {
            _indexes[stem] = index;
            _tracks.Add(stem);
        }
        else if (isSaid)
        {
            phrases = [.. phrases, whyNot];
            _skipped.Add((stem, SafeText.Of($"{name}: {string.Join("; ", phrases)}.")));
        }

        if (!phrases.IsEmpty)
        {
            _lines.Add(SafeText.Of($"{name}: {string.Join("; ", phrases)}."));
        }
    }

    private string? WhyNot(int index, bool isEmpty, StereoGain heard)
    {
        ProjectTrack track = _session.Tracks[index];
        return track.IsMuted ? "is muted and is left out"
            : double.IsNaN(track.FaderDb) ? "its fader holds no usable number, so it is left out"
            : isEmpty ? "nothing of it can be played, so it is left out"
            : !heard.IsSound ? "its gains add up to no usable number, so it is left out"
            : !heard.IsSilence ? null
            : _paths.Silencer(index) is { } folder ? $"is silent through {NameOf(folder)}, which is {(folder.IsMuted ? "muted" : "down")}, and is left out"
            : "does not reach the master and is left out";
    }

    private IEnumerable<(ProjectClip Clip, MediaFile File)> Playable(ProjectTrack track, TrackNotes notes)
    {
        foreach (ProjectClip clip in track.Clips)
        {
            if (_media.Find(clip.Media, out string problem) is { } file)
            {
                if (file.Notice is { } notice)
                {
                    notes.Add(notice);
                }

                yield return (clip, file);
            }
            else
            {
                notes.Count($"is left out: {problem}", $"are left out: {problem}");
            }
        }
    }

    /// <summary>What is to be said of a track that is played.</summary>
    private IEnumerable<string> Phrases(int index)
    {
        ProjectTrack track = _session.Tracks[index];
        if (!track.PlugIns.IsEmpty)
        {
            yield return PlugIns(track.PlugIns);
        }

        if (track.FaderDb > FaderRange.HighestDb)
        {
            yield return $"its fader stands at {track.FaderDb:+0.0} dB and is read as +{FaderRange.HighestDb:0} dB";
        }

        string[] left = [.. track.Sends.Where(send => !_paths.IsFollowed(track, send)).Select(send => NameOf(_session.Tracks[send.To])).Distinct()];
        if (left.Length > 0)
        {
            yield return $"what it sends to {Listed(left)} is not heard here";
        }

        if (_paths.Loops.Contains(index))
        {
            yield return "a way back into itself is not followed";
        }
    }

    private void NoteSession()
    {
        _lines.AddRange(_session.Notes);
        string[] soloed = [.. _session.Tracks.Where(track => track.IsSoloed).Select(track => NameOf(track))];
        if (soloed.Length > 0)
        {
            _lines.Add($"Solo is on for {Listed(soloed)}; all tracks that are not muted are played.");
        }

        if (!_session.MasterPlugIns.IsEmpty)
        {
            _lines.Add($"Master: {PlugIns(_session.MasterPlugIns)}.");
        }
    }

    private IEnumerable<string> GroupLines(string[] names)
    {
        HashSet<int> used = [];
        Stack<ProjectTrack> ways = new(_tracks.Select(stem => _session.Tracks[_indexes[stem]]));
        while (ways.TryPop(out ProjectTrack? track))
        {
            foreach (int next in track.Sends.Where(send => _paths.IsFollowed(track, send)).Select(send => send.To).Append(track.Output).Where(next => next >= 0 && used.Add(next)))
            {
                ways.Push(_session.Tracks[next]);
            }
        }

        foreach (int index in used.Order())
        {
            ProjectTrack group = _session.Tracks[index];
            string fader = double.IsNegativeInfinity(group.FaderDb) ? "down" : $"at {FigureText.Fader(group.FaderDb)} dB";
            string plugIns = group.PlugIns.IsEmpty ? "" : $"; {PlugIns(group.PlugIns)}";
            yield return $"{names[index]} {fader}{plugIns}";
        }
    }

    /// <summary>Names that are all different: a track without one is called by its place.</summary>
    private string[] Names()
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. _session.Tracks.Select((track, index) =>
            {
                string name = NameOf(track, index);
                string own = name;
                for (int count = index + 1; !taken.Add(own); count++)
                {
                    own = $"{name} (track {count})";
                }

                return own;
            }),
        ];
    }

    private string NameOf(ProjectTrack track) => NameOf(track, _session.Tracks.IndexOf(track));

    private static string NameOf(ProjectTrack track, int index) => track.Name.Length > 0 ? SafeText.Of(track.Name) : $"Track {index + 1}";

    private static string PlugIns(ImmutableArray<string> names) => names.Length == 1
        ? $"has 1 active plug-in that is not heard here ({names[0]})"
        : $"has {names.Length} active plug-ins that are not heard here ({Listed([.. names])})";

    private static string Listed(string[] names) =>
        names.Length <= MostNamed + 1 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}
