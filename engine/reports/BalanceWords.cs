using FaderStager.Staging.Readings;

namespace FaderStager.Reports;

/// <summary>What a person is told beside the focal against the rest and of the mix bus: where a figure comes from, and why there is none.</summary>
/// <remarks>[any] Pure.</remarks>
public static class BalanceWords
{
    /// <summary>How far bus and tracks may lie apart before it is said, in LU. Rule of thumb: tracks that hold the same sound add to up to 3 dB more than their energies, a whole mix to less.</summary>
    public const double AgreesLu = 2;

    /// <summary>Where the figure comes from, or why there is none: "measured", "estimated", "the faders are down", "not heard yet".</summary>
    /// <param name="source">The source.</param>
    /// <returns>The words, in letters of ASCII.</returns>
    /// <remarks>[any]</remarks>
    public static string Of(RestSource source) => source switch
    {
        RestSource.Measured => "measured",
        RestSource.Estimated => "estimated",
        RestSource.NoFocal => "no focal",
        RestSource.FadersDown => "the faders are down",
        RestSource.FocalDown => "the focal's fader is down",
        RestSource.OthersDown => "the other faders are down",
        _ => "not heard yet",
    };

    /// <summary>The figure with its unit and word: "+0.8 LU (estimated)", or why there is none.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any]</remarks>
    public static string Figure(MixSnapshot mix) =>
        double.IsFinite(mix.FocalAgainstRestLu) ? PooledText.Of($"{FigureText.Relative(mix.FocalAgainstRestLu)} LU ({Of(mix.RestSource)})") : Of(mix.RestSource);

    /// <summary>Where the predicted peak comes from: "from the mix bus", "from the tracks".</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The words; empty where nothing is up.</returns>
    /// <remarks>[any]</remarks>
    public static string PeakSource(MixSnapshot mix) =>
        !double.IsFinite(mix.PredictedPeakDbfs) ? "" : mix.PeakIsFromBus ? "from the mix bus" : "from the tracks";

    /// <summary>One line where the mix bus and its tracks disagree with no fader moved.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The line; empty where they agree within <see cref="AgreesLu"/> or it is not known.</returns>
    /// <remarks>[any]</remarks>
    public static string Bus(MixSnapshot mix) => mix.BusAgainstTracksLu switch
    {
        > AgreesLu => PooledText.Of($"the mix bus carries {FigureText.Level(mix.BusAgainstTracksLu)} LU more than its tracks account for: tracks without FaderStager, returns or parallel paths"),
        < -AgreesLu => PooledText.Of($"the mix bus is {FigureText.Level(-mix.BusAgainstTracksLu)} LU under the sum of its tracks: something between them takes level away"),
        _ => "",
    };

    /// <summary>The same as a sentence.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>The sentence, or an empty string.</returns>
    /// <remarks>[any]</remarks>
    public static string BusSentence(MixSnapshot mix) => Bus(mix) is { Length: > 0 } line ? PooledText.Of($"T{line.AsSpan(1)}.") : "";
}
