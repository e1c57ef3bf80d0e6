namespace FaderStager.Rehearsal.Projects;

/// <summary>A fade: silent at one place of the song, full at another; which comes first says whether it fades in or out.</summary>
/// <param name="SilentSeconds">Where nothing is heard.</param>
/// <param name="FullSeconds">Where all is heard.</param>
/// <param name="Shape">The curve from silent to full.</param>
/// <param name="Bend">-1 to 1: below 0 the curve starts slower, above 0 faster.</param>
public readonly record struct ClipFade(double SilentSeconds, double FullSeconds, FadeShape Shape, double Bend = 0)
{
    private const double SteepExponent = 3.6;

    /// <summary>What the samples at a place of the song are multiplied by.</summary>
    /// <param name="seconds">The place.</param>
    /// <returns>0 to 1; 1 for a fade without length.</returns>
    public double At(double seconds)
    {
        double length = FullSeconds - SilentSeconds;
        double x = length == 0 ? 1 : (seconds - SilentSeconds) / length;
        if (!(x < 1))
        {
            return 1;
        }

        if (x <= 0)
        {
            return 0;
        }

        x = Bend < 0 ? Math.Pow(x, 1 - Bend) : 1 - Math.Pow(1 - x, 1 + Bend);
        return Shape switch
        {
            FadeShape.FastStart => 1 - ((1 - x) * (1 - x)),
            FadeShape.SlowEnds => Math.Pow(Math.Sin(Math.PI / 2 * x), 2),
            FadeShape.SteepMiddle => x < 0.5 ? Math.Pow(2 * x, SteepExponent) / 2 : 1 - (Math.Pow(2 * (1 - x), SteepExponent) / 2),
            FadeShape.EqualPower => Math.Sin(Math.PI / 2 * x),
            _ => x,
        };
    }
}
