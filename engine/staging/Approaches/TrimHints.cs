using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>Asks for a trim before a fader that would end far from where faders are made to work.</summary>
/// <remarks>
/// [any] Pure, allocates nothing. The suggested position stays right without the trim; with it, the fader ends where its travel is fine and
/// the plug-ins get their level. <b>Source:</b> rule of thumb: a fader is finest around 0 dB and coarse below -20.
/// </remarks>
public static class TrimHints
{
    /// <summary>Lowest position of a fader that needs no trim, in dB.</summary>
    public const double LowestFaderDb = -20;

    /// <summary>Highest position of a fader that needs no trim, in dB.</summary>
    public const double HighestFaderDb = 6;

    /// <summary>Fills in the trims of all hints that move a fader too far.</summary>
    /// <param name="advice">The advice, its hints filled in.</param>
    /// <param name="settings">The mix's settings.</param>
    internal static void Fill(MixAdvice advice, MixSettings settings)
    {
        foreach (Hint hint in advice.Hints)
        {
            bool moves = hint.MoveDb != 0 && double.IsFinite(hint.SuggestedFaderDb) && double.IsNaN(hint.TrimDb);
            if (moves && hint.Track.FaderPlace != FaderPlace.PostFader && hint.Cause != Cause.UniformStart)
            {
                (hint.LevelTrimDb, hint.FaderAfterTrimDb) = Of(hint.Track, settings, hint.SuggestedFaderDb);
            }
        }
    }

    /// <summary>The trim that a position asks for, and where the fader then stands.</summary>
    /// <param name="track">The track.</param>
    /// <param name="settings">The mix's settings.</param>
    /// <param name="faderDb">The position in dB.</param>
    /// <returns>Step 0's own trim where that brings the fader into its range, else the smallest that does; NaN = none is needed.</returns>
    /// <remarks>[any]</remarks>
    public static (double TrimDb, double FaderDb) Of(TrackReading track, MixSettings settings, double faderDb)
    {
        if (faderDb is >= LowestFaderDb and <= HighestFaderDb || !double.IsFinite(faderDb))
        {
            return (double.NaN, double.NaN);
        }

        double level = LevelAdvice.Of(track, settings).TrimDb;
        double after = FaderRange.Round(faderDb - level);
        return after is >= LowestFaderDb and <= HighestFaderDb
            ? (level, after)
            : (FaderRange.Round(faderDb - Math.Clamp(faderDb, LowestFaderDb, HighestFaderDb)), Math.Clamp(faderDb, LowestFaderDb, HighestFaderDb));
    }
}
