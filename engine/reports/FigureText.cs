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
            ? PooledText.Of($"−{-rounded:0.0}")
            : PooledText.Of($"{rounded:0.0}");
    }

    /// <summary>A move, a fader or a level against the focal, its sign always there: "+2.0", "−7.5", "0.0"; <see cref="None"/> for NaN.</summary>
    /// <param name="value">The figure in any unit.</param>
    /// <returns>The text, without unit.</returns>
    /// <remarks>[any]</remarks>
    public static string Relative(double value)
    {
        string text = Level(value);
        return double.IsFinite(value) && text[0] != '−' && text != "0.0" ? PooledText.Of($"+{text}") : text;
    }

    /// <summary>A move as a sentence tells it, without sign and to half a decibel, for finer steps are noise to a person: "9.0 dB", "about 9.0 dB" for 8.9.</summary>
    /// <param name="db">The move in dB; its sign does not count. Less than 0.25 dB is told as it is.</param>
    /// <returns>The text with its unit.</returns>
    /// <remarks>[any] <b>Source:</b> mixers asked for a preferred level agree to 1.2 dB with their own group.</remarks>
    public static string MoveInWords(double db)
    {
        double distance = Math.Abs(db);
        double rounded = distance < 0.25 || !double.IsFinite(distance) ? distance : Math.Round(distance * 2, MidpointRounding.AwayFromZero) / 2;
        return PooledText.Of($"{(Math.Abs(rounded - distance) > 0.04 ? "about " : "")}{Level(rounded)} dB");
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
