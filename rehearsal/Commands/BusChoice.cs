using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Tables;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Finds the bounce of the song among the stems, makes it the mix bus and says so.</summary>
internal static class BusChoice
{
    /// <summary>Finds it.</summary>
    /// <param name="run">The tracks, measured, the focal set.</param>
    /// <param name="focal">The focal, which is no bounce.</param>
    /// <param name="said">The tracks whose role a person said.</param>
    /// <param name="page">Where it is said.</param>
    public static void Find(RehearsalRun run, SessionTrack focal, IEnumerable<SessionTrack> said, ConsolePage page)
    {
        HashSet<SessionTrack> known = [focal, .. said];
        foreach (SessionTrack track in run.Session.Tracks.Where(track => !known.Contains(track) && run.InstanceOf(track).Role == Role.MixBus))
        {
            page.Say($"{track.Name} is taken for the mix bus by its name, and not for a part of the mix. --role \"{track.Name}=...\" says another.");
        }

        if (new BounceFinder(run).Find(track => !known.Contains(track)) is { } bounce)
        {
            run.SetRole(bounce, Role.MixBus);
            page.Say($"{bounce.Name} is the sum of the others within 1 dB, so it is taken for the mix bus. --role \"{bounce.Name}=...\" says another.");
        }
    }
}
