using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>How much lower the focal, and all with it, would have to start for every fader to reach its place without a trim.</summary>
/// <remarks>[any] Pure. A focal that needs a trim itself is trimmed: a lower start would hide that it is too soft for its anchor.</remarks>
internal static class LowerStart
{
    /// <summary>Most that is offered, in dB: beyond it the faders lose their useful range. Rule of thumb.</summary>
    private const double MostDb = 12;

    /// <summary>Works it out.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="hints">Its hints, filled in.</param>
    /// <returns>dB, above 0; 0 where no trim is asked for, or a lower start does not save every one.</returns>
    internal static double Db(in FocalPlacing placing, ReadOnlySpan<Hint> hints)
    {
        double most = 0;
        foreach (Hint hint in hints)
        {
            if (double.IsNaN(hint.TrimDb) || hint.Track.FaderPlace == FaderPlace.PostFader)
            {
                continue;
            }

            if (hint.TrimDb < 0 || placing.IsFocal(hint.Track))
            {
                return 0;
            }

            most = Math.Max(most, hint.TrimDb);
        }

        return most <= MostDb ? FaderRange.Round(most) : 0;
    }
}
