using System.Collections.Immutable;

namespace FaderStager.Staging.Targets;

/// <summary>Every role with its key, its display name and its place in the order of work.</summary>
/// <remarks>
/// [any] Pure.
/// <b>Source</b> of the order: rule of thumb. Focal first, then in falling importance: drums from the kick on, bass,
/// rhythm, lead instruments, keys, backing vocals, percussion, pads, effects.
/// </remarks>
public static class Roles
{
    /// <summary>All roles in order of importance.</summary>
    /// <remarks>[any] The order of these lines is the order of work.</remarks>
    public static ImmutableArray<RoleInfo> All { get; } = Number(
    [
        (Role.LeadVocal, "lead-vocal", "lead vocal", ["vocal", "vocals", "vox", "lv", "leadvox", "lead", "voc"]),
        (Role.Speech, "speech", "speech", ["dialogue", "dialog", "dx", "vo", "voice", "voiceover", "narration", "commentary"]),
        (Role.Backing, "backing", "backing", ["backingtrack", "instrumental", "playback"]),
        (Role.Music, "music", "music", ["mx", "bgm", "musicbed"]),
        (Role.Kick, "kick", "kick", ["bd", "bassdrum", "kickdrum"]),
        (Role.Snare, "snare", "snare", ["sd", "sn", "clap"]),
        (Role.DrumBus, "drum-bus", "drum bus", ["drums", "drum", "kit", "beat"]),
        (Role.Overheads, "overheads", "overheads", ["oh", "ohs", "overhead", "cymbals", "room"]),
        (Role.Toms, "toms", "toms", ["tom"]),
        (Role.HiHat, "hi-hat", "hi-hat", ["hh", "hat", "hats", "hihats"]),
        (Role.Bass, "bass", "bass", ["bassguitar", "bs", "synthbass"]),
        (Role.RhythmGuitar, "rhythm-guitar", "rhythm guitar", ["guitar", "gtr", "rgtr", "rhythmgtr", "acousticguitar"]),
        (Role.LeadGuitar, "lead-guitar", "lead guitar", ["leadgtr", "lgtr", "sologuitar", "solo"]),
        (Role.LeadSynth, "lead-synth", "lead synth", ["synth", "arp", "synthlead"]),
        (Role.Brass, "brass", "brass", ["horns", "winds", "sax"]),
        (Role.Keys, "keys", "keys", ["piano", "epiano", "organ", "keyboards", "keyboard"]),
        (Role.BackingVocals, "backing-vocals", "backing vocals", ["bv", "bvs", "bvox", "bgv", "backingvox", "backingvocal", "harmony", "choir"]),
        (Role.Percussion, "percussion", "percussion", ["perc", "shaker"]),
        (Role.Pads, "pads", "pads", ["pad", "strings"]),
        (Role.Other, "other", "other", ["unknown", "none"]),
        (Role.Effects, "effects", "effects", ["fx", "sfx", "effect"]),
        (Role.Ambience, "ambience", "ambience", ["amb", "atmos", "ambiance"]),
        (Role.ReverbReturn, "reverb-return", "reverb return", ["reverb", "verb", "delay", "delayreturn"]),
        (Role.MixBus, "mix-bus", "mix bus", ["mix", "master", "masterbus"]),
    ]);

    private static readonly ImmutableArray<RoleInfo> ByRole = [.. All.OrderBy(info => info.Role)];

    private static readonly ImmutableSortedDictionary<string, Role> BySpelling = All
        .SelectMany(info => info.Abbreviations.Append(Letters(info.Key)).Select(spelling => KeyValuePair.Create(spelling, info.Role)))
        .ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>What is known of a role; a number that names no role gives <see cref="Role.Other"/>'s.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its line in <see cref="All"/>.</returns>
    /// <remarks>[any]</remarks>
    public static RoleInfo Of(Role role) => (int)role >= 0 && (int)role < ByRole.Length ? ByRole[(int)role] : ByRole[(int)Role.Other];

    /// <summary>How a person reads a role: "lead vocal".</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its display name, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string DisplayName(Role role) => Of(role).DisplayName;

    /// <summary>How profiles, reports and command lines write a role: "lead-vocal".</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its key.</returns>
    /// <remarks>[any]</remarks>
    public static string Key(Role role) => Of(role).Key;

    /// <summary>Place of a role in bottom-up's order, 1 first.</summary>
    /// <param name="role">The role.</param>
    /// <returns>1 to the number of roles.</returns>
    /// <remarks>[any]</remarks>
    public static int Importance(Role role) => Of(role).Importance;

    /// <summary>Reads a role from its key, its display name or a common abbreviation; case, spaces, hyphens and underscores do not matter.</summary>
    /// <param name="text">What was written: "Lead Vocal", "lead_vocal", "LV".</param>
    /// <param name="role">The role, or <see cref="Role.Other"/> when there is none of that name.</param>
    /// <returns>Whether a role has that name.</returns>
    /// <remarks>[any] Numbers are not names: "3" gives false. To guess from the name of a track or a file see <see cref="RoleGuess"/>.</remarks>
    public static bool TryParse(string? text, out Role role)
    {
        role = Role.Other;
        return text is not null && BySpelling.TryGetValue(Letters(text), out role);
    }

    /// <summary>The keys nearest to a name that is none, nearest first.</summary>
    /// <param name="text">What was written: "snair".</param>
    /// <returns>At most three keys; none when nothing is near.</returns>
    /// <remarks>[any]</remarks>
    public static IReadOnlyList<string> Nearest(string text) => NearestNames.Find(text, All.Select(info => info.Key));

    private static string Letters(string text) =>
        new([.. text.Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '_')).Select(char.ToLowerInvariant)]);

    private static ImmutableArray<RoleInfo> Number((Role Role, string Key, string Name, string[] Abbreviations)[] lines) =>
        [.. lines.Select((line, index) => new RoleInfo(line.Role, line.Key, line.Name, index + 1, [.. line.Abbreviations]))];
}
