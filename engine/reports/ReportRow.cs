using System.Collections.Immutable;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Reports;

/// <summary>A track of a mix with the hint on it: one row of any report.</summary>
/// <param name="Reading">What was measured.</param>
/// <param name="Hint">What is advised.</param>
/// <param name="LandsAtLu">Where the track would stand against the focal with both suggestions applied, in LU; NaN = nowhere.</param>
/// <remarks>[any]</remarks>
public sealed record ReportRow(TrackReading Reading, Hint Hint, double LandsAtLu)
{
    /// <summary>The rows of a mix, in the snapshot's order.</summary>
    /// <param name="state">Snapshot and advice.</param>
    /// <returns>One row a track.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<ReportRow> Of(MixState state)
    {
        MixSnapshot mix = state.Snapshot;
        Dictionary<Guid, Hint> hints = state.Advice.Hints.ToDictionary(hint => hint.TrackId);
        double focalFaderDb = mix.Focal is { } focal ? Staged(focal, hints.GetValueOrDefault(focal.Id)) : double.NaN;
        return
        [
            .. from reading in mix.Tracks
               where hints.ContainsKey(reading.Id)
               let hint = hints[reading.Id]
               select new ReportRow(reading, hint, reading.RelativeLuAt(Staged(reading, hint), focalFaderDb)),
        ];
    }

    /// <summary>The rows in the order in which a person reads them: the focal first, then bottom-up's steps, else from the most forward place to the least.</summary>
    /// <param name="state">Snapshot and advice.</param>
    /// <returns>One row a track.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<ReportRow> InOrder(MixState state)
    {
        // Bottom-up is a list to be worked through, so its steps come in their order.
        bool isBottomUp = state.Snapshot.Settings.Approach == ApproachKind.BottomUp;
        return
        [
            .. Of(state)
                .OrderByDescending(row => row.Reading.IsFocal)
                .ThenBy(row => !isBottomUp ? 0 : row.Hint.Step > 0 ? row.Hint.Step : int.MaxValue)
                .ThenByDescending(row => double.IsFinite(row.Hint.TargetLu) ? row.Hint.TargetLu : double.NegativeInfinity),
        ];
    }

    private static double Staged(TrackReading reading, Hint? hint) =>
        hint is not null && double.IsFinite(hint.SuggestedFaderDb) ? hint.SuggestedFaderDb
        : reading.IsDown ? double.NaN
        : reading.FaderDb;
}
