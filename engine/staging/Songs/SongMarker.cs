namespace FaderStager.Staging.Songs;

/// <summary>A marker or region of the host's or session's: where a section starts.</summary>
/// <param name="AtSeconds">Where it is, in seconds of song.</param>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="ToSeconds">Where the region ends; null = a marker, whose section lasts to the next.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record SongMarker(double AtSeconds, string Name, double? ToSeconds = null);
