using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Tracks;

/// <summary>A role as it stands in a list to choose from.</summary>
/// <param name="Role">The role.</param>
/// <param name="Name">Its name: "lead vocal".</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record RoleChoice(Role Role, string Name)
{
    /// <summary>All roles in order of importance.</summary>
    public static ImmutableArray<RoleChoice> All { get; } = [.. Roles.All.Select(info => new RoleChoice(info.Role, info.DisplayName))];

    /// <summary>The choice of a role.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its choice.</returns>
    public static RoleChoice Of(Role role)
    {
        Role known = Roles.Of(role).Role;
        int index = 0;
        while (All[index].Role != known)
        {
            index++;
        }

        return All[index];
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
