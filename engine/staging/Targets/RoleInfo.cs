using System.Collections.Immutable;

namespace FaderStager.Staging.Targets;

/// <summary>What is known of a role: how it is written, shown and ordered.</summary>
/// <param name="Role">The role.</param>
/// <param name="Key">How profiles, reports and command lines write it: "lead-vocal".</param>
/// <param name="DisplayName">How a person reads it: "lead vocal".</param>
/// <param name="Importance">Place in bottom-up's order, 1 first. No two roles share one.</param>
/// <param name="Abbreviations">Short forms that are understood as well, lower case without separators: "lv".</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record RoleInfo(Role Role, string Key, string DisplayName, int Importance, ImmutableArray<string> Abbreviations);
