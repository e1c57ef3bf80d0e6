using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>Lays stems where their time stamps say, counted from the earliest.</summary>
/// <remarks><b>Source:</b> EBU Tech 3285: TimeReference, the frames since midnight of the first sample.</remarks>
internal static class TimeStamps
{
    private const double SameSeconds = 0.1;
    private const double LongestSongSeconds = 12 * 3600;

    /// <summary>Lays the stems.</summary>
    /// <param name="tracks">The stems, all at the start.</param>
    /// <param name="follows">Whether stamps are followed.</param>
    /// <param name="notes">Takes what was done.</param>
    /// <param name="warnings">Takes what a person should look at.</param>
    /// <returns>The stems at their places, and the seconds from midnight to the song's start where stamps say it.</returns>
    public static (List<SessionTrack> Tracks, double? MidnightSeconds) Lay(
        IReadOnlyList<SessionTrack> tracks, bool follows, ICollection<string> notes, ICollection<string> warnings)
    {
        double[] stamps = [.. tracks.Select(StampSeconds).OfType<double>()];
        if (!follows || stamps.Length == 0)
        {
            WarnOfLengths(tracks, stamps.Length > 0, warnings);
            return ([.. tracks], null);
        }

        double earliest = stamps.Min();
        if (stamps.Max() - earliest > LongestSongSeconds)
        {
            warnings.Add($"The time stamps are {SongClock.Text(stamps.Max() - earliest)} apart, which is no song, so all stems are laid at the start.");
            return ([.. tracks], null);
        }

        List<SessionTrack> laid = [.. tracks.Select(track => track with { StartSeconds = (StampSeconds(track) ?? earliest) - earliest })];
        SessionTrack[] later = [.. laid.Where(track => track.StartSeconds > 0)];
        if (later.Length > 0)
        {
            notes.Add($"Laid by their time stamps: {string.Join(", ", later.Select(track => $"{track.Name} at {SongClock.Text(track.StartSeconds)}"))}. --no-stamps lays all at the start.");
        }

        WarnOfStrays(laid, stamps.Length, warnings);
        return (laid, earliest);
    }

    private static double? StampSeconds(SessionTrack track) => track.Head is { TimeReferenceFrames: { } frames } head ? frames / head.SampleRateHz : null;

    private static void WarnOfStrays(List<SessionTrack> laid, int stamped, ICollection<string> warnings)
    {
        string[] without = [.. laid.Where(track => StampSeconds(track) is null).Select(track => track.Name)];
        if (without.Length > 0 && laid.Any(track => track.StartSeconds > 0))
        {
            warnings.Add($"{string.Join(", ", without)} {(without.Length == 1 ? "has" : "have")} no time stamp beside {stamped} stem{(stamped == 1 ? " that has one" : "s that have one")}, so the start is where {(without.Length == 1 ? "it is" : "they are")} laid.");
        }

        foreach (SessionTrack track in laid.Count > 1 ? laid : [])
        {
            if (track.EndSeconds is { } end && laid.All(other => other == track || other.StartSeconds >= end || other.EndSeconds <= track.StartSeconds))
            {
                warnings.Add($"{track.Name} sounds with no other stem where its time stamp lays it, from {SongClock.Text(track.StartSeconds)} to {SongClock.Text(end)}.");
            }
        }
    }

    private static void WarnOfLengths(IReadOnlyList<SessionTrack> tracks, bool hasStamps, ICollection<string> warnings)
    {
        double[] ends = [.. tracks.Select(track => track.EndSeconds).OfType<double>()];
        if (!hasStamps && ends.Length > 1 && ends.Max() - ends.Min() > SameSeconds)
        {
            warnings.Add($"The stems are {SongClock.Text(ends.Min())} to {SongClock.Text(ends.Max())} long and have no time stamps, so all are laid at the start. Where one belongs later, export it from the song's start.");
        }
    }
}
