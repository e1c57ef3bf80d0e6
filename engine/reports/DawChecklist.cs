using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Reports;

/// <summary>The list "set these in the DAW": positions that were asked for and that nobody has confirmed. Readings do not count them yet.</summary>
/// <remarks>[any] Pure.</remarks>
public static class DawChecklist
{
    /// <summary>What the list is called.</summary>
    public const string Title = "Set these in the DAW";

    /// <summary>The lines, in the order of the tracks.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>One line for each position that waits.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<DawChecklistLine> Of(MixSnapshot mix) =>
    [
        .. from track in mix.Tracks
           where !double.IsNaN(track.PendingFaderDb)
           let name = string.IsNullOrWhiteSpace(track.Name) ? "a track without name" : track.Name.Trim()
           select new DawChecklistLine(track.Id, name, track.DawFaderDb, track.PendingFaderDb, PooledText.Of($"{name}: {Way(track)}{AboveTop(track, mix.Settings)}")),
    ];

    /// <summary>How many positions wait.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The number.</returns>
    /// <remarks>[any]</remarks>
    public static int Count(MixSnapshot mix)
    {
        int count = 0;
        foreach (TrackReading track in mix.Tracks)
        {
            count += double.IsNaN(track.PendingFaderDb) ? 0 : 1;
        }

        return count;
    }

    private static string Way(TrackReading track) => double.IsNaN(track.DawFaderDb)
        ? PooledText.Of($"to {Phrases.Fader(track.PendingFaderDb)}")
        : PooledText.Of($"{Phrases.Fader(track.DawFaderDb)} to {Phrases.Fader(track.PendingFaderDb)}");

    private static string AboveTop(TrackReading track, MixSettings settings) => track.PendingFaderDb > settings.FaderTopDb
        ? PooledText.Of($", {Phrases.Distance(track.PendingFaderDb - settings.FaderTopDb)} above the top of the faders: trim the clip up by as much and set {Phrases.Fader(settings.FaderTopDb)}")
        : "";
}
