using FaderStager.Staging.Readings;

namespace FaderStager.Reports;

/// <summary>What a person is told of a track that was changed before it reached FaderStager.</summary>
/// <remarks>[any] Pure.</remarks>
public static class ChangeWords
{
    /// <summary>The one line: "Bass was changed: measured anew since 0:42".</summary>
    /// <param name="track">The track.</param>
    /// <returns>The line; empty where no change was heard, and for buses, which change with the faders of their tracks.</returns>
    /// <remarks>[any]</remarks>
    public static string Line(TrackReading track) =>
        track is { Change: { } change, IsStaged: true } ? PooledText.Of($"{track.Name} was changed: measured anew since {SongWords.Clock(change.SinceSeconds)}") : "";
}
