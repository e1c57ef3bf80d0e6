using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Rehearsal.Session;

/// <summary>Finds the step that bottom-up asks for.</summary>
internal static class BottomUpStep
{
    /// <summary>The track whose turn it is, and what to do with it; null when all are placed or nothing can be said.</summary>
    /// <param name="state">The mix under bottom-up.</param>
    /// <returns>Reading and hint, or null.</returns>
    public static (TrackReading Reading, Hint Hint)? NextOf(MixState state)
    {
        // A track whose turn it is and whose fader cannot reach says "trim first" in place of "next".
        Hint? next = state.Advice.Hints
            .Where(hint => hint.Kind is HintKind.Next or HintKind.TrimFirst && double.IsFinite(hint.SuggestedFaderDb))
            .Where(hint => Reading(state, hint).IsDown)
            .MinBy(hint => hint.Step);
        return next is null ? null : (Reading(state, next), next);
    }

    private static TrackReading Reading(MixState state, Hint hint) => state.Snapshot.Tracks.First(track => track.Id == hint.TrackId);
}
