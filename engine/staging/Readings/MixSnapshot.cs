using System.Collections.Immutable;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Readings;

/// <summary>A mix at one moment: settings, targets and every track's reading. What approaches and views read.</summary>
/// <remarks>[any] Immutable; published by one reference swap.</remarks>
public sealed record MixSnapshot
{
    /// <summary>Which mix.</summary>
    public required MixGroup Group { get; init; }

    /// <summary>Counts the snapshots of this mix.</summary>
    public long Sequence { get; init; }

    /// <summary>The mix's shared settings.</summary>
    public required MixSettings Settings { get; init; }

    /// <summary>The profile in force.</summary>
    public required TargetProfile Profile { get; init; }

    /// <summary>The tracks in a lasting order (the order they joined in).</summary>
    public required ImmutableArray<TrackReading> Tracks { get; init; }

    /// <summary>Focal minus the energy sum of all other tracks in LU, faders counted, while the focal sounds; NaN = none.</summary>
    public double FocalAgainstRestLu { get; init; } = double.NaN;

    /// <summary>Whether <see cref="FocalAgainstRestLu"/> was measured on a mix bus instead of estimated from the tracks.</summary>
    public bool RestIsMeasured { get; init; }

    /// <summary>Predicted peak of the mix bus with the faders as they are, in dBFS; negative infinity = nothing is up.</summary>
    public double PredictedPeakDbfs { get; init; } = double.NegativeInfinity;

    /// <summary>Whether the song is playing: some track handed over a slot of it within the last second.</summary>
    public bool IsRolling { get; init; }

    /// <summary>The focal track, or null.</summary>
    public TrackReading? Focal => Tracks.FirstOrDefault(track => track.IsFocal);
}
