using FaderStager.Core.Targets;

namespace FaderStager.Core.Reports;

/// <summary>What a message offers when a name is not known.</summary>
/// <remarks>[any] Pure.</remarks>
public static class NameSuggestions
{
    /// <summary>" Did you mean "Lead Vocal"?", or nothing when no name is near.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="names">What exists.</param>
    /// <returns>A sentence with a space before it, or an empty string.</returns>
    /// <remarks>[any]</remarks>
    public static string Question(string text, IEnumerable<string> names) => NearestNames.Question(text, names);
}
