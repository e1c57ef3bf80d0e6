namespace FaderStager.Mixing.Hosts;

/// <summary>One thing that an instance saw of its host, for a report.</summary>
/// <param name="Name">What it is about: "calls of IComponent".</param>
/// <param name="Value">What was seen. No path and no name of a track or project stands in it: it is written to be passed on.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record HostFact(string Name, string Value);
