namespace FaderStager.Mixing.Profiles;

/// <summary>What came of saving a profile.</summary>
/// <param name="Path">The file that was written; null = none was.</param>
/// <param name="Problem">Why none was, in one sentence for a person; else null.</param>
/// <param name="MayReplace">Whether the person has a profile of that name already, which another call may replace.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record SavedProfile(string? Path, string? Problem = null, bool MayReplace = false);
