namespace FaderStager.Reports;

/// <summary>A marker or a region of a session in a <see cref="MixReport"/>.</summary>
/// <param name="Name">Its name; may be empty.</param>
/// <param name="StartSeconds">Where it is, or where the region starts, in seconds of song.</param>
/// <param name="EndSeconds">Where the region ends; null = a marker.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record ReportMarker(string Name, double StartSeconds, double? EndSeconds);
