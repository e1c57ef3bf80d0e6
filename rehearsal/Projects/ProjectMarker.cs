namespace FaderStager.Rehearsal.Projects;

/// <summary>A marker, or a region of the song.</summary>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="StartSeconds">Where it is, or where the region starts.</param>
/// <param name="EndSeconds">Where the region ends; null = a marker.</param>
public sealed record ProjectMarker(string Name, double StartSeconds, double? EndSeconds = null);
