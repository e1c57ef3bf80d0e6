namespace FaderStager.Presentation.Refreshing;

/// <summary>Lets a mark glide to its reading: 95 % of the way in 300 ms, without overshoot.</summary>
/// <remarks>[ui] What was not there before appears at its place; what is not there any more goes at once.</remarks>
internal sealed class Glide
{
    /// <summary>Time to 95 % of the way in ms. Rule of thumb: an eye follows it, an ear is not ahead of it.</summary>
    public const double GlideMs = 300;

    private const double SettledLu = 0.005;
    private static readonly double TimeConstantMs = GlideMs / -Math.Log(0.05);

    /// <summary>Where the mark is; NaN = nowhere.</summary>
    public double Value { get; private set; } = double.NaN;

    /// <summary>Goes on towards a reading.</summary>
    /// <param name="target">The reading; NaN and infinities = none.</param>
    /// <param name="elapsed">Time since the last call.</param>
    /// <returns>Where the mark is now.</returns>
    public double Follow(double target, TimeSpan elapsed)
    {
        if (!double.IsFinite(target))
        {
            return Value = double.NaN;
        }

        double left = (Value - target) * Math.Exp(-Math.Max(0, elapsed.TotalMilliseconds) / TimeConstantMs);
        return Value = Math.Abs(left) < SettledLu || double.IsNaN(left) ? target : target + left;
    }
}
