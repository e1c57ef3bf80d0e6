using System.Collections.Frozen;
using System.Text;

namespace FaderStager.Staging.Targets;

/// <summary>Cuts the name of a track into the words that tell something.</summary>
/// <remarks>
/// [any] Pure. Words end at everything that is neither letter nor digit, at changes of case and between letters and digits:
/// "03_LeadVox L" is 03, lead, vox, l. Accents fall away, whether written as one character or as two. A word that nobody knows
/// is cut into known ones where they cover the whole of it: "kickin" is kick, in.
/// </remarks>
internal static class NameWords
{
    // Pieces shorter than this are found by chance.
    private const int ShortestPiece = 3;

    private static readonly FrozenDictionary<char, string> Folded = new (string From, string To)[]
    {
        ("àáâãäåāă", "a"), ("çćč", "c"), ("èéêëēě", "e"), ("ìíîïī", "i"), ("ñńň", "n"), ("òóôõöøō", "o"), ("ùúûüūů", "u"), ("ýÿ", "y"),
        ("šśș", "s"), ("žźż", "z"), ("ł", "l"), ("ß", "ss"), ("œ", "oe"), ("æ", "ae"),
    }.SelectMany(line => line.From.Select(letter => KeyValuePair.Create(letter, line.To))).ToFrozenDictionary();

    private static readonly string[] FileTypes = [".wav", ".wave", ".aif", ".aiff", ".flac", ".mp3", ".ogg", ".opus", ".w64", ".caf", ".m4a", ".mid"];

    /// <summary>The words of a name, lower case, without accents.</summary>
    /// <param name="name">The name, with or without the extension of an audio file.</param>
    /// <returns>Words of letters and words of digits, in their order.</returns>
    /// <remarks>[any] What belongs to a person is left out: "Tom's Guitar" is guitar.</remarks>
    internal static List<string> Of(string name)
    {
        string stem = WithoutType(name);
        List<string> words = [];
        StringBuilder word = new();
        for (int index = 0; index < stem.Length; index++)
        {
            char character = stem[index];
            if (IsMark(character))
            {
                continue;
            }

            if (word.Length > 0 && IsOwner(stem, index))
            {
                _ = word.Clear();
                index++;
                continue;
            }

            if (!char.IsLetterOrDigit(character) || StartsWord(stem, index))
            {
                Close();
            }

            if (char.IsLetterOrDigit(character))
            {
                char lower = char.ToLowerInvariant(character);
                _ = Folded.TryGetValue(lower, out string? plain) ? word.Append(plain) : word.Append(lower);
            }
        }

        Close();
        return words;

        void Close()
        {
            if (word.Length > 0)
            {
                words.Add(word.ToString());
                _ = word.Clear();
            }
        }
    }

    /// <summary>Cuts a word into known ones.</summary>
    /// <param name="word">A word that is not known.</param>
    /// <param name="isKnown">Whether a piece is known.</param>
    /// <returns>The pieces, the first as long as can be; empty where they do not cover the word.</returns>
    /// <remarks>[any]</remarks>
    internal static List<string> Pieces(string word, Func<string, bool> isKnown)
    {
        for (int length = word.Length; length >= 2; length--)
        {
            string piece = word[..length];
            if (!(length >= ShortestPiece ? isKnown(piece) : IsShortPiece(piece)))
            {
                continue;
            }

            if (length == word.Length)
            {
                return [piece];
            }

            List<string> rest = Pieces(word[length..], isKnown);
            if (rest.Count > 0)
            {
                return [piece, .. rest];
            }
        }

        return [];
    }

    private static bool IsShortPiece(string piece) => piece is "in" or "di" or "dt" or "oh" or "bv" or "lv";

    private static string WithoutType(string name)
    {
        string? type = Array.Find(FileTypes, type => name.Length > type.Length && name.EndsWith(type, StringComparison.OrdinalIgnoreCase));
        return type is null ? name : name[..^type.Length];
    }

    // Marks that follow their letter, as file systems of the Macintosh write them.
    private static bool IsMark(char character) => character is >= '\u0300' and <= '\u036f';

    // "Tom's Guitar", but not "BV's", which is a plural.
    private static bool IsOwner(string name, int index) =>
        name[index] is '\'' or '\u2019' && index + 2 < name.Length && name[index + 1] is 's' && name[index + 2] == ' '
        && char.IsLetter(name[index - 1]) && index > 1 && char.IsLower(name[index - 1]);

    // "leadVox" begins a word before V, "OHLeft" before L, "BD" nowhere; "Vox2" and "2nd" before and after the digits.
    private static bool StartsWord(string name, int index)
    {
        if (index == 0)
        {
            return false;
        }

        char before = name[index - 1];
        char character = name[index];
        return char.IsDigit(character) != char.IsDigit(before)
            || (char.IsUpper(character)
                && (char.IsLower(before) || (char.IsUpper(before) && index + 1 < name.Length && char.IsLower(name[index + 1]))));
    }
}
