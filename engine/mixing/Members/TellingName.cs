using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Members;

/// <summary>The name that tells what a track is: its own, or with its folder's before it where its own tells nothing.</summary>
/// <remarks>[any] Pure. "In" tells nothing, "In" in the folder "Kick" is the kick's inner microphone.</remarks>
internal static class TellingName
{
    // Folders are nested a few deep; a host that nests them more has lost its way.
    private const int MostFolders = 8;

    /// <summary>The name.</summary>
    /// <param name="own">The track's own name.</param>
    /// <param name="host">What the host says of it.</param>
    /// <returns>The track's own name wherever no folder makes it tell more.</returns>
    public static string Of(string own, HostTrack host)
    {
        if (RoleGuess.FromName(own) != Role.Other || TrackUses.FromName(own) != TrackUse.Mixed)
        {
            return own;
        }

        string name = own;
        HostBus? bus = host.Bus;
        for (int folders = 0; bus is not null && folders < MostFolders; folders++, bus = bus.Within)
        {
            name = $"{bus.Name} {name}";
            if (TellsOfOne(RoleGuess.FromName(name)))
            {
                return name;
            }
        }

        return own;
    }

    /// <summary>The role that a track's name tells, or that its place in the mixer does.</summary>
    /// <param name="telling">The name that tells.</param>
    /// <param name="host">What the host says of the track.</param>
    /// <returns>The role.</returns>
    public static Role RoleOf(string telling, HostTrack host) => RoleGuess.FromName(telling) is var role && role == Role.Other && host.IsReturn
        ? Role.ReverbReturn
        : role;

    /// <summary>Whether a role that a folder's name tells is that of each track in it, and not of their sum.</summary>
    private static bool TellsOfOne(Role role) => role is not (Role.Other or Role.DrumBus or Role.Backing or Role.Music or Role.MixBus);
}
