using System.Collections.Frozen;

namespace FaderStager.Staging.Targets;

/// <summary>Guesses a track's role from the name that people and programs give it.</summary>
/// <remarks>
/// [any] Pure. The words of <see cref="NameWords"/> are looked up in <see cref="RoleGuessTable"/>, the longest run of up to four
/// first, so "E-Piano", "EPiano" and "epiano" are one. What they say together is decided by their <see cref="NameSense"/>.
/// A wrong guess is worse than none: what does not tell is <see cref="Role.Other"/>.
/// </remarks>
public static class RoleGuess
{
    private const int LongestNameRead = 200;
    private const int LongestRun = 4;

    private static readonly FrozenDictionary<string, (NameSense Sense, Role Role)> Known =
        RoleGuessTable.Words.ToFrozenDictionary(StringComparer.Ordinal);

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

        List<string> words = NameWords.Of(name.Length > LongestNameRead ? name[..LongestNameRead] : name);
        return Decide(Read(words), words.Exists(word => char.IsDigit(word[0])));
    }

    /// <summary>Guesses what feeds the return of an effect: the role that is left of its name without the words for the effect.</summary>
    /// <param name="name">Name of a return: "Snare Verb", "Vox Plate".</param>
    /// <returns>The role, or <see cref="Role.Other"/> when the name tells nothing of it: "Hall", "FX 1".</returns>
    /// <remarks>[any]</remarks>
    public static Role OfSource(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return Role.Other;
        }

        List<string> words = NameWords.Of(name.Length > LongestNameRead ? name[..LongestNameRead] : name);
        List<(NameSense Sense, Role Role)> left = Read(words);
        _ = left.RemoveAll(word => word.Role is Role.ReverbReturn or Role.Effects || word.Sense is NameSense.Space or NameSense.Room or NameSense.Unknown or NameSense.Otherwise);
        return left.Count == 0 ? Role.Other : Decide(left, words.Exists(word => char.IsDigit(word[0])));
    }

    // What each known run of words says, in their order.
    private static List<(NameSense Sense, Role Role)> Read(List<string> words)
    {
        List<(NameSense Sense, Role Role)> read = [];
        int first = 0;
        while (first < words.Count)
        {
            if (IsRevision(words, first))
            {
                first += 2;
                continue;
            }

            int length = Math.Min(LongestRun, words.Count - first);
            while (length > 0 && !TryFind(string.Concat(words.Skip(first).Take(length)), read))
            {
                length--;
            }

            first += length > 0 ? length : ReadUnknown(words, first, read);
        }

        return read;
    }

    // "Rev 3" is the third revision.
    private static bool IsRevision(List<string> words, int index) =>
        words[index] == "rev" && index + 1 < words.Count && char.IsDigit(words[index + 1][0]);

    // Reads a word that no line holds, or it and the next where case cut between them: "KICKout". Returns how many were read.
    private static int ReadUnknown(List<string> words, int index, List<(NameSense Sense, Role Role)> read)
    {
        string word = words[index];
        if (char.IsDigit(word[0]) || word.Length == 1)
        {
            return 1;
        }

        List<string> pieces = NameWords.Pieces(word, IsPiece);
        bool takesNext = pieces.Count == 0 && index + 1 < words.Count;
        if (takesNext)
        {
            pieces = NameWords.Pieces(word + words[index + 1], IsPiece);
        }

        if (pieces.Count == 0)
        {
            read.Add((NameSense.Unknown, Role.Other));
            return 1;
        }

        read.AddRange(pieces.Select(piece => Known.GetValueOrDefault(piece)));
        return takesNext ? 2 : 1;
    }

    private static bool TryFind(string run, List<(NameSense Sense, Role Role)> read)
    {
        // A plural is what its singular is: "Kicks", "Pauken".
        bool isPlural = (run.Length > 3 && run[^1] == 's') || (run.Length > 5 && run[^1] == 'n');
        if (!Known.TryGetValue(run, out (NameSense Sense, Role Role) found)
            && !(isPlural && Known.TryGetValue(run[..^1], out found) && found.Sense is not (NameSense.Alone or NameSense.AloneUncounted)))
        {
            return false;
        }

        read.Add(found);
        return true;
    }

    private static bool IsPiece(string piece) => Known.TryGetValue(piece, out (NameSense Sense, Role Role) found)
        && (found.Sense is not (NameSense.Otherwise or NameSense.Alone or NameSense.AloneUncounted or NameSense.Unheard) || found is (NameSense.Otherwise, Role.RhythmGuitar));

    private static Role Decide(List<(NameSense Sense, Role Role)> read, bool isCounted)
    {
        bool Has(NameSense sense) => read.Exists(word => word.Sense == sense);

        if (Has(NameSense.Unheard))
        {
            return Role.Other;
        }

        int deciding = read.FindIndex(word => word.Sense == NameSense.Decides);
        if (deciding >= 0)
        {
            return read[deciding].Role;
        }

        List<Role> nouns = [.. read.Where(word => word.Sense == NameSense.Noun).Select(word => word.Role)];
        (NameSense Sense, Role Role) last = read.FindLast(word => word.Sense != NameSense.Nothing);
        if (last.Sense == NameSense.Space && !(last.Role == Role.Bass && nouns.Contains(Role.Bass)))
        {
            return Role.ReverbReturn;
        }

        bool isReversed = read.Exists(word => word.Sense == NameSense.Reversed || word is { Sense: NameSense.Space, Role: Role.Effects });
        if (isReversed && (nouns.Count > 0 || Has(NameSense.Otherwise)))
        {
            return Role.Effects;
        }

        return nouns.Count > 0 ? OfNouns(nouns, Has(NameSense.Lead), Has(NameSense.Behind), Has(NameSense.Room)) : WithoutNoun(read, isCounted);
    }

    private static Role OfNouns(List<Role> nouns, bool isLead, bool isBehind, bool isRoom)
    {
        Role noun = nouns[^1];

        // "Bass Synth", "Tom Guitar", "Drums Kick": words that give way to what is more exact.
        noun = nouns.FindLast(role => role is not (Role.LeadSynth or Role.Toms or Role.DrumBus)) is var exact && exact != Role.Other
            && (noun is Role.LeadSynth || (noun is Role.Toms && !IsDrum(exact)) || (noun is Role.DrumBus && IsDrum(exact)))
            ? exact
            : noun;
        bool isSung = nouns.Exists(role => role is Role.LeadVocal or Role.BackingVocals);
        return noun switch
        {
            Role.LeadVocal or Role.BackingVocals when nouns.Contains(Role.Pads) => Role.Pads,
            Role.LeadVocal when isBehind || nouns.Contains(Role.BackingVocals) => Role.BackingVocals,
            Role.Speech when isLead => Role.LeadVocal,
            Role.Speech when isBehind => Role.BackingVocals,
            Role.RhythmGuitar when isLead => Role.LeadGuitar,

            // The basses of a choir.
            Role.Bass when (isSung && isBehind) || nouns.Contains(Role.BackingVocals) => Role.BackingVocals,
            Role.DrumBus when isRoom => Role.Overheads,
            _ => noun,
        };
    }

    private static Role WithoutNoun(List<(NameSense Sense, Role Role)> read, bool isCounted)
    {
        (NameSense Sense, Role Role) Last(NameSense sense) => read.FindLast(word => word.Sense == sense);

        bool isAlone = read.TrueForAll(word => word.Sense is NameSense.Nothing or NameSense.Alone or NameSense.AloneUncounted);
        if (isAlone)
        {
            (NameSense sense, Role role) = read.Find(word => word.Sense != NameSense.Nothing);
            return sense == NameSense.Alone || !isCounted ? role : Role.Other;
        }

        bool hasUnknown = read.Exists(word => word.Sense == NameSense.Unknown);
        Role otherwise = Last(NameSense.Otherwise).Role;
        if (otherwise != Role.Other)
        {
            return otherwise switch
            {
                // "My Song": what names a piece of music counts beside words that tell nothing, not within a title.
                Role.Music when hasUnknown => Role.Other,
                Role.RhythmGuitar when Last(NameSense.Lead).Sense == NameSense.Lead => Role.LeadGuitar,
                _ => otherwise,
            };
        }

        return Last(NameSense.Behind).Role is var behind && behind != Role.Other ? behind
            : hasUnknown ? Role.Other
            : Last(NameSense.Room).Sense == NameSense.Room ? Role.Overheads
            : Last(NameSense.Behind).Sense == NameSense.Behind ? Role.Other
            : Last(NameSense.Lead).Role;
    }

    private static bool IsDrum(Role role) => role is Role.Kick or Role.Snare or Role.HiHat or Role.Toms or Role.Overheads or Role.DrumBus;
}
