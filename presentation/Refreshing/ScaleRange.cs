namespace FaderStager.Presentation.Refreshing;

/// <summary>The common scale of all tracks in LU around the focal: whole steps of 6, wide at once, narrow again only after a while.</summary>
/// <remarks>[ui] A reading far from all others does not squeeze them: it stands at the scale's end.</remarks>
internal sealed class ScaleRange
{
    /// <summary>One step of the scale in LU.</summary>
    public const double StepLu = 6;

    private const int LeastForOutliers = 5;
    private const double NarrowLowLu = -18;
    private const double NarrowHighLu = 6;
    private const double WidestLowLu = -48;
    private const double WidestHighLu = 24;

    // A figure at the very edge would lie on the frame.
    private const double MarginLu = 1;
    private static readonly TimeSpan NarrowsAfter = TimeSpan.FromSeconds(4);

    private TimeSpan _spare;

    /// <summary>Lower end in LU.</summary>
    public double LowLu { get; private set; } = NarrowLowLu;

    /// <summary>Upper end in LU.</summary>
    public double HighLu { get; private set; } = NarrowHighLu;

    /// <summary>The lowest and the highest of the readings that lie together. At either end one reading in ten, and one at least, may lie more than a step away from the next and is left out then.</summary>
    /// <param name="readingsLu">The readings; they are sorted. Fewer than five are all held: nothing is squeezed.</param>
    /// <returns>Both in LU; NaN = there is none.</returns>
    public static (double LowLu, double HighLu) Bulk(List<double> readingsLu)
    {
        if (readingsLu.Count == 0)
        {
            return (double.NaN, double.NaN);
        }

        readingsLu.Sort();
        int mayLeave = readingsLu.Count < LeastForOutliers ? 0 : Math.Max(1, readingsLu.Count / 10);
        int low = mayLeave;
        while (low > 0 && readingsLu[low] - readingsLu[low - 1] <= StepLu)
        {
            low--;
        }

        int high = readingsLu.Count - 1 - mayLeave;
        while (high < readingsLu.Count - 1 && readingsLu[high + 1] - readingsLu[high] <= StepLu)
        {
            high++;
        }

        return (readingsLu[low], readingsLu[high]);
    }

    /// <summary>Makes room for figures.</summary>
    /// <param name="lowestLu">The lowest that is to be shown; NaN = none.</param>
    /// <param name="highestLu">The highest; NaN = none.</param>
    /// <param name="elapsed">Time since the last call.</param>
    public void Fit(double lowestLu, double highestLu, TimeSpan elapsed)
    {
        double low = double.IsFinite(lowestLu) ? Math.Clamp(Math.Floor((lowestLu - MarginLu) / StepLu) * StepLu, WidestLowLu, NarrowLowLu) : NarrowLowLu;
        double high = double.IsFinite(highestLu) ? Math.Clamp(Math.Ceiling((highestLu + MarginLu) / StepLu) * StepLu, NarrowHighLu, WidestHighLu) : NarrowHighLu;
        bool hasSpare = low > LowLu || high < HighLu;
        _spare = hasSpare ? _spare + elapsed : TimeSpan.Zero;
        if (_spare >= NarrowsAfter)
        {
            (LowLu, HighLu, _spare) = (low, high, TimeSpan.Zero);
        }

        LowLu = Math.Min(LowLu, low);
        HighLu = Math.Max(HighLu, high);
    }
}
