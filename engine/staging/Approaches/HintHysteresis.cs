using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>Keeps a hint's kind from flickering while a reading wavers about the edge of its tolerance.</summary>
/// <remarks>
/// [any] Pure: what was shown last stands in <see cref="TrackReading.ShownKind"/>. The band is 0.5 LU wide, half on each side of the
/// tolerance: a track shown in its place leaves it beyond tolerance + 0.25 LU, one shown off its place returns within
/// tolerance - 0.25 LU (never under half the tolerance). A track never judged before is judged by the plain tolerance.
/// </remarks>
public static class HintHysteresis
{
    /// <summary>Width of the band in LU.</summary>
    public const double WidthLu = 0.5;

    /// <summary>Tolerance in LU where a track brings none that can be used: NaN, infinite or not above 0.</summary>
    public const double DefaultToleranceLu = 3;

    // Positions are set in steps of 0.1 dB, so a track can always come this near to its target.
    private const double NearestLu = 0.05 + 1e-6;

    /// <summary>Whether a track is off its place.</summary>
    /// <param name="deviationLu">Reading minus target in LU.</param>
    /// <param name="toleranceLu">Tolerance in LU; see <see cref="DefaultToleranceLu"/>.</param>
    /// <param name="shown">The kind shown last, or null.</param>
    /// <returns>Whether it is off; false for NaN.</returns>
    /// <remarks>[any]</remarks>
    public static bool IsOff(double deviationLu, double toleranceLu, HintKind? shown)
    {
        double tolerance = Usable(toleranceLu);
        double edge = shown switch
        {
            HintKind.InPlace or HintKind.Placed => tolerance + (WidthLu / 2),
            HintKind.TooLoud or HintKind.Buried or HintKind.Adjust or HintKind.TrimFirst => InnerEdge(tolerance),
            _ => tolerance,
        };

        // Faders stand on a grid of 0.1 dB, so readings fall on edges: rounding keeps the last bit from deciding.
        return Math.Round(Math.Abs(deviationLu), 6) > Math.Max(edge, NearestLu);
    }

    /// <summary>A tolerance that can be worked with.</summary>
    /// <param name="toleranceLu">Tolerance in LU, perhaps garbage.</param>
    /// <returns>The same, or the default.</returns>
    /// <remarks>[any]</remarks>
    internal static double Usable(double toleranceLu) =>
        double.IsFinite(toleranceLu) && toleranceLu > 0 ? toleranceLu : DefaultToleranceLu;

    /// <summary>The deviation within which a track counts as in its place whatever was shown last.</summary>
    /// <param name="toleranceLu">Tolerance in LU.</param>
    /// <returns>Edge in LU, above 0.</returns>
    /// <remarks>[any]</remarks>
    internal static double InnerEdge(double toleranceLu)
    {
        double tolerance = Usable(toleranceLu);
        return Math.Max(NearestLu, Math.Max(tolerance - (WidthLu / 2), tolerance / 2));
    }
}
