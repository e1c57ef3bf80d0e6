using System.Globalization;
using System.Text;

namespace FaderStager.Rehearsal.Stems;

/// <summary>Makes names that came from a disk fit to be shown.</summary>
public static class SafeText
{
    private const int ControlPictures = 0x2400;
    private const int DeletePicture = 0x2421;

    /// <summary>A name in which nothing can move the cursor, break a line or turn the reading direction.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The name with its control characters as their pictures (a newline as ␊), what is no text as �.</returns>
    public static string Of(string name)
    {
        StringBuilder text = new(name.Length);
        foreach (Rune rune in name.EnumerateRunes())
        {
            _ = text.Append(rune switch
            {
                { Value: < 0x20 } => ((char)(ControlPictures + rune.Value)).ToString(),
                { Value: 0x7F } => ((char)DeletePicture).ToString(),
                _ when IsUnsafe(rune) => "\uFFFD",
                _ => rune.ToString(),
            });
        }

        return text.ToString();
    }

    // Joiners shape letters and emoji and are harmless.
    private static bool IsUnsafe(Rune rune) => rune.Value is not (0x200C or 0x200D) && Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
