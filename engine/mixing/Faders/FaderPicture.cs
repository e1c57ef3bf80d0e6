using System.Collections.Immutable;

namespace FaderStager.Mixing.Faders;

/// <summary>All faders of a mix at one moment.</summary>
/// <param name="FadersDb">Fader in dB by track; negative infinity = down.</param>
/// <remarks>[any] Immutable. Kept for the life of the mix, not saved with the project.</remarks>
public sealed record FaderPicture(ImmutableDictionary<Guid, double> FadersDb);
