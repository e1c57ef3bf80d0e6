using System.Globalization;

namespace FaderStager.Reports;

/// <summary>How figures read in reports: one decimal, a real minus sign, a dash where there is none.</summary>
/// <remarks>[any] Pure.</remarks>
public static class FigureText
{
    /// <summary>What stands where there is no figure.</summary>
    public const string None = "–";

    /// <summary>A figure with one decimal: "−7.5", "0.0", "−∞"; <see cref="None"/> for NaN.</summary>
    /// <param name="value">The figure in any unit.</param>
    /// <returns>The text, without unit.</returns>
    /// <remarks>[any]</remarks>
    public static string Level(double value)
    {
        if (double.IsNaN(value))
        {
            return None;
        }

        if (double.IsInfinity(value))
        {
            return value < 0 ? "−∞" : "+∞";
        }

        // + 0.0 turns a rounded -0 into 0.
        double rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero) + 0.0;
        return rounded < 0
            ? "−" + (-rounded).ToString("0.0", CultureInfo.InvariantCulture)
            : rounded.ToString("0.0", CultureInfo.InvariantCulture);
    }

    /// <summary>A move, a fader or a level against the focal, its sign always there: "+2.0", "−7.5", "0.0"; <see cref="None"/> for NaN.</summary>
    /// <param name="value">The figure in any unit.</param>
    /// <returns>The text, without unit.</returns>
    /// <remarks>[any]</remarks>
    public static string Relative(double value)
    {
        string text = Level(value);
        return double.IsFinite(value) && text[0] != '−' && text != "0.0" ? "+" + text : text;
    }

    /// <summary>A fader position: as <see cref="Relative"/>, and "down" for negative infinity.</summary>
    /// <param name="db">The position in dB.</param>
    /// <returns>The text, without unit.</returns>
    /// <remarks>[any]</remarks>
    public static string Fader(double db) => double.IsNegativeInfinity(db) ? "down" : Relative(db);

    /// <summary>A figure as <see cref="Level"/> writes it, in letters of ASCII: "-7.5", "-inf".</summary>
    /// <param name="value">The figure in any unit.</param>
    /// <returns>The text, without unit.</returns>
    /// <remarks>[any]</remarks>
    public static string Plain(double value) =>
        Level(value).Replace('−', '-').Replace('–', '-').Replace("∞", "inf", StringComparison.Ordinal);
}
