using System.Collections.Immutable;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Songs;

/// <summary>A mix over its song: sections, each voice's reading in each of them, and where faders must be ridden.</summary>
/// <remarks>[any] Immutable. The curves themselves are asked for by voice and stretch.</remarks>
public sealed record SongState
{
    /// <summary>A song of which nothing is known.</summary>
    public static SongState Empty { get; } = new();

    /// <summary>Counts what is published.</summary>
    public long Sequence { get; init; }

    /// <summary>What of the song counts.</summary>
    public SongCounts Counts { get; init; }

    /// <summary>Where the song starts as far as it was heard, in seconds.</summary>
    public double FromSeconds { get; init; }

    /// <summary>Where it ends.</summary>
    public double ToSeconds { get; init; }

    /// <summary>The sections in song order.</summary>
    public ImmutableArray<SongSection> Sections { get; init; } = [];

    /// <summary>The voices in the order of the mix, the focal's left out.</summary>
    public ImmutableArray<SongRow> Rows { get; init; } = [];

    /// <summary>The rides, the one that hurts most first.</summary>
    public ImmutableArray<Ride> Rides { get; init; } = [];
}
