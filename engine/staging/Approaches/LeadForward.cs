using FaderStager.Measuring;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>How far forward the lead stands in a mix whose faders a person set: the share of the common deviation that is the person's choice.</summary>
/// <remarks>
/// <para>[any] Pure. Deviations d of the tracks whose faders a person set, from targets without any shift; m their median, s2 their robust
/// variance (1.4826 x the median absolute deviation, squared), drawn a little to what is usual. Much scatter says that the faders are raw,
/// and then the common shift is chance: share = t2 / (t2 + v + s2 x 1.57 / N), v = max(0, s2 - 9). The lead stands -m x share forward.</para>
/// <para><b>Source:</b> measured on human balances, see bench/results/advice.md; 1.57 / N is the variance of a median of N.</para>
/// </remarks>
public static class LeadForward
{
    /// <summary>Least offer that is worth a person's while, in LU: finer steps are noise to a mixer (rule of thumb).</summary>
    public const double LeastOfferLu = 0.5;

    // Variances in LU squared: of how far forward people put their leads, of a table's scatter about a mix, and what is usual before much is known.
    private const double ChoiceVariance = 18;
    private const double TableVariance = 9;
    private const double UsualVariance = 25;
    private const int UsualWeight = 3;

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
        double variance = ((count * scatter * scatter) + (UsualWeight * UsualVariance)) / (count + UsualWeight);
        double rawness = Math.Max(0, variance - TableVariance);
        double share = ChoiceVariance / (ChoiceVariance + rawness + (variance * 1.57 / count));
        return Math.Round(-median * share, 1) + 0.0;
    }

    private static double Median(Span<double> numbers)
    {
        numbers.Sort();
        return (numbers[(numbers.Length - 1) / 2] + numbers[numbers.Length / 2]) / 2;
    }
}
