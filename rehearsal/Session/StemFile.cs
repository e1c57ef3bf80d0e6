namespace FaderStager.Rehearsal.Session;

/// <summary>A file that was found.</summary>
/// <param name="Path">How to open it.</param>
/// <param name="ShownPath">How to show it: the same, but for names whose bytes are no text.</param>
internal readonly record struct StemFile(string Path, string ShownPath);
