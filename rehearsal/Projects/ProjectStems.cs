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
    private const int MostProblems = 3;

    private readonly ProjectSession _session;
    private readonly bool _isGivenMedia;
    private readonly SignalPaths _paths;
    private readonly MediaFiles _media;
    private readonly DecodedMedia _decoded = new();
    private readonly string _file;
    private readonly string[] _names;
    private readonly HostFacts _facts;
    private readonly ReturnLines _returns;
    private readonly List<SessionTrack> _tracks = [];
    private readonly List<(SessionTrack Track, string Reason)> _skipped = [];
    private readonly List<string> _lines = [];
    private readonly Dictionary<SessionTrack, int> _indexes = [];

    private ProjectStems(IProjectFile project, string ffmpeg)
    {
        _session = project.Session;
        _isGivenMedia = project.IsGivenMedia;
        _file = Path.GetFileName(_session.File);
        _paths = new SignalPaths(_session);
        _media = new MediaFiles(project, ffmpeg);
        _names = TrackWords.NamesOf(_session.Tracks);
        _facts = new HostFacts(_session, _names);
        _returns = new ReturnLines(_session, _names, _paths);
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
        SessionLines lines = new(_session, _names, _paths);
        _lines.AddRange(lines.OfAll());
        for (int index = 0; index < _names.Length; index++)
        {
            CollectTrack(index);
            progress?.Invoke((index + 1.0) / _names.Length);
        }

        _lines.AddRange(lines.OfApproximations(_tracks.Select(stem => _indexes[stem])));
        if (_media.HasMissed && !_isGivenMedia)
        {
            _lines.Add("Media that have moved are found with --media FOLDER, which says where else to look.");
        }

        if (_tracks.Count == 0)
        {
            throw new InputException(string.Join('\n', _lines.Append($"No track of {_file} can be played, so there is nothing to stage.")));
        }

        Groups = [.. lines.OfGroups(_tracks.Select(stem => _indexes[stem]))];
        Session = new StemSession(Path.GetFileNameWithoutExtension(_session.File), [.. _tracks], [.. _skipped], []);
    }

    private void CollectTrack(int index)
    {
        ProjectTrack track = _session.Tracks[index];
        string name = _names[index];
        TrackNotes notes = new();
        bool isPlayedReturn = _paths.IsPlayedReturn(index);
        ImmutableArray<ProjectClip> own = track.IsMuted ? [] : isPlayedReturn ? _paths.ClipsOfReturn(index) : track.Clips;
        ImmutableArray<(ProjectClip Clip, MediaFile File)> clips = [.. _decoded.For([.. Playable(own, notes)])];
        StereoGain heard = _paths.Heard(index);
        string? whyNot = WhyNot(index, clips.IsEmpty, heard);
        SessionTrack stem = new(name, new ClipStem(name, _file, clips, heard)) { Host = _facts.Of(index, isPlayedReturn ? _paths.FeedsOfReturn(index).Select(feed => feed.From) : [], heard) };
        ImmutableArray<string> phrases =
        [
            .. whyNot is null ? Phrases(index) : [],
            .. track.IsMuted ? [] : track.Notes,
            .. notes.Phrases,
        ];
        bool isSaid = !phrases.IsEmpty || track.Clips.Length > 0;
        if (whyNot is null)
        {
            _indexes[stem] = index;
            _tracks.Add(stem);
        }
        else if (_returns.Of(index) is { } fed)
        {
            phrases = [fed, .. phrases];
            _skipped.Add((stem, SafeText.Of($"{name}: {string.Join("; ", phrases)}.")));
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
            : _paths.Silencer(index) is { } folder ? $"is silent through {_names[folder]}, which is {(_session.Tracks[folder].IsMuted ? "muted" : "down")}, and is left out"
            : "does not reach the master and is left out";
    }

    private IEnumerable<(ProjectClip Clip, MediaFile File)> Playable(ImmutableArray<ProjectClip> clips, TrackNotes notes)
    {
        HashSet<string> missing = [];
        foreach (ProjectClip clip in clips)
        {
            if (_media.Find(clip.Media, clip.FileChannel, out string problem) is { } file)
            {
                if (file.Notice is { } notice)
                {
                    notes.Add(notice);
                }

                if (clip.FileChannel is null && file.FileChannels > 2)
                {
                    notes.Count($"plays a file of {file.FileChannels} channels, of which the first two are heard", $"play files of {file.FileChannels} channels, of which the first two are heard");
                }
                else if (clip.FileChannel >= file.FileChannels)
                {
                    notes.Count("plays a channel that its file does not have and is left out", "play channels that their files do not have and are left out");
                    continue;
                }

                yield return (clip, file);
            }
            else
            {
                _ = missing.Count < MostProblems && missing.Add(problem);
                problem = missing.Contains(problem) ? problem : "their media cannot be read either";

                notes.Count($"is left out: {problem}", $"are left out: {problem}");
            }
        }
    }

    /// <summary>What is to be said of a track that is played.</summary>
    private IEnumerable<string> Phrases(int index)
    {
        ProjectTrack track = _session.Tracks[index];
        if (_paths.IsPlayedReturn(index))
        {
            yield return _returns.Of(index)!;
        }

        if (!track.PlugIns.IsEmpty)
        {
            yield return TrackWords.PlugIns(track.PlugIns);
        }

        if (track.FaderDb > FaderRange.HighestDb)
        {
            yield return $"its fader stands at {track.FaderDb:+0.0} dB and is read as +{FaderRange.HighestDb:0} dB";
        }

        string[] left = [.. track.Sends.Where(send => !_paths.IsFollowed(track, send) && !_paths.IsPlayedReturn(send.To)).Select(send => _names[send.To]).Distinct()];
        if (left.Length > 0)
        {
            yield return $"what it sends to {TrackWords.Listed(left)} is not heard here";
        }

        if (_paths.Loops.Contains(index))
        {
            yield return "a way back into itself is not followed";
        }

        if (track.Output == ProjectOutput.None && track.Sends.Any(send => send.IsPreFader))
        {
            yield return "is heard through a send before its fader alone, which is read as if behind it";
        }
    }
}
