using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>Where top-down sets every fader before it listens.</summary>
/// <remarks>
/// [any] Pure.
/// <b>Source:</b> 0 dB and -12 dB are the two starts that the field names; the third holds the bus headroom, since the sum of N
/// uncorrelated tracks grows by about 10 log10(N) dB (rule of thumb).
/// </remarks>
public static class UniformStart
{
    /// <summary>Lowest start, in dB.</summary>
    public const double LowestDb = -12;

    /// <summary>The fader position of a uniform start.</summary>
    /// <param name="start">Which start.</param>
    /// <param name="trackCount">Tracks in the mix, the mix bus not counted; 0 and less count as 1.</param>
    /// <returns>Position in dB, -12 to 0, not rounded.</returns>
    /// <remarks>[any] A start that does not exist gives 0.</remarks>
    public static double Db(TopDownStart start, int trackCount) => start switch
    {
        TopDownStart.MinusTwelveDb => LowestDb,
        TopDownStart.Auto => Math.Clamp(-10 * Math.Log10(Math.Max(trackCount, 1)), LowestDb, 0),
        _ => 0,
    };
}
