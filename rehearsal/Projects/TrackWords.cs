using System.Collections.Immutable;
using FaderStager.Rehearsal.Stems;
using FaderStager.Reports;

namespace FaderStager.Rehearsal.Projects;

/// <summary>How the tracks of a session and what they hold are called wherever a person reads it.</summary>
internal static class TrackWords
{
    private const int MostNamed = 4;

    /// <summary>A track's name; one without is called by its place.</summary>
    /// <param name="track">The track.</param>
    /// <param name="index">Its place, from 0.</param>
    /// <returns>The name, safe to show.</returns>
    public static string NameOf(ProjectTrack track, int index) => track.Name.Length > 0 ? SafeText.Of(track.Name) : $"Track {index + 1}";

    /// <summary>Names for all tracks that are all different.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <returns>A name for each.</returns>
    public static string[] NamesOf(ImmutableArray<ProjectTrack> tracks)
    {
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. tracks.Select((track, index) =>
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

    /// <summary>A fader's place.</summary>
    /// <param name="faderDb">In dB.</param>
    /// <returns>"at −3.0 dB" or "down".</returns>
    public static string Standing(double faderDb) => double.IsNegativeInfinity(faderDb) ? "down" : $"at {FigureText.Fader(faderDb)} dB";

    /// <summary>What is to be said of plug-ins that are not run.</summary>
    /// <param name="names">Their names, at least one.</param>
    /// <returns>A phrase that follows the track's name.</returns>
    public static string PlugIns(ImmutableArray<string> names) => names.Length == 1
        ? $"has 1 active plug-in that is not heard here ({SafeText.Of(names[0])})"
        : $"has {names.Length} active plug-ins that are not heard here ({Listed([.. names.Select(SafeText.Of)])})";

    /// <summary>Names in a row, of many the first few.</summary>
    /// <param name="names">The names.</param>
    /// <returns>"A, B, C, D and 3 more".</returns>
    public static string Listed(string[] names) =>
        names.Length <= MostNamed + 1 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Length - MostNamed} more";
}
