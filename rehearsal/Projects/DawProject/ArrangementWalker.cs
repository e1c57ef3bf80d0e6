namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Walks the nested timelines of an arrangement and collects the audio that sounds, track by track.</summary>
/// <remarks>Timelines may be nested as a program likes; contents may be shared by reference. Depth and amount have limits.</remarks>
internal sealed class ArrangementWalker
{
    private const int Deepest = 64;
    private const int MostSteps = 500_000;
    private const int MostBends = 1_000;
    private const double LeastSeconds = 1e-4;

    private readonly DawTracks _tracks;
    private readonly List<ProjectClip>[] _clips;
    private readonly Dictionary<string, XmlPart> _byId = [];
    private readonly HashSet<string> _volumes;
    private readonly string _label;
    private int _steps;

    /// <summary>A walker.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <param name="channels">Their channels.</param>
    /// <param name="label">The session's name, for messages.</param>
    public ArrangementWalker(DawTracks tracks, IReadOnlyList<DawChannel> channels, string label)
    {
        _tracks = tracks;
        _label = label;
        _clips = [.. channels.Select(_ => new List<ProjectClip>())];
        _volumes = [.. channels.Select(channel => channel.Volume?.Text("id")).OfType<string>()];
    }

    /// <summary>Walks an arrangement.</summary>
    /// <param name="arrangement">The arrangement.</param>
    /// <param name="tempo">The song's tempo.</param>
    /// <returns>The clips of each track.</returns>
    /// <exception cref="InputException">It holds more than any session does.</exception>
    public IReadOnlyList<ProjectClip>[] Walk(XmlPart arrangement, TempoMap tempo)
    {
        CollectIds(arrangement);
        Timeline song = new Timeline(tempo, IsBeats: true, 0).In(arrangement.Text("timeUnit"));
        foreach (XmlPart part in arrangement.Parts.Where(part => part.Name == "Lanes"))
        {
            Walk(part, new Place(song, 0, ProjectClip.LongestSeconds, [], -1, 0));
        }

        return _clips;
    }

    private void CollectIds(XmlPart part)
    {
        if (part.Text("id") is { } id)
        {
            _byId[id] = part;
        }

        foreach (XmlPart inner in part.Parts)
        {
            CollectIds(inner);
        }
    }

    private void Walk(XmlPart part, Place place)
    {
        if (++_steps > MostSteps)
        {
            throw new InputException($"{_label} plays more than {MostSteps} clips, which no session does.");
        }

        if (place.Depth >= Deepest)
        {
            throw new InputException($"{_label} nests clips deeper than {Deepest}, which no session does.");
        }

        place = place with
        {
            Time = place.Time.In(part.Text("timeUnit")),
            Track = _tracks.IndexOf(part.Text("track")) ?? place.Track,
            Depth = place.Depth + 1,
        };
        TrackNotes? notes = place.Track < 0 ? null : _tracks.NotesOf(place.Track);
        switch (part.Name)
        {
            case "Lanes":
                WalkLanes(part, place, notes);
                break;
            case "Clips":
                foreach (XmlPart clip in part.Parts.Where(inner => inner.Name == "Clip"))
                {
                    WalkClip(clip, place);
                }

                break;
            case "Warps":
                WalkWarps(part, place, notes);
                break;
            case "Audio":
                double zero = place.Time.SecondsAt(0);
                Add(part, place, place.From, place.To, place.From - zero, 1, notes);
                break;
            case "Notes":
                notes?.Count("is MIDI and is left out", "are MIDI and are left out");
                break;
            case "Video":
                notes?.Count("is video and is left out", "are video and are left out");
                break;
            case "Points" when part.Part("Target") is { } target && part.Part("RealPoint") is not null:
                NoteAutomation(target, notes);
                break;
        }
    }

    /// <summary>Lanes in a track's lanes are takes, and which of them sounds is not in the file.</summary>
    private void WalkLanes(XmlPart lanes, Place place, TrackNotes? notes)
    {
        XmlPart[] takes = place.Track < 0 ? [] : [.. lanes.Parts.Where(part => part.Name == "Lanes" && part.Text("track") is null && part.Parts.Any(inner => inner.Name is "Clips" or "Lanes"))];
        if (takes.Length > 1)
        {
            notes!.Add($"has {takes.Length} lanes of takes, and which of them sounds is not in the file; the first is played");
        }

        foreach (XmlPart part in lanes.Parts)
        {
            if (takes.Length < 2 || part == takes[0] || !takes.Contains(part))
            {
                Walk(part, place);
            }
        }
    }

    private void WalkClip(XmlPart clip, Place place)
    {
        if (!clip.Flag("enable", true))
        {
            return;
        }

        Timeline time = place.Time;
        double at = clip.Number("time", 0);
        bool contentIsBeats = Timeline.UnitOf(clip.Text("contentTimeUnit")) ?? time.IsBeats;
        double playStart = clip.Number("playStart", 0);
        double start = time.SecondsAt(at);
        Timeline content = time.With(contentIsBeats, playStart, start);
        double playStop = clip.Number("playStop", double.PositiveInfinity);
        double duration = clip.Number("duration", double.PositiveInfinity);
        double end = duration < double.PositiveInfinity ? time.SecondsAt(at + duration)
            : playStop < double.PositiveInfinity ? content.SecondsAt(playStop)
            : place.To;
        (double fadeIn, double fadeOut, ClipFade[] fades) = FadesOf(clip, time, start, end);

        // A crossfade starts before the clip; a figure that is no number makes no window, and nothing sounds.
        Place inner = place with
        {
            From = Math.Max(place.From, start + Math.Min(0, fadeIn)),
            To = Math.Min(place.To, end - Math.Min(0, fadeOut)),
            Fades = [.. place.Fades, .. fades],
            Depth = place.Depth + 1,
        };
        XmlPart[] contents = clip.Text("reference") is { } id && _byId.TryGetValue(id, out XmlPart? shared) ? [shared] : [.. clip.Parts];
        if (contents.Length == 0 && place.Track >= 0)
        {
            _tracks.NotesOf(place.Track).Count("holds nothing in the file and is left out", "hold nothing in the file and are left out");
        }

        double loopEnd = clip.Number("loopEnd", double.PositiveInfinity);
        if (loopEnd < double.PositiveInfinity && playStart < loopEnd)
        {
            WalkLoop(clip, contents, inner, content, (clip.Number("loopStart", 0), loopEnd));
        }
        else
        {
            double stop = playStop < double.PositiveInfinity ? content.SecondsAt(playStop) : inner.To;
            WalkContents(contents, inner with { Time = content, To = Math.Min(inner.To, stop) });
        }
    }

    private void WalkLoop(XmlPart clip, XmlPart[] contents, Place place, Timeline content, (double Start, double End) loop)
    {
        double from = place.From;
        while (from < place.To - LeastSeconds)
        {
            double turn = content.SecondsAt(loop.End);
            WalkContents(contents, place with { Time = content, From = from, To = Math.Min(place.To, turn) });
            content = content.With(content.IsBeats, loop.Start, turn);
            from = Math.Max(from, turn);
            if (!(content.SecondsAt(loop.End) > turn + LeastSeconds))
            {
                if (place.Track >= 0)
                {
                    _tracks.NotesOf(place.Track).Count("loops over nothing and is played once", "loop over nothing and are played once");
                }

                return;
            }
        }
    }

    private void WalkContents(XmlPart[] contents, Place place)
    {
        if (place.To - place.From > LeastSeconds)
        {
            foreach (XmlPart part in contents)
            {
                Walk(part, place);
            }
        }
    }

    private static (double FadeIn, double FadeOut, ClipFade[] Fades) FadesOf(XmlPart clip, Timeline time, double start, double end)
    {
        bool isBeats = Timeline.UnitOf(clip.Text("fadeTimeUnit")) ?? time.IsBeats;
        double fadeIn = clip.Number("fadeInTime", 0);
        double fadeOut = clip.Number("fadeOutTime", 0);
        fadeIn = double.IsFinite(fadeIn) ? time.With(isBeats, 0, start).SecondsAt(fadeIn) - start : 0;
        fadeOut = double.IsFinite(fadeOut) ? end - time.With(isBeats, 0, end).SecondsAt(-fadeOut) : 0;
        List<ClipFade> fades = [];
        if (fadeIn != 0)
        {
            fades.Add(new ClipFade(start + Math.Min(0, fadeIn), start + Math.Max(0, fadeIn), FadeShape.Linear));
        }

        if (fadeOut != 0)
        {
            fades.Add(new ClipFade(end - Math.Min(0, fadeOut), end - Math.Max(0, fadeOut), FadeShape.Linear));
        }

        return (fadeIn, fadeOut, [.. fades]);
    }

    private void WalkWarps(XmlPart warps, Place place, TrackNotes? notes)
    {
        List<(double Song, double File)> points = PointsOf(warps, place.Time);
        if (warps.Part("Audio") is not { } audio)
        {
            return;
        }

        IReadOnlyList<(double Song, double File, double Speed)> lines = points.Count > 1 ? AudioWarps.Lines(points) : [(place.Time.SecondsAt(0), 0, 1)];
        bool isStretched = false;
        for (int index = 0; index < lines.Count; index++)
        {
            (double song, double file, double speed) = lines[index];
            double from = index == 0 ? place.From : Math.Max(place.From, song);
            double to = index == lines.Count - 1 ? place.To : Math.Min(place.To, lines[index + 1].Song);
            if (to - from > LeastSeconds)
            {
                isStretched |= speed != 1;
                Add(audio, place, from, to, file + ((from - song) * speed), speed, notes);
            }
        }

        if (isStretched)
        {
            notes?.Count("is stretched and is played with its pitch changed", "are stretched and are played with their pitch changed");
        }
    }

    /// <summary>Warps are straight in their own unit; in seconds of the song, beats bend where the tempo does.</summary>
    private static List<(double Song, double File)> PointsOf(XmlPart warps, Timeline time)
    {
        bool isBeats = Timeline.UnitOf(warps.Text("contentTimeUnit")) ?? false;
        List<(double Song, double File)> points = [];
        double before = double.NaN;
        foreach (XmlPart warp in warps.Parts.Where(part => part.Name == "Warp"))
        {
            double at = warp.Number("time", double.NaN);
            double content = warp.Number("contentTime", double.NaN);
            double file = isBeats ? time.Tempo.SecondsAt(content) : content;
            double song = time.SecondsAt(at);
            if (!double.IsFinite(song) || !double.IsFinite(file) || (points.Count > 0 && song <= points[^1].Song + LeastSeconds))
            {
                continue;
            }

            if (points.Count > 0 && time.IsBeats)
            {
                double fileBefore = points[^1].File;
                foreach (double bend in time.Tempo.BendsBetween(time.Origin + before, time.Origin + at).Take(MostBends))
                {
                    double share = (bend - time.Origin - before) / (at - before);
                    points.Add((time.Tempo.SecondsAt(bend), fileBefore + (share * (file - fileBefore))));
                }
            }

            points.Add((song, file));
            before = at;
        }

        return points;
    }

    private void Add(XmlPart audio, Place place, double from, double to, double offset, double speed, TrackNotes? notes)
    {
        if (place.Track < 0)
        {
            return;
        }

        if (audio.Part("File") is not { } file || file.Text("path") is not { Length: > 0 } path)
        {
            notes?.Count("names no file and is left out", "name no file and are left out");
            return;
        }

        double whole = audio.Number("duration", double.PositiveInfinity);
        if (whole > 0)
        {
            to = Math.Min(to, from + ((whole - offset) / speed));
        }

        ProjectClip clip = new()
        {
            Media = new ProjectMedia(path, IsPacked: !file.Flag("external", false)),
            StartSeconds = from,
            LengthSeconds = to - from,
            OffsetSeconds = offset,
            Speed = speed,
            Fades = [.. place.Fades],
        };
        if (clip.IsPlayable)
        {
            _clips[place.Track].Add(clip);
        }
        else
        {
            notes?.Count("has a place, a length or a speed that is no usable number and is left out", "have a place, a length or a speed that is no usable number and are left out");
        }
    }

    private void NoteAutomation(XmlPart target, TrackNotes? notes)
    {
        if (target.Text("parameter") is { } parameter && _volumes.Contains(parameter))
        {
            notes?.Add("its volume is automated; the fader is taken as it stands");
        }
        else if (target.Text("expression") == "gain")
        {
            notes?.Count("has a gain that changes, which is not followed", "have gains that change, which are not followed");
        }
    }

    /// <summary>Where the walk stands.</summary>
    /// <param name="Time">The timeline.</param>
    /// <param name="From">Nothing sounds before this second of the song.</param>
    /// <param name="To">Nothing sounds from this second on.</param>
    /// <param name="Fades">The fades of the clips around.</param>
    /// <param name="Track">The track, or -1.</param>
    /// <param name="Depth">How deep it is.</param>
    private readonly record struct Place(Timeline Time, double From, double To, ClipFade[] Fades, int Track, int Depth);
}
