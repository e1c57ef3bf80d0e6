using System.Collections.Immutable;
using FaderStager.Audio.Blocks;

namespace FaderStager.Staging.Targets;

/// <summary>The targets of a kind of mix: an offset for each role and the focal against the rest.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record TargetProfile
{
    /// <summary>Short lower-case name that settings and command lines use: "pop".</summary>
    public required string Name { get; init; }

    /// <summary>One sentence for a person.</summary>
    public required string Description { get; init; }

    /// <summary>Focal minus the energy sum of all others, where the profile wants it.</summary>
    public required RoleTarget FocalAgainstRest { get; init; }

    /// <summary>How far forward the lead stood in the mixes that the numbers were learned from, in LU over the profile they were under; 0 = not at all. The numbers hold it.</summary>
    public double ForwardLu { get; init; }

    /// <summary>Target of each role; a role that is missing takes <see cref="Role.Other"/>'s.</summary>
    public required ImmutableSortedDictionary<Role, RoleTarget> Roles { get; init; }

    /// <summary>Where a role stands against a focal of any role, in LU.</summary>
    /// <param name="role">The role.</param>
    /// <param name="focal">The focal's role.</param>
    /// <returns>The role's offset; where the focal is one that others do not come down to (drums, bass, percussion, effects), the focal's own offset is taken from it.</returns>
    /// <remarks>[any] With the kick as focal the vocal is not asked to come down to it.</remarks>
    public double Against(Role role, Role focal) => For(role).OffsetLu - (Supports(focal) ? For(focal).OffsetLu : 0);

    /// <summary>Where a focal of any role stands against the energy sum of all others, in LU.</summary>
    /// <param name="focal">The focal's role.</param>
    /// <returns>
    /// The profile's own offset; for a focal that others do not come down to, what follows from it with the lead among the others: at
    /// its own offset o under a lead that stands f against its rest, o - 10 log10(1 + 10^(-f/10) - 10^(o/10)).
    /// </returns>
    /// <remarks>[any] A kick that is flagged is not called buried for standing where a kick belongs.</remarks>
    public double FocalAgainstRestLu(Role focal)
    {
        if (!Supports(focal))
        {
            return FocalAgainstRest.OffsetLu;
        }

        double ownLu = For(focal).OffsetLu;
        double rest = 1 + Decibels.ToPower(-FocalAgainstRest.OffsetLu) - Decibels.ToPower(ownLu);
        return rest > 0 ? ownLu - Decibels.FromPower(rest) : FocalAgainstRest.OffsetLu;
    }

    /// <summary>Whether a role carries others: with it as focal they stay where they belong, and do not come down to it.</summary>
    /// <param name="role">The role.</param>
    /// <returns>True for drums, percussion, bass and effects.</returns>
    /// <remarks>[any]</remarks>
    public static bool Supports(Role role) => role is Role.Kick or Role.Snare or Role.Overheads or Role.Toms or Role.HiHat or Role.DrumBus
        or Role.Percussion or Role.Bass or Role.Effects or Role.Ambience or Role.ReverbReturn;

    /// <summary>The target of a role, or that of <see cref="Role.Other"/> when the profile does not name it.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Its target.</returns>
    /// <remarks>[any]</remarks>
    public RoleTarget For(Role role) => Roles.TryGetValue(role, out RoleTarget? target) ? target : Roles[Role.Other];
}
