using System.Collections.Immutable;
using System.Text;

namespace FaderStager.Staging.Targets;

/// <summary>Guesses a track's role from the name that people and programs give it.</summary>
/// <remarks>
/// [any] Pure. A name is cut into words at everything that is no letter and at changes of case ("03_LeadVox L" is
/// lead, vox, l). A phrase of <see cref="RoleGuessTable"/> is found where consecutive words spell it, so "E-Piano", "EPiano" and
/// "epiano" are one. The first line of the table that is found decides.
/// </remarks>
public static class RoleGuess
{
    private const int LongestNameRead = 200;

    /// <summary>Guesses a role.</summary>
    /// <param name="name">Name of a track or file, with or without number and extension: "03_LeadVox.wav".</param>
    /// <returns>The role, or <see cref="Role.Other"/> when the name tells nothing.</returns>
    /// <remarks>[any] Null, empty and very long names are taken; only the first 200 characters count.</remarks>
    public static Role FromName(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Role.Other;
        }

        HashSet<string> runs = Runs(Words(name.Length > LongestNameRead ? name[..LongestNameRead] : name));
        foreach ((Role role, ImmutableArray<ImmutableArray<string>> phrases) in RoleGuessTable.Lines)
        {
            foreach (ImmutableArray<string> phrase in phrases)
            {
                if (phrase.All(runs.Contains))
                {
                    return role;
                }
            }
        }

        return Role.Other;
    }

    /// <summary>The words of a name, lower case.</summary>
    /// <param name="name">The name.</param>
    /// <returns>Words of letters only.</returns>
    /// <remarks>[any]</remarks>
    internal static List<string> Words(string name)
    {
        List<string> words = [];
        StringBuilder word = new();
        for (int index = 0; index < name.Length; index++)
        {
            char character = name[index];
            if (!char.IsLetter(character) || StartsWord(name, index))
            {
                Close();
            }

            if (char.IsLetter(character))
            {
                _ = word.Append(char.ToLowerInvariant(character));
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

    // "leadVox" breaks before V, "OHLeft" before L, "BD" nowhere.
    private static bool StartsWord(string name, int index) =>
        index > 0 && char.IsUpper(name[index])
        && (char.IsLower(name[index - 1])
            || (char.IsUpper(name[index - 1]) && index + 1 < name.Length && char.IsLower(name[index + 1])));

    // Every run of up to four consecutive words, spelled as one.
    private static HashSet<string> Runs(List<string> words)
    {
        const int LongestRun = 4;
        HashSet<string> runs = new(StringComparer.Ordinal);
        for (int first = 0; first < words.Count; first++)
        {
            string run = "";
            for (int last = first; last < words.Count && last < first + LongestRun; last++)
            {
                run += words[last];
                _ = runs.Add(run);
            }
        }

        return runs;
    }
}
