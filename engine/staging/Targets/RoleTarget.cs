namespace FaderStager.Staging.Targets;

/// <summary>Where a role sits relative to the focal element, both sounding.</summary>
/// <param name="OffsetLu">Loudness relative to the focal in LU; below 0 is softer.</param>
/// <param name="ToleranceLu">How far from the target still counts as in place, in LU, above 0.</param>
/// <param name="Source">Where the number comes from: a paper, a standard, or "rule of thumb".</param>
/// <remarks>[any]</remarks>
public sealed record RoleTarget(double OffsetLu, double ToleranceLu, string Source)
{
    /// <summary>Half the width of the middle half of the mixes that the offset was measured on, in LU; NaN = not measured.</summary>
    public double SpreadLu { get; init; } = double.NaN;
}
