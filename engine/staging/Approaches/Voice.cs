using System.Collections.Immutable;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>What is heard as one element: one track, or several that move together and keep their inner balance.</summary>
/// <param name="name">What a person reads.</param>
/// <param name="members">Where its tracks stand in the mix, the leading one first.</param>
/// <remarks>[worker] Lives until the voices are grouped anew; its reading is renewed with each turn.</remarks>
public sealed class Voice(string name, ImmutableArray<int> members)
{
    /// <summary>What a person reads.</summary>
    public string Name { get; } = name;

    /// <summary>Where its tracks stand in the mix, the leading one first.</summary>
    public ImmutableArray<int> Members { get; } = members;

    /// <summary>Whether a person made it.</summary>
    public bool IsChosen { get; init; }

    /// <summary>What feeds it where it is a return of an effect: the leading tracks of voices; empty = nothing tells.</summary>
    public ImmutableArray<Guid> FedBy { get; internal set; } = [];

    /// <summary>Whether it is a return of an effect of which nothing tells what feeds it.</summary>
    public bool FeedIsUnknown { get; internal set; }

    /// <summary>What feeds it, as a person calls it; null = nothing tells.</summary>
    public string? FedByName { get; internal set; }

    /// <summary>The voice as one track: its leading track's identity and role, the sum of all, the highest fader.</summary>
    public TrackReading Reading { get; internal set; } = new();
}
