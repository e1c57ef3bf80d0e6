using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>Predicts the peak of the mix bus and the common move that gives it room.</summary>
/// <remarks>
/// [any] Pure. The peak is the root of the sum of the squares of all peaks behind their faders: right on average for tracks that
/// have nothing to do with one another, up to 20 log10(N) - 10 log10(N) dB too low when all peak at once. A mix-bus track is what
/// the sum predicts and is left out; a drum bus beside its own drums counts twice unless one of them is taken out of the mix.
/// <b>Source:</b> rule of thumb: bus headroom shrinks by about 10 log10(N) dB; mix bus peaks of -6 to -3 dBFS leave the mastering its room.
/// </remarks>
public static class Headroom
{
    /// <summary>Highest peak that needs no move, in dBFS.</summary>
    public const double HighestPeakDbfs = -3;

    /// <summary>Peak that the common move leads to, in dBFS.</summary>
    public const double AimPeakDbfs = -6;

    /// <summary>Predicted peak of the mix bus with the faders as they are.</summary>
    /// <param name="tracks">The tracks.</param>
    /// <returns>Peak in dBFS; negative infinity = nothing that was measured is up.</returns>
    /// <remarks>[any] Tracks out of the mix, the mix bus, faders that are down, and peaks or faders that are NaN or infinite do not count.</remarks>
    public static double PredictedPeakDbfs(ImmutableArray<TrackReading> tracks)
    {
        double power = 0;
        foreach (TrackReading track in tracks)
        {
            power += PeakPower(track, track.CountedFaderDb);
        }

        return Decibels.FromPower(power);
    }

    /// <summary>Predicted peak of the mix bus with the faders as they are and every trim of step 0 made.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>Peak in dBFS; negative infinity = nothing that was measured is up.</returns>
    /// <remarks>[any]</remarks>
    public static double TrimmedPeakDbfs(MixSnapshot mix)
    {
        double power = 0;
        foreach (TrackReading track in mix.Tracks)
        {
            double trim = LevelAdvice.Of(track, mix.Settings).TrimDb;
            power += PeakPower(track, track.CountedFaderDb) * (double.IsNaN(trim) ? 1 : Decibels.ToPower(trim));
        }

        return Decibels.FromPower(power);
    }

    /// <summary>A track's share of the bus peak: the square of its peak behind a fader.</summary>
    /// <param name="track">The track.</param>
    /// <param name="faderDb">Its fader in dB; for a post-fader track its move. At or below -60 dB = down.</param>
    /// <returns>Power, full scale = 1; 0 for what does not count.</returns>
    internal static double PeakPower(TrackReading track, double faderDb)
    {
        double peak = (double.IsFinite(track.TruePeakDbtp) ? track.TruePeakDbtp : track.SamplePeakDbfs) + faderDb;
        return track.IsStaged && track.HasData && faderDb > FaderRange.DownDb && double.IsFinite(peak) ? Decibels.ToPower(peak) : 0;
    }

    /// <summary>The move of every fader alike that brings the bus peak to -6 dBFS, when it is above -3 dBFS.</summary>
    /// <param name="peakDbfs">Predicted or measured peak of the mix bus in dBFS.</param>
    /// <returns>Move in dB rounded to 0.1, below 0; 0 = none is needed, NaN and infinities included.</returns>
    /// <remarks>[any] The balance between tracks stays: every fader moves alike, the focal's too.</remarks>
    public static double MoveDb(double peakDbfs) =>
        double.IsFinite(peakDbfs) && peakDbfs > HighestPeakDbfs ? FaderRange.Round(AimPeakDbfs - peakDbfs) : 0;
}
