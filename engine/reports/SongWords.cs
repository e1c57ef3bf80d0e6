using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>The words for a mix over its song: what counts, places in the song, rides.</summary>
/// <remarks>[any] Pure.</remarks>
public static class SongWords
{
    /// <summary>A place in the song: "1:12".</summary>
    /// <param name="seconds">Seconds of song; before its start it has a minus sign.</param>
    /// <returns>Minutes and whole seconds; <see cref="FigureText.None"/> for what is not finite.</returns>
    /// <remarks>[any]</remarks>
    public static string Clock(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return FigureText.None;
        }

        long whole = (long)Math.Floor(Math.Abs(seconds));
        return PooledText.Of($"{(seconds < 0 && whole > 0 ? "−" : "")}{whole / 60}:{whole % 60:00}");
    }

    /// <summary>A place in the song to a tenth of a second: "1:12.4".</summary>
    /// <param name="seconds">Seconds of song.</param>
    /// <returns>Minutes and seconds.</returns>
    /// <remarks>[any]</remarks>
    public static string Time(double seconds)
    {
        if (!double.IsFinite(seconds))
        {
            return FigureText.None;
        }

        long tenths = (long)Math.Round(Math.Abs(seconds) * 10, MidpointRounding.AwayFromZero);
        return PooledText.Of($"{(seconds < 0 && tenths > 0 ? "−" : "")}{tenths / 600}:{tenths / 10 % 60:00}.{tenths % 10}");
    }

    /// <summary>What counts, for a label: "whole song", "loudest part 1:02.0–1:32.0", "no loop: whole song".</summary>
    /// <param name="counts">What counts.</param>
    /// <returns>The words, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string Label(SongCounts counts) => (counts.Kind, counts.IsWhole) switch
    {
        (CountsKind.LoudestPart, true) => "loudest part: the whole song, under 30 s of it",
        (CountsKind.LoudestPart, false) => PooledText.Of($"loudest part {Stretch(counts.FromSeconds, counts.ToSeconds)}"),
        (CountsKind.Loop, true) => "nothing loops: whole song",
        (CountsKind.Loop, false) => PooledText.Of($"loop {Stretch(counts.FromSeconds, counts.ToSeconds)}"),
        (CountsKind.ChosenPart, false) => PooledText.Of($"chosen part {Stretch(counts.FromSeconds, counts.ToSeconds)}"),
        _ => "whole song",
    };

    /// <summary>Where the part is, inside a sentence: "in the loudest part, 1:02.0 to 1:32.0", "from 0:42.0 to 1:15.5", "over the whole song".</summary>
    /// <param name="counts">What counts.</param>
    /// <returns>The words, lower case.</returns>
    /// <remarks>[any]</remarks>
    public static string Where(SongCounts counts)
    {
        string stretch = PooledText.Of($"{Time(counts.FromSeconds)} to {Time(counts.ToSeconds)}");
        return counts switch
        {
            { IsWhole: true } => "over the whole song",
            { Kind: CountsKind.LoudestPart } => PooledText.Of($"in the loudest part, {stretch}"),
            { Kind: CountsKind.Loop } => PooledText.Of($"in the loop, {stretch}"),
            _ => PooledText.Of($"from {stretch}"),
        };
    }

    /// <summary>"1:12.0–1:34.4".</summary>
    /// <param name="fromSeconds">Where it starts.</param>
    /// <param name="toSeconds">Where it ends.</param>
    /// <returns>The stretch.</returns>
    /// <remarks>[any]</remarks>
    public static string Stretch(double fromSeconds, double toSeconds) => PooledText.Of($"{Time(fromSeconds)}–{Time(toSeconds)}");

    /// <summary>A ride in short: "4.2 LU too loud".</summary>
    /// <param name="ride">The ride.</param>
    /// <returns>Amount and side.</returns>
    /// <remarks>[any]</remarks>
    public static string Amount(Ride ride) => PooledText.Of($"{Phrases.Lu(ride.OverLu)} too {(ride.OverLu > 0 ? "loud" : "soft")}");

    /// <summary>A ride as a sentence: "From 1:12.0 to 1:34.4 (Chorus) it is 5.0 LU too loud, its fader being right for most of the song; ±4.0 LU allowed. Ride it 5.0 dB down there."</summary>
    /// <param name="ride">The ride.</param>
    /// <param name="counts">What counts.</param>
    /// <returns>The sentence.</returns>
    /// <remarks>[any]</remarks>
    public static string Sentence(Ride ride, SongCounts counts)
    {
        string section = ride.Section.Length == 0 ? "" : PooledText.Of($" ({ride.Section})");
        string right = counts.IsWhole ? "the song" : PooledText.Of($"what counts, {Label(counts)}");
        return PooledText.Of($"From {Time(ride.FromSeconds)} to {Time(ride.ToSeconds)}{section} it is {Amount(ride)}, its fader being right for most of {right}; ±{Phrases.Lu(ride.ToleranceLu)} allowed. Ride it {Phrases.Distance(ride.OverLu)} {Phrases.Way(-ride.OverLu)} there.");
    }

    /// <summary>The start of a headline that is about a part: "From 0:42.0 to 1:15.5: "; empty where the whole song counts.</summary>
    internal static string Heading(SongCounts counts)
    {
        string where = counts.IsWhole ? "" : Where(counts);
        return where.Length == 0 ? "" : PooledText.Of($"{char.ToUpperInvariant(where[0])}{where.AsSpan(1)}: ");
    }
}
