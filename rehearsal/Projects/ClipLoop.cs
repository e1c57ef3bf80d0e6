namespace FaderStager.Rehearsal.Projects;

/// <summary>The part of a file that repeats while a clip goes on.</summary>
/// <param name="StartSeconds">Where the part starts in the file.</param>
/// <param name="LengthSeconds">How long it is; null = to the end of the file.</param>
public sealed record ClipLoop(double StartSeconds, double? LengthSeconds);
