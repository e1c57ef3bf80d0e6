using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>What one finished song tells about balance, or why it tells nothing.</summary>
/// <remarks>[any] Immutable. Made by <see cref="ProfileLearner.Hear"/>.</remarks>
public sealed record SongBalance
{
    /// <summary>Why nothing can be learned from the song, one sentence for a person; null when something can.</summary>
    public string? Problem { get; init; }

    /// <summary>Name of the focal's track; empty where there is none.</summary>
    public string FocalName { get; init; } = "";

    /// <summary>What the focal is.</summary>
    public Role FocalRole { get; init; }

    /// <summary>The focal against all the rest in LU; NaN = not measured.</summary>
    public double FocalAgainstRestLu { get; init; } = double.NaN;

    /// <summary>How far forward the mix had its lead, in LU over its profile. The readings hold it.</summary>
    public double ForwardLu { get; init; }

    /// <summary>The voices that counted, without the focal's own track.</summary>
    public ImmutableArray<VoiceBalance> Voices { get; init; } = [];

    /// <summary>Names of the stems that counted, the focal first.</summary>
    public ImmutableArray<string> Used { get; init; } = [];

    /// <summary>The stems that did not count, each with its reason: "Shaker: not heard together with the focal".</summary>
    public ImmutableArray<string> LeftOut { get; init; } = [];
}
