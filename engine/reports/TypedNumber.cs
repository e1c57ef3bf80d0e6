using System.Globalization;

namespace FaderStager.Reports;

/// <summary>Reads numbers as people type them, in any country.</summary>
/// <remarks>[any but audio] Whatever the process' culture is.</remarks>
public static class TypedNumber
{
    /// <summary>Reads a number: "-7.5", "−7,5 LU", "+2", "−8.0 ±3.0 LU" without its tolerance.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="unit">The unit that may stand behind it.</param>
    /// <param name="number">The number.</param>
    /// <returns>False when it is none.</returns>
    public static bool TryParse(string? text, string unit, out double number) =>
        double.TryParse(Plain(text, unit), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);

    /// <summary>What was typed, with the digits and signs of programs and without unit and tolerance.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="unit">The unit that may stand behind it.</param>
    /// <returns>The text that is left; empty for nothing.</returns>
    public static string Plain(string? text, string unit)
    {
        string typed = string.Concat((text ?? "").Where(letter => !char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format).Select(Plain)).Trim().TrimStart('±');
        typed = typed.IndexOf('±', StringComparison.Ordinal) is > 0 and int tolerance ? typed[..tolerance].TrimEnd() : typed;
        return typed.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? typed[..^unit.Length].TrimEnd() : typed;
    }

    private static char Plain(char letter) => letter switch
    {
        '\u2212' or '\u2013' => '-',
        ',' or '\u066B' => '.',
        _ when char.IsDigit(letter) => (char)('0' + (int)char.GetNumericValue(letter)),
        _ => letter,
    };
}
