using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Presentation.Refreshing;

/// <summary>What one tick of the clock has to show.</summary>
/// <param name="State">The mix as published last.</param>
/// <param name="Elapsed">Time since the tick before.</param>
/// <param name="TextsAreDue">Whether words and numbers may change: four times a second, and right after a person's edit.</param>
/// <remarks>[ui]</remarks>
internal readonly record struct RefreshFrame(MixState State, TimeSpan Elapsed, bool TextsAreDue)
{
    public MixSnapshot Snapshot => State.Snapshot;

    public TrackReading? Focal { get; } = State.Snapshot.Focal;

    /// <summary>The reading and hint of a track; nulls when it is not in the mix.</summary>
    public (TrackReading? Reading, Hint? Hint) Of(Guid trackId)
    {
        for (int i = 0; i < Snapshot.Tracks.Length; i++)
        {
            if (Snapshot.Tracks[i].Id == trackId)
            {
                return (Snapshot.Tracks[i], State.Advice.Hints[i]);
            }
        }

        return (null, null);
    }
}
