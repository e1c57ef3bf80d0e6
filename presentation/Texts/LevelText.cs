using System.Globalization;
using FaderStager.Reports;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Texts;

/// <summary>How figures read in the editor: one decimal, a real minus sign, the unit always, words where there is no figure.</summary>
/// <remarks>[any] Pure.</remarks>
public static class LevelText
{
    /// <summary>A fader of which nobody has said where it stands.</summary>
    public const string Unknown = "unknown";

    /// <summary>The reading of a track with such a fader.</summary>
    public const string FaderUnknown = "fader unknown";

    /// <summary>What stands where a reading has not been made.</summary>
    public const string NotHeard = "not heard yet";

    /// <summary>What stands for a reading of a track that was heard and whose fader is down.</summary>
    public const string FaderDown = "fader down";

    /// <summary>What stands where a table has no figure.</summary>
    public const string None = "–";

    /// <summary>A relative loudness: "−7.5 LU", "+1.9 LU"; <see cref="NotHeard"/> when there is none.</summary>
    /// <param name="lu">Loudness against the focal in LU; NaN and infinities = none.</param>
    /// <returns>The text.</returns>
    public static string Reading(double lu) => double.IsFinite(lu) ? PooledText.Of($"{WithSign(lu)} LU") : NotHeard;

    /// <summary>A loudness in LU with its sign; <see cref="None"/> when there is none.</summary>
    /// <param name="lu">Loudness in LU; NaN and infinities = none.</param>
    /// <returns>The text.</returns>
    public static string Lu(double lu) => double.IsFinite(lu) ? PooledText.Of($"{WithSign(lu)} LU") : None;

    /// <summary>An absolute level: "−20.3 LUFS"; "silent" for negative infinity, <see cref="NotHeard"/> for NaN.</summary>
    /// <param name="level">The level in its unit.</param>
    /// <param name="unit">The unit: "LUFS", "dBFS", "dBTP".</param>
    /// <returns>The text.</returns>
    public static string Level(double level, string unit) =>
        double.IsFinite(level) ? PooledText.Of($"{WithSign(level)} {unit}") : double.IsNaN(level) ? NotHeard : "silent";

    /// <summary>A fader position: "−7.5 dB", "0.0 dB", "down"; <see cref="None"/> when there is none.</summary>
    /// <param name="db">Position in dB; negative infinity and all at or below -60 = down.</param>
    /// <returns>The text.</returns>
    public static string Fader(double db) =>
        double.IsNaN(db) ? None : db <= FaderRange.DownDb ? "down" : PooledText.Of($"{WithSign(db)} dB");

    /// <summary>A distance without sign: "4.8 dB".</summary>
    /// <param name="db">Distance in dB.</param>
    /// <returns>The text.</returns>
    public static string Distance(double db) => double.IsFinite(db) ? PooledText.Of($"{Figure(db)} dB") : None;

    /// <summary>A move in words: "up 4.8 dB", "down 0.1 dB", "leave it"; empty when there is none.</summary>
    /// <param name="db">Move in dB.</param>
    /// <returns>The text.</returns>
    public static string Move(double db) =>
        !double.IsFinite(db) ? "" : Figure(db) == "0.0" ? "leave it" : PooledText.Of($"{(db < 0 ? "down" : "up")} {Figure(db)} dB");

    /// <summary>A target with its tolerance: "−8.0 ±3.0 LU"; <see cref="None"/> when there is none.</summary>
    /// <param name="targetLu">Target in LU.</param>
    /// <param name="toleranceLu">Tolerance in LU.</param>
    /// <returns>The text.</returns>
    public static string Target(double targetLu, double toleranceLu) =>
        !double.IsFinite(targetLu) ? None
        : double.IsFinite(toleranceLu) ? PooledText.Of($"{WithSign(targetLu)} ±{Figure(toleranceLu)} LU")
        : PooledText.Of($"{WithSign(targetLu)} LU");

    /// <summary>A stretch of song: "0:42", "1:24", "1:02:05".</summary>
    /// <param name="seconds">Seconds; NaN and negative ones read as 0.</param>
    /// <returns>The text.</returns>
    public static string Time(double seconds)
    {
        long whole = double.IsFinite(seconds) && seconds > 0 ? (long)Math.Min(seconds, 360_000) : 0;
        return whole < 3600
            ? PooledText.Of($"{whole / 60}:{whole % 60:00}")
            : PooledText.Of($"{whole / 3600}:{whole / 60 % 60:00}:{whole % 60:00}");
    }

    /// <summary>A number with its sign and one decimal: "+2.0", "−7.5", "0.0".</summary>
    /// <param name="number">The number.</param>
    /// <returns>The text, without unit.</returns>
    public static string WithSign(double number) => FigureText.Relative(number);

    /// <summary>Reads a fader position as a person types it: "-7.5", "−7.5 dB", "down", "-inf".</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="db">Position in dB; negative infinity = down.</param>
    /// <returns>False when it is no position.</returns>
    public static bool TryParseFader(string? text, out double db)
    {
        string typed = TypedNumber.Plain(text, "dB");
        if (typed is "down" or "-inf" or "-\u221e")
        {
            db = double.NegativeInfinity;
            return true;
        }

        return TypedNumber.TryParse(typed, "", out db);
    }

    private static string Figure(double number) => FigureText.Level(Math.Abs(number));
}
