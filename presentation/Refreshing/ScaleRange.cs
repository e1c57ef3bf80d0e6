namespace FaderStager.Presentation.Refreshing;

/// <summary>The common scale of all tracks in LU around the focal: whole steps of 6, wide at once, narrow again only after a while.</summary>
/// <remarks>[ui]</remarks>
internal sealed class ScaleRange
{
    /// <summary>One step of the scale in LU.</summary>
    public const double StepLu = 6;

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
