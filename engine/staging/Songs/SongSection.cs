namespace FaderStager.Staging.Songs;

/// <summary>A section of the song: a verse, a chorus.</summary>
/// <param name="Letter">"A", "B": sections that hold the same have the same letter. Empty where the session's markers made it.</param>
/// <param name="Name">The name that a person or a marker gave it, or null.</param>
/// <param name="FromSeconds">Where it starts, in seconds of song.</param>
/// <param name="ToSeconds">Where it ends.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record SongSection(string Letter, string? Name, double FromSeconds, double ToSeconds)
{
    /// <summary>What a person reads: the name, else the letter.</summary>
    public string Label => string.IsNullOrWhiteSpace(Name) ? Letter : Name;
}
