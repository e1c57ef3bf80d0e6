using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>The mix over its song in a <see cref="MixReport"/>. Property order and names are the stable JSON.</summary>
/// <param name="Counts">What of the song the readings are made of.</param>
/// <param name="Sections">The sections in song order.</param>
/// <param name="Rides">Where one fader cannot be right, what hurts most first.</param>
/// <remarks>[any] Times are seconds of song.</remarks>
public sealed record SongFigures(SongFigures.Counted Counts, ImmutableArray<SongFigures.Section> Sections, ImmutableArray<SongFigures.RidePart> Rides)
{
    /// <summary>The figures of a song.</summary>
    /// <param name="song">The song.</param>
    /// <returns>The figures.</returns>
    /// <remarks>[any]</remarks>
    internal static SongFigures From(SongState song) => new(
        Of(song),
        [.. song.Sections.Select(section => new Section(section.Label, MixReport.Finite(section.FromSeconds), MixReport.Finite(section.ToSeconds)))],
        [.. song.Rides.Select(ride => new RidePart(
            ride.Track,
            ride.Voice,
            MixReport.Finite(ride.FromSeconds),
            MixReport.Finite(ride.ToSeconds),
            MixReport.Finite(ride.OverLu),
            ride.Section,
            SongWords.Sentence(ride, song.Counts)))]);

    private static Counted Of(SongState song)
    {
        SongCounts counts = song.Counts;
        return counts.IsWhole
            ? new Counted(MixReport.Finite(song.FromSeconds), MixReport.Finite(song.ToSeconds), ReportNames.Name(counts.Kind))
            : new Counted(MixReport.Finite(counts.FromSeconds), MixReport.Finite(counts.ToSeconds), ReportNames.Name(counts.Kind));
    }

    /// <summary>What counts.</summary>
    /// <param name="FromSeconds">Where it starts; the song's start where the whole song counts.</param>
    /// <param name="ToSeconds">Where it ends.</param>
    /// <param name="Kind">"wholeSong", "loudestPart", "loop", "chosenPart".</param>
    /// <remarks>[any]</remarks>
    public sealed record Counted(double? FromSeconds, double? ToSeconds, string Kind);

    /// <summary>A section.</summary>
    /// <param name="Name">Its name, else its letter.</param>
    /// <param name="FromSeconds">Where it starts.</param>
    /// <param name="ToSeconds">Where it ends.</param>
    /// <remarks>[any]</remarks>
    public sealed record Section(string Name, double? FromSeconds, double? ToSeconds);

    /// <summary>A ride.</summary>
    /// <param name="Track">The voice's leading track.</param>
    /// <param name="Voice">The voice.</param>
    /// <param name="FromSeconds">Where it starts.</param>
    /// <param name="ToSeconds">Where it ends.</param>
    /// <param name="OverLu">LU above its place; below 0 = under it.</param>
    /// <param name="Section">The section in which most of it lies.</param>
    /// <param name="Reason">One sentence.</param>
    /// <remarks>[any]</remarks>
    public sealed record RidePart(string Track, string Voice, double? FromSeconds, double? ToSeconds, double? OverLu, string Section, string Reason);
}
