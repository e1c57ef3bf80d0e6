using System.Collections.Immutable;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Voices;

/// <summary>What is heard as one element: one track, or several that move together and keep their inner balance.</summary>
/// <param name="Name">What a person reads.</param>
/// <param name="Members">Where its tracks stand in the mix, the leading one first.</param>
/// <param name="Reading">The voice as one track: its leading track's identity and role, the sum of all, the highest fader.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record Voice(string Name, ImmutableArray<int> Members, TrackReading Reading);
