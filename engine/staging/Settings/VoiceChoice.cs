using System.Collections.Immutable;

namespace FaderStager.Staging.Settings;

/// <summary>A voice that a person made: which tracks are heard as one. It holds whatever names and envelopes say.</summary>
/// <param name="Name">What the person calls it; null = it is named after its tracks.</param>
/// <param name="Tracks">The identities of its tracks. Those that are away are kept and are in it again when they come back; one track alone is a voice of its own.</param>
/// <remarks>[any] Immutable. A track is in at most one.</remarks>
public sealed record VoiceChoice(string? Name, ImmutableArray<Guid> Tracks)
{
    /// <summary>Longest name of a voice, in characters.</summary>
    public const int LongestName = 64;
}
