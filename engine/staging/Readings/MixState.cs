using FaderStager.Staging.Approaches;

namespace FaderStager.Staging.Readings;

/// <summary>What the worker publishes of a mix: the snapshot and what the mix's approach says of it.</summary>
/// <param name="Snapshot">The mix as measured.</param>
/// <param name="Advice">The advice on it.</param>
/// <remarks>[any] Immutable; one reference swap publishes both, so they always belong together.</remarks>
public sealed record MixState(MixSnapshot Snapshot, MixAdvice Advice);
