namespace FaderStager.Staging.Settings;

/// <summary>The name that a person gave to a section of the song.</summary>
/// <param name="AtSeconds">A time within it: the section that holds it has the name.</param>
/// <param name="Name">The name.</param>
/// <remarks>[any]</remarks>
public sealed record SectionName(double AtSeconds, string Name);
