using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>What came of learning a profile: the profile, or why there is none, and which stems counted.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record LearnedProfile
{
    /// <summary>The profile, or null when none could be learned: see <see cref="Problem"/>.</summary>
    public TargetProfile? Profile { get; init; }

    /// <summary>Why there is no profile, one sentence for a person; null when there is one.</summary>
    public string? Problem { get; init; }

    /// <summary>What the songs say of each role beside the focal and how sure that is, in order of importance.</summary>
    public ImmutableArray<LearnedFigure> Roles { get; init; } = [];

    /// <summary>What they say of single voices: those that several songs have by one name, where their role has more than one.</summary>
    public ImmutableArray<LearnedFigure> Voices { get; init; } = [];

    /// <summary>Names of the stems that counted, each song's focal first.</summary>
    public ImmutableArray<string> Used { get; init; } = [];

    /// <summary>The stems that did not count, each with its reason: "Shaker: not heard together with the focal".</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];
}
