using System.Collections.Immutable;

namespace FaderStager.Staging.Settings;

/// <summary>What a person can do to the voices of a mix: join, split, name, release.</summary>
/// <remarks>[any] Pure: old choices to new ones.</remarks>
public static class VoiceChoices
{
    /// <summary>Makes one voice of tracks; they leave the voices that they were in.</summary>
    /// <param name="choices">The choices so far.</param>
    /// <param name="tracks">Tracks of the voice.</param>
    /// <param name="name">Its name; null or blank = it is named after its tracks.</param>
    /// <returns>The choices.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<VoiceChoice> Join(ImmutableArray<VoiceChoice> choices, IEnumerable<Guid> tracks, string? name)
    {
        ImmutableArray<Guid> members = [.. tracks.Distinct()];
        return members.IsEmpty ? choices : Release(choices, members).Add(new VoiceChoice(Legal(name), members));
    }

    /// <summary>Makes each of some tracks a voice of its own.</summary>
    /// <param name="choices">The choices so far.</param>
    /// <param name="tracks">The tracks.</param>
    /// <returns>The choices.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<VoiceChoice> Split(ImmutableArray<VoiceChoice> choices, IEnumerable<Guid> tracks)
    {
        Guid[] apart = [.. tracks.Distinct()];
        return Release(choices, apart).AddRange(apart.Select(track => new VoiceChoice(null, [track])));
    }

    /// <summary>Leaves tracks to what names and envelopes say again.</summary>
    /// <param name="choices">The choices so far.</param>
    /// <param name="tracks">The tracks.</param>
    /// <returns>The choices; one that has no track left is gone.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<VoiceChoice> Release(ImmutableArray<VoiceChoice> choices, IEnumerable<Guid> tracks)
    {
        HashSet<Guid> released = [.. tracks];
        return
        [
            .. choices.Select(choice => choice.Tracks.Any(released.Contains) ? choice with { Tracks = choice.Tracks.RemoveAll(released.Contains) } : choice)
                .Where(choice => !choice.Tracks.IsEmpty),
        ];
    }

    private static string? Legal(string? name) =>
        string.IsNullOrWhiteSpace(name) ? null : name.Trim() is var text && text.Length > VoiceChoice.LongestName ? text[..VoiceChoice.LongestName] : text;
}
