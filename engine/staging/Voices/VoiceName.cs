using System.Collections.Frozen;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Voices;

/// <summary>What the name of a track says of the voice it belongs to.</summary>
/// <param name="Key">The same for tracks of one voice: the words that are left when those that name a part of a voice are gone; empty = the name tells nothing.</param>
/// <param name="Label">The same words as a person would write them: "Gtr".</param>
/// <param name="IsPart">Whether the name says that it is a part: a microphone, a side, a double.</param>
/// <param name="IsNumbered">Whether the name holds a number: a take, or another part of the same kind.</param>
/// <param name="IsBus">Whether the name says that it sums other tracks.</param>
/// <param name="IsParallel">Whether it says that it does so beside their bus.</param>
/// <param name="IsPlural">Whether its last word is a plural: "Guitars", "BVs".</param>
/// <param name="IsDoubleOfLead">Whether it is a double of the lead vocal.</param>
/// <remarks>[any] Pure.</remarks>
public readonly record struct VoiceName(string Key, string Label, bool IsPart, bool IsNumbered, bool IsBus, bool IsParallel, bool IsPlural, bool IsDoubleOfLead)
{
    private static readonly FrozenSet<string> Parts = Set(
        "l r left right c in inside out outside sub trig trigger sample samp top bot btm bottom under up down dn upper lower di amp cab mic mik micro mono stereo "
        + "dbl dt double doubler tpl triple dub links rechts li re oben unten innen aussen dopplung close near far room rm front fnt rear beater ribbon rib dyn cond dry wet direct "
        + "izq izquierda izquierdo der derecha derecho dentro adentro fuera afuera arriba abajo ampli linea doble gauche droite dessus dessous dedans dehors timbre ext int "
        + "sx dx sinistra destra sopra sotto fuori doppia doppio raddoppio esq dir esquerda direita cima esteira linha dobra mikro mikrofon microfono "
        + "sansamp svt ampeg pod kemper marshall mesa");

    // Microphones that names count by: an SM57 is no second take.
    private static readonly FrozenSet<string> Microphones = Set("57 58 421 121 414 87 47 67 91 52 112 609 906 20 84 184");

    // The parts of a choir, and what stacks are named by.
    private static readonly FrozenSet<string> ChoirParts = Set("alto alt tenor ten sop sopran soprano bari baritone bass high mid low hi lo unison uni");

    private static readonly FrozenSet<string> Buses = Set("bus buss group grp gruppe grupo gruppo groupe folder stem submix all sum summe somma somme suma soma");

    private static readonly FrozenSet<string> Parallels = Set("crush parallel para smash squash ny nyc");

    // What has a left and a right in French: "Guitare G", "Guitare D".
    private static readonly FrozenSet<string> FrenchWords = Set("guitare guitares choeur choeurs voix cordes cuivres batterie claviers nappe nappes aerien aeriens cymbales");

    private static readonly FrozenSet<string> MicrophoneMakes = Set("sm md u d e re km kms akg beta");

    /// <summary>Reads a name.</summary>
    /// <param name="name">The track's name.</param>
    /// <param name="role">The track's role: drums of one kind belong together whatever else their names say.</param>
    /// <returns>What it says.</returns>
    /// <remarks>[any]</remarks>
    public static VoiceName Of(string name, Role role)
    {
        const int LongestNameRead = 200;
        List<string> words = NameWords.Of(name.Length > LongestNameRead ? name[..LongestNameRead] : name);
        List<string> left = [];
        bool isPart = false;
        bool isNumbered = false;
        bool isBus = false;
        bool isParallel = false;
        for (int index = 0; index < words.Count; index++)
        {
            string word = words[index];
            if (char.IsDigit(word[0]))
            {
                // A number before all else counts the tracks of the session and not those of the voice, and track 57 is no microphone.
                bool isMicrophone = Microphones.Contains(word) && left.Count > 0 && role != Role.Other;
                isPart |= isMicrophone;
                isNumbered |= !isMicrophone && left.Count > 0;
            }
            else if (Buses.Contains(word) || Parallels.Contains(word))
            {
                isBus = true;
                isParallel |= Parallels.Contains(word);
            }
            else if (MicrophoneMakes.Contains(word) && left.Count > 0 && index + 1 < words.Count && char.IsDigit(words[index + 1][0]))
            {
                isPart = true;
            }
            else if (word is "g" or "d" && index > 0 && FrenchWords.Contains(words[index - 1]))
            {
                isPart = true;
            }
            else if ((Parts.Contains(word) || (role == Role.BackingVocals && ChoirParts.Contains(word))) && (left.Count > 0 || index < words.Count - 1))
            {
                isPart = true;
            }
            else if (!(MicrophoneMakes.Contains(word) && left.Count > 0))
            {
                Split(word, left, ref isPart);
            }
        }

        string text = string.Join(' ', left);
        bool isDouble = role == Role.BackingVocals && isPart && RoleGuess.FromName(text) == Role.LeadVocal;
        return new VoiceName(left.Count == 0 ? "" : $"{Roles.Key(FamilyRole(role))}:{string.Concat(left)}", text.Length == 0 ? name.Trim() : text, isPart, isNumbered, isBus, isParallel, words.FindLast(word => char.IsLetter(word[0]))?[^1] == 's', isDouble);
    }

    /// <summary>Whether tracks of a role are drums of one kit.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Kick, snare, hi-hat, toms, overheads.</returns>
    /// <remarks>[any]</remarks>
    public static bool IsOfKit(Role role) => role is Role.Kick or Role.Snare or Role.HiHat or Role.Toms or Role.Overheads;

    // A double is heard with its lead.
    private static Role FamilyRole(Role role) => role == Role.BackingVocals ? Role.LeadVocal : role;

    // "snaretop" is snare, top; "leadvoxdt" is lead, vox, dt.
    private static void Split(string word, List<string> left, ref bool isPart)
    {
        foreach (string part in (string[])["top", "bot", "btm", "bottom", "under", "out", "in", "up", "down", "di", "amp", "mic", "dt", "dbl", "double"])
        {
            if (word.Length > part.Length + 3 && word.EndsWith(part, StringComparison.Ordinal) && RoleGuess.FromName(word[..^part.Length]) != Role.Other)
            {
                isPart = true;
                left.Add(word[..^part.Length]);
                return;
            }
        }

        left.Add(word);
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
