using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Finds the focal track: the one that was named, else the one that can only be meant.</summary>
internal static class FocalChoice
{
    // A song's lead vocal, a programme's speech.
    private static readonly Role[] Candidates = [Role.LeadVocal, Role.Speech];

    /// <summary>Finds it.</summary>
    /// <param name="session">The stems.</param>
    /// <param name="run">Their tracks, with roles.</param>
    /// <param name="name">What was typed, or null.</param>
    /// <returns>The focal track.</returns>
    /// <exception cref="UsageException">No track has that name, or none can be guessed; the message lists them.</exception>
    public static SessionTrack Find(StemSession session, RehearsalRun run, string? name)
    {
        if (name is not null)
        {
            return session.Find(name, "--focal");
        }

        foreach (Role role in Candidates)
        {
            SessionTrack[] found = [.. session.Tracks.Where(track => run.InstanceOf(track).Role == role)];
            if (found.Length == 1)
            {
                return found[0];
            }

            if (found.Length > 1)
            {
                throw new UsageException($"More than one track could be the focal. Say which: --focal \"{string.Join("\" or --focal \"", found.Select(track => track.Name))}\".");
            }
        }

        throw new UsageException($"No track is called like a lead vocal. Say around which track the mix is built: --focal NAME. {session.NamesOfAll}");
    }

    /// <summary>Looks whether the focal is still there after the stems were read.</summary>
    /// <param name="run">The tracks, measured.</param>
    /// <param name="focal">The focal.</param>
    /// <exception cref="InputException">It could not be opened; the message says why.</exception>
    public static void Check(RehearsalRun run, SessionTrack focal)
    {
        if (run.Session.Skipped.FirstOrDefault(stem => stem.Track == focal) is (not null, { } reason))
        {
            throw new InputException($"The focal \"{focal.Name}\" cannot be used. {reason}");
        }
    }
}
