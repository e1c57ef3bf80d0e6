using System.Collections.Immutable;

namespace FaderStager.Staging.Songs;

/// <summary>One voice over the song: where it belongs, and how it reads in each section.</summary>
/// <remarks>[any] Immutable. Figures that do not exist are NaN.</remarks>
public sealed record SongRow
{
    /// <summary>The voice's leading track.</summary>
    public required Guid TrackId { get; init; }

    /// <summary>That track's name.</summary>
    public required string Track { get; init; }

    /// <summary>The voice's name.</summary>
    public required string Voice { get; init; }

    /// <summary>Target against the focal in LU.</summary>
    public double TargetLu { get; init; } = double.NaN;

    /// <summary>Tolerance about it in LU.</summary>
    public double ToleranceLu { get; init; } = double.NaN;

    /// <summary>The voice's fader minus the focal's in dB: added to a curve at the inserts it gives the curve in the mix. NaN = one of them is down.</summary>
    public double FadersDb { get; init; } = double.NaN;

    /// <summary>The reading over what counts in LU, faders counted.</summary>
    public double ReadingLu { get; init; } = double.NaN;

    /// <summary>The reading over each section in LU, faders counted, in the order of the song's sections.</summary>
    public ImmutableArray<double> SectionLu { get; init; } = [];
}
