using FaderStager.Reports;
using FaderStager.Staging.Songs;

namespace FaderStager.Presentation.Songs;

/// <summary>A line of the ride list.</summary>
/// <param name="Ride">The ride.</param>
/// <param name="Text">"Guitars 5.0 LU too loud: ride it".</param>
/// <param name="TimeText">"1:12.0 – 1:34.4 (Chorus)".</param>
/// <param name="Reason">One sentence.</param>
/// <remarks>[ui] Immutable. Going there is the host's: <see cref="CopyText"/> is what its time field takes.</remarks>
public sealed record RideViewModel(Ride Ride, string Text, string TimeText, string Reason)
{
    /// <summary>The start as a host's time field takes it: "1:12.0".</summary>
    public string CopyText => SongWords.Time(Ride.FromSeconds);

    internal static RideViewModel Of(Ride ride, SongState song) => new(
        ride,
        PooledText.Of($"{ride.Voice} {SongWords.Amount(ride)}: ride it"),
        PooledText.Of($"{SongWords.Time(ride.FromSeconds)} – {SongWords.Time(ride.ToSeconds)}{(ride.Section.Length == 0 ? "" : PooledText.Of($" ({ride.Section})"))}"),
        SongWords.Sentence(ride, song.Counts));
}
