using System.Collections.Immutable;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Reads the project of a DAWproject.</summary>
/// <remarks><b>Source:</b> the DAWproject 1.0 schema of 2025-07-12 and its reference; projects of Bitwig Studio 5.3 and 6.0.</remarks>
internal static class DawProjectReader
{
    /// <summary>Most tracks that a session may have.</summary>
    public const int MostTracks = 2_000;

    /// <summary>Top of the faders where the project tells none: Cubase's, as it comes.</summary>
    private const double UsualTopDb = 6;
    private const double LowestTopDb = 1;
    private const double HighestTopDb = 12;

    /// <summary>Reads it.</summary>
    /// <param name="text">The project's document.</param>
    /// <param name="file">The session's path.</param>
    /// <returns>The session; and where the value of each track's volume stands in the document, null where it has none that can be set.</returns>
    /// <exception cref="InputException">It is no project, or beyond the limits.</exception>
    public static (ProjectSession Session, ImmutableArray<XmlPart?> Volumes) Read(TextReader text, string file)
    {
        string label = Path.GetFileName(file);
        XmlPart project = ProjectXml.Read(text, $"project.xml in {label}");
        if (project.Name != "Project" || project.Part("Structure") is not { } structure)
        {
            throw new InputException($"{label} is not a DAWproject: its project.xml holds no Project with a Structure.");
        }

        IReadOnlyList<DawChannel> channels = DawChannel.Of(structure);
        if (channels.Count is 0 or > MostTracks)
        {
            throw new InputException(channels.Count == 0 ? $"{label} has no tracks." : $"{label} has {channels.Count} tracks; up to {MostTracks} are read.");
        }

        DawTracks tracks = new(channels);
        TempoMap tempo = TempoOf(project);
        IReadOnlyList<ProjectClip>[] clips = project.Part("Arrangement") is { } arrangement
            ? new ArrangementWalker(tracks, channels, label).Walk(arrangement, tempo)
            : throw new InputException($"{label} has no arrangement, so there is nothing to play.");
        DawChannel? master = channels.FirstOrDefault(channel => channel.IsMaster);
        double masterDb = DawChannel.DbOf(master?.Volume);
        ImmutableArray<ProjectTrack> read = tracks.Read(clips);
        XmlPart? application = project.Part("Application");
        return (
            new ProjectSession
            {
                File = file,
                Application = $"{application?.Text("name") ?? "an unnamed program"} {application?.Text("version")}".TrimEnd(),
                FaderTopDb = TopOf(channels),
                TellsFadeCurves = false,
                Tracks = read,
                Markers = [.. MarkersOf(arrangement, new Timeline(tempo, IsBeats: true, 0)).OrderBy(marker => marker.StartSeconds)],
                MasterFaderDb = double.IsNaN(masterDb) ? 0 : masterDb,
                MasterPlugIns = DawTracks.PlugInsOf(master?.Channel),
                Notes = [.. NotesOf(channels)],
            },
            [.. channels.Select(channel => channel.Volume?.Text("unit") is null or "linear" or "decibel" ? channel.Volume : null)]);
    }

    private static IEnumerable<string> NotesOf(IReadOnlyList<DawChannel> channels)
    {
        if (channels.Any(channel => channel.Channel?.Text("role") == "vca"))
        {
            yield return "VCA faders are not counted: the format does not say whom they lead.";
        }
    }

    /// <summary>Linear volumes say how far they go; the highest that most programs allow is +12 dB.</summary>
    private static double TopOf(IReadOnlyList<DawChannel> channels)
    {
        double[] tops =
        [
            .. channels.Select(channel => channel.Volume).OfType<XmlPart>()
                .Select(volume => (Unit: volume.Text("unit"), Most: volume.Number("max", double.NaN)))
                .Select(volume => volume.Unit == "decibel" ? volume.Most : Decibels.FromAmplitude(volume.Most))
                .Where(db => db is >= LowestTopDb and <= HighestTopDb + 0.5),
        ];
        return tops.Length == 0 ? UsualTopDb : Math.Min(HighestTopDb, Math.Round(tops.Max(), 1));
    }

    private static TempoMap TempoOf(XmlPart project)
    {
        double bpm = project.Part("Transport")?.Part("Tempo")?.Number("value", 120) ?? 120;
        XmlPart? automation = project.Part("Arrangement")?.Part("TempoAutomation");
        bool isBeats = Timeline.UnitOf(automation?.Text("timeUnit") ?? project.Part("Arrangement")?.Text("timeUnit")) ?? true;
        List<(double Beat, double Bpm, bool IsRamp)> points = [];
        foreach (XmlPart point in (automation?.Parts ?? []).Where(part => part.Name == "RealPoint"))
        {
            double time = point.Number("time", double.NaN);
            double beat = isBeats ? time : new TempoMap(bpm, points).BeatAt(time);
            points.Add((beat, point.Number("value", double.NaN), point.Text("interpolation") == "linear"));
        }

        return new TempoMap(bpm, points);
    }

    /// <summary>Markers stand in the arrangement, or in lanes, whose units they share.</summary>
    private static IEnumerable<ProjectMarker> MarkersOf(XmlPart part, Timeline around)
    {
        Timeline time = around.In(part.Text("timeUnit"));
        foreach (XmlPart lanes in part.Parts.Where(inner => inner.Name == "Lanes"))
        {
            foreach (ProjectMarker marker in MarkersOf(lanes, time))
            {
                yield return marker;
            }
        }

        foreach (XmlPart markers in part.Parts.Where(inner => inner.Name is "Markers" or "markers"))
        {
            Timeline own = time.In(markers.Text("timeUnit"));
            foreach (XmlPart marker in markers.Parts.Where(part => part.Name == "Marker"))
            {
                double seconds = own.SecondsAt(marker.Number("time", double.NaN));
                if (double.IsFinite(seconds))
                {
                    yield return new ProjectMarker(marker.Text("name") ?? "", seconds);
                }
            }
        }
    }
}
