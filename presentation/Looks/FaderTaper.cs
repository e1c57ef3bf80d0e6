using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Looks;

/// <summary>The travel of a drawn fader: wide around 0 dB, narrow towards the bottom, which is "down".</summary>
/// <param name="TopDb">Position at the top in dB.</param>
/// <remarks>[any] Pure. A square law: 0 dB stands at five sixths of a travel that ends at +6 dB.</remarks>
public readonly record struct FaderTaper(double TopDb)
{
    private double SpanDb => Math.Max(1, TopDb - FaderRange.DownDb);

    /// <summary>Share of the travel, 0 = down to 1 = top.</summary>
    /// <param name="db">Position in dB; negative infinity, NaN and all at or below -60 = down.</param>
    /// <returns>The share.</returns>
    public double Share(double db)
    {
        double share = db > FaderRange.DownDb ? Math.Min(1, (db - FaderRange.DownDb) / SpanDb) : 0;
        return share * share;
    }

    /// <summary>Position in dB at a share of the travel, in steps of 0.1; the bottom is down.</summary>
    /// <param name="share">The share, 0 to 1.</param>
    /// <returns>The position; negative infinity = down.</returns>
    public double Db(double share) => share <= 0.0005
        ? double.NegativeInfinity
        : FaderRange.Round(FaderRange.DownDb + (Math.Sqrt(Math.Min(1, share)) * SpanDb));
}
