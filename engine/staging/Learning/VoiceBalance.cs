using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>What one voice of a finished song reads against the song's focal.</summary>
/// <param name="Role">What it is.</param>
/// <param name="Name">What it is called: the voice's name, or its one track's.</param>
/// <param name="RelativeLu">Loudness against the focal in LU, finite; the energies of the voice's stems are added.</param>
/// <param name="Stems">How many stems it has, 1 or more.</param>
/// <param name="SecondsTogether">Seconds that its least heard stem was heard together with the focal.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record VoiceBalance(Role Role, string Name, double RelativeLu, int Stems, double SecondsTogether);
