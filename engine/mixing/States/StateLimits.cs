using System.Collections.Immutable;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.States;

/// <summary>How much a saved state may hold. Every track of a mix carries these lists, so what is too long for one is too long a hundred times.</summary>
internal static class StateLimits
{
    /// <summary>Longest name of a track or a profile in UTF-16 units. Rule of thumb: longer than any host shows.</summary>
    public const int NameLength = 256;

    /// <summary>Tracks in an order at most. Rule of thumb: more than any host's mixer has.</summary>
    public const int OrderedTracks = 1024;

    /// <summary>Names of sections at most. Rule of thumb: more than any song has.</summary>
    public const int NamedSections = 256;

    /// <summary>Voices that a person made at most. Rule of thumb: as many as tracks.</summary>
    public const int Voices = OrderedTracks;

    /// <summary>Bytes of a state from which on fields that this version does not know are let go. Rule of thumb: ten times a state with a full order.</summary>
    public const int UnknownFieldsBytes = 512 * 1024;

    /// <summary>A name of legal length: cut where it is longer, never within a character.</summary>
    /// <param name="name">The name, or null.</param>
    public static string? Name(string? name)
    {
        if (name is not { Length: > NameLength })
        {
            return name;
        }

        int length = char.IsHighSurrogate(name[NameLength - 1]) ? NameLength - 1 : NameLength;
        return name[..length];
    }

    /// <summary>Settings whose lists and names are of legal length.</summary>
    /// <param name="settings">The settings.</param>
    public static MixSettings Settings(MixSettings settings) =>
        settings.Order.Length <= OrderedTracks && settings.ProfileName.Length <= NameLength && AreLegal(settings.SectionNames) && AreLegal(settings.Voices) ? settings
            : settings with
            {
                Order = [.. settings.Order.Take(OrderedTracks)],
                ProfileName = Name(settings.ProfileName)!,
                Voices = InOneVoiceEach([.. settings.Voices.Take(Voices).Select(voice => voice with { Name = Name(voice.Name) })]),
                SectionNames = [.. settings.SectionNames.Take(NamedSections).Select(section => section with { Name = Name(section.Name)! })],
            };

    /// <summary>Voices that share no track and together hold no more than an order does: a track is in one voice at most.</summary>
    /// <param name="voices">The voices; of two that hold a track the first keeps it.</param>
    public static ImmutableArray<VoiceChoice> InOneVoiceEach(ImmutableArray<VoiceChoice> voices)
    {
        HashSet<Guid> taken = [];
        return
        [
            .. voices
                .Select(voice => voice with { Tracks = [.. voice.Tracks.Where(track => taken.Count < OrderedTracks && taken.Add(track))] })
                .Where(voice => !voice.Tracks.IsEmpty),
        ];
    }

    private static bool AreLegal(ImmutableArray<VoiceChoice> voices) =>
        voices.Length <= Voices && voices.Sum(voice => voice.Tracks.Length) <= OrderedTracks && voices.All(voice => !(voice.Name?.Length > NameLength));

    private static bool AreLegal(ImmutableArray<SectionName> names) =>
        names.Length <= NamedSections && names.All(section => section.Name.Length <= NameLength);
}
