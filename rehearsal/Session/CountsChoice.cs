namespace FaderStager.Rehearsal.Session;

/// <summary>What of the song is to count.</summary>
/// <param name="IsLoudest">The loudest part, found by itself.</param>
/// <param name="FromSeconds">Where a chosen part starts; null = where the song does.</param>
/// <param name="ToSeconds">Where it ends; null = where the song does. Neither = the whole song.</param>
public sealed record CountsChoice(bool IsLoudest = false, double? FromSeconds = null, double? ToSeconds = null);
