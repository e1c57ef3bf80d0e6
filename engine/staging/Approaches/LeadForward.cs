using FaderStager.Measuring;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>How far forward the lead stands in a mix whose faders a person set: the share of the common deviation that is the person's choice.</summary>
/// <remarks>
/// <para>[any] Pure. Deviations d of the tracks whose faders a person set, from targets without any shift. One that lies beyond 2.5 times
/// their robust scatter (1.4826 x the median absolute deviation, drawn a little to what is usual) about their median counts as if it lay
/// there: a track that is far off moves nothing. m is the mean of what is left, s2 its variance, drawn in the same way. Much scatter says
/// that the faders are raw, and then the common shift is chance: share = t2 / (t2 + max(0, s2 - v) + s2 / N), t2 = 12 the variance of
/// how far forward people put their leads, v = 17 that of their mixes about a table. The lead stands -m x share forward.</para>
/// <para><b>Source:</b> measured on human balances, see bench/results/advice.md; s2 / N is the variance of a mean of N.</para>
/// </remarks>
public static class LeadForward
{
    /// <summary>Least offer that is worth a person's while, in LU: finer steps are noise to a mixer (rule of thumb).</summary>
    public const double LeastOfferLu = 0.5;

    // Variances in LU squared: of how far forward people put their leads, of a table's scatter about a mix, and what is usual before much is known.
    private const double ChoiceVariance = 12;
    private const double TableVariance = 17;
    private const double UsualVariance = 25;
    private const int UsualWeight = 3;
    private const double FarOff = 2.5;

    private const double SameDb = 0.05;
    private const int LargestMix = 512;

    /// <summary>What the faders say.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>Lead forward (above 0) or back in LU; 0 after a uniform start, with all faders equal, or where fewer than two faders were set by hand.</returns>
    /// <remarks>[any] Tracks that were hardly heard, are down or out of the mix say nothing. Beyond 512 tracks the first count.</remarks>
    public static double OfFaders(MixSnapshot mix)
    {
        FocalPlacing placing = new(mix);
        if (placing.Focal is not { IsDown: false } focal)
        {
            return 0;
        }

        Span<double> deviations = stackalloc double[LargestMix];
        int count = 0;
        bool differ = false;
        foreach (TrackReading track in placing.Tracks)
        {
            double deviation = placing.DeviationLu(track) - mix.ForwardLu;
            if (track.IsStaged && !placing.IsFocal(track) && track.IsHandSet && track.Confidence is Confidence.Rough or Confidence.Steady
                && double.IsFinite(deviation) && count < LargestMix)
            {
                deviations[count++] = deviation;
                differ |= Math.Abs(track.CountedFaderDb - focal.CountedFaderDb) > SameDb;
            }
        }

        return count < 2 || !differ ? 0 : OfDeviations(deviations[..count]);
    }

    /// <summary>The formula.</summary>
    /// <param name="deviations">Deviations in LU from targets without any shift; sorted here.</param>
    /// <returns>Lead forward in LU, to 0.1.</returns>
    /// <remarks>[any]</remarks>
    internal static double OfDeviations(Span<double> deviations)
    {
        int count = deviations.Length;
        double median = Median(deviations);
        Span<double> distances = stackalloc double[LargestMix];
        distances = distances[..count];
        for (int i = 0; i < count; i++)
        {
            distances[i] = Math.Abs(deviations[i] - median);
        }

        double scatter = 1.4826 * Median(distances);
        double reach = FarOff * Math.Sqrt(Drawn(scatter * scatter, count));
        double sum = 0;
        foreach (ref double deviation in deviations)
        {
            deviation = Math.Clamp(deviation, median - reach, median + reach);
            sum += deviation;
        }

        double mean = sum / count;
        double squares = 0;
        foreach (double deviation in deviations)
        {
            squares += (deviation - mean) * (deviation - mean);
        }

        double variance = Drawn(squares / Math.Max(1, count - 1), count);
        double share = ChoiceVariance / (ChoiceVariance + Math.Max(0, variance - TableVariance) + (variance / count));
        return Math.Round(-mean * share, 1) + 0.0;
    }

    // A variance of few is drawn to what is usual.
    private static double Drawn(double variance, int count) => ((count * variance) + (UsualWeight * UsualVariance)) / (count + UsualWeight);

    private static double Median(Span<double> numbers)
    {
        numbers.Sort();
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}
