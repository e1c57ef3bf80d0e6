namespace FaderStager.Measuring;

/// <summary>96 s of a <see cref="LevelCurve"/>.</summary>
/// <param name="index">Which page: floor(slot / 960).</param>
/// <remarks>[worker]</remarks>
public sealed class CurvePage(long index)
{
    /// <summary>Which page: floor(slot / 960).</summary>
    public long Index { get; } = index;

    /// <summary>A point a slot, in LU at the inserts; NaN = not both sound.</summary>
    public float[] Lu { get; } = new float[SlotPage.Length];

    /// <summary>What it was made of.</summary>
    internal long Stamp { get; set; } = long.MinValue;
}
