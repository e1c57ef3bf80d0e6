namespace FaderStager.Staging.Settings;

/// <summary>The travel of a staging fader.</summary>
/// <remarks>[any]</remarks>
public static class FaderRange
{
    /// <summary>At and below this a fader counts as down, in dB; no hint asks for a position at or below it.</summary>
    public const double DownDb = -60;

    /// <summary>Highest position that the plug-in fader has, in dB. A mix may set its own top lower, never higher.</summary>
    public const double HighestDb = 12;

    /// <summary>Finest step that is shown and applied, in dB.</summary>
    public const double StepDb = 0.1;

    /// <summary>Rounds to the step that is shown and applied; infinities and NaN stay.</summary>
    /// <param name="db">Level in dB.</param>
    /// <returns>The level in steps of 0.1 dB.</returns>
    /// <remarks>[any]</remarks>
    public static double Round(double db) => Math.Round(db, 1, MidpointRounding.AwayFromZero);
}
