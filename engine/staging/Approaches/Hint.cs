using FaderStager.Measuring;

namespace FaderStager.Staging.Approaches;

/// <summary>What an approach says of one track: a move, where it leads, why, and how sure that is.</summary>
/// <remarks>[any] Immutable. Figures that do not exist are NaN; a fader that is down is negative infinity.</remarks>
public sealed record Hint
{
    /// <summary>The track.</summary>
    public required Guid TrackId { get; init; }

    /// <summary>What the hint says.</summary>
    public required HintKind Kind { get; init; }

    /// <summary>Move of the fader in dB, rounded to 0.1; 0 = leave it; NaN = none can be said (or the fader is down: see <see cref="SuggestedFaderDb"/>).</summary>
    public double MoveDb { get; init; } = double.NaN;

    /// <summary>Absolute fader position in dB that would put the track right, rounded to 0.1, or the present position where nothing is to move; NaN = none can be said (post-fader tracks have moves only).</summary>
    public double SuggestedFaderDb { get; init; } = double.NaN;

    /// <summary>Reading relative to the focal in LU, faders counted; NaN = none.</summary>
    public double RelativeLu { get; init; } = double.NaN;

    /// <summary>Target relative to the focal in LU; NaN = none.</summary>
    public double TargetLu { get; init; } = double.NaN;

    /// <summary>Tolerance about the target in LU; NaN = none.</summary>
    public double ToleranceLu { get; init; } = double.NaN;

    /// <summary>How sure the reading is.</summary>
    public Confidence Confidence { get; init; }

    /// <summary>Place in the order of work, 1 first: bottom-up's order, or top-down's rank of what hurts most; 0 = none.</summary>
    public int Step { get; init; }

    /// <summary>Change of the clip's gain in dB that must come before the fader can reach; NaN = not needed.</summary>
    public double TrimDb { get; init; } = double.NaN;

    /// <summary>One sentence for a person: what is, and why the move.</summary>
    public required string Reason { get; init; }
}
