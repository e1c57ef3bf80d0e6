using System.Collections.Concurrent;
using System.IO;
using System.Windows;
using System.Windows.Media;

namespace FaderStager.WpfUi.Theme;

/// <summary>One weight of the typeface, for text that is set letter by letter.</summary>
/// <remarks>[any] Asking the font costs much more than remembering: each letter is looked up once.</remarks>
internal sealed class LetterFace
{
    private readonly ConcurrentDictionary<char, (bool IsThere, ushort Glyph, double Advance)> _letters = new();

    private LetterFace(GlyphTypeface glyphs) => Glyphs = glyphs;

    /// <summary>The glyphs.</summary>
    public GlyphTypeface Glyphs { get; }

    /// <summary>The face of a weight; null where it cannot be had, and then WPF's own text is used.</summary>
    public static LetterFace? Load(FontFamily family, FontWeight weight)
    {
        try
        {
            return new Typeface(family, FontStyles.Normal, weight, FontStretches.Normal).TryGetGlyphTypeface(out GlyphTypeface glyphs) ? new LetterFace(glyphs) : null;
        }
        catch (Exception problem) when (problem is IOException or FileFormatException or UnauthorizedAccessException or ArgumentException or NotSupportedException or InvalidOperationException or System.Runtime.InteropServices.ExternalException)
        {
            return null;
        }
    }

    /// <summary>Glyph and advance width of a letter at size 1; false where the face lacks it.</summary>
    public bool TryFind(char letter, out ushort glyph, out double advance)
    {
        if (!_letters.TryGetValue(letter, out (bool IsThere, ushort Glyph, double Advance) found))
        {
            bool isThere = Glyphs.CharacterToGlyphMap.TryGetValue(letter, out ushort index);
            found = _letters[letter] = (isThere, index, isThere ? Glyphs.AdvanceWidths[index] : 0);
        }

        (glyph, advance) = (found.Glyph, found.Advance);
        return found.IsThere;
    }
}
