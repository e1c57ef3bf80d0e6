using System.Globalization;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Session;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Reads the values of options.</summary>
/// <remarks>Every method throws a <see cref="UsageException"/> that says what would do.</remarks>
internal static class OptionText
{
    private const double WidestAnchor = 60;
    private const double WidestToleranceLu = 30;
    private const double WidestForwardLu = 24;

    // A day.
    private const double MostSongSeconds = 86_400;

    /// <summary>The value of <c>--start</c>: 0, -12 or auto.</summary>
    public static TopDownStart Start(string text) => text.Trim().ToUpperInvariant() switch
    {
        "0" => TopDownStart.ZeroDb,
        "-12" or "−12" => TopDownStart.MinusTwelveDb,
        "AUTO" => TopDownStart.Auto,
        _ => throw new UsageException($"--start \"{text}\": say 0, -12 or auto."),
    };

    /// <summary>The value of <c>--anchor</c>: "-20" in LUFS, "-18rms" in dBFS RMS.</summary>
    public static (AnchorKind Kind, double Level) Anchor(string text)
    {
        string figure = text.Trim().ToUpperInvariant();
        bool isRms = figure.EndsWith("RMS", StringComparison.Ordinal);
        figure = isRms ? Without(Without(figure, "RMS"), "DBFS") : Without(figure, "LUFS");
        return TryNumber(figure, out double level) && level is <= 0 and >= -WidestAnchor
            ? (isRms ? AnchorKind.RmsDbfs : AnchorKind.IntegratedLufs, level)
            : throw new UsageException($"--anchor \"{text}\": say a loudness such as -20 (LUFS), or an RMS level such as -18rms (dBFS).");
    }

    /// <summary>The value of <c>--working-level</c> in dBFS RMS.</summary>
    public static double WorkingLevel(string text)
    {
        string figure = Without(Without(text.Trim().ToUpperInvariant(), "RMS"), "DBFS");
        return TryNumber(figure, out double level) && level is >= MixSettings.LowestWorkingLevelDbfs and <= MixSettings.HighestWorkingLevelDbfs
            ? level
            : throw new UsageException($"--working-level \"{text}\": say dBFS RMS from {MixSettings.LowestWorkingLevelDbfs} to {MixSettings.HighestWorkingLevelDbfs}, such as -18.");
    }

    /// <summary>The value of <c>--tolerance</c> in LU.</summary>
    public static double Tolerance(string text) =>
        TryNumber(Without(text.Trim().ToUpperInvariant(), "LU"), out double lu) && lu is > 0 and <= WidestToleranceLu
            ? lu
            : throw new UsageException($"--tolerance \"{text}\": say LU above 0, such as 3.");

    /// <summary>The value of <c>--forward</c> in LU; auto is null.</summary>
    public static double? Forward(string text)
    {
        string figure = text.Trim().ToUpperInvariant();
        return figure == "AUTO" ? null
            : TryNumber(Without(figure, "LU"), out double lu) && lu is >= -WidestForwardLu and <= WidestForwardLu ? lu
            : throw new UsageException($"--forward \"{text}\": say LU from -{WidestForwardLu} to {WidestForwardLu}, such as 1.5 or -2, or auto.");
    }

    /// <summary>The values of <c>--loudest</c>, <c>--from</c> and <c>--to</c>.</summary>
    public static CountsChoice Counts(bool isLoudest, string? from, string? to)
    {
        double? start = from is null ? null : Time(from, "--from");
        double? end = to is null ? null : Time(to, "--to");
        return isLoudest && (start ?? end) is not null ? throw new UsageException("--loudest finds its part itself: leave --from and --to out.")
            : start >= end ? throw new UsageException($"--from {from} --to {to}: the part ends before it starts.")
            : new CountsChoice(isLoudest, start, end);
    }

    /// <summary>A time of the song in seconds: 72, 72.5, 1:12.5 or 1:02:03.</summary>
    public static double Time(string text, string option)
    {
        string[] parts = text.Trim().Split(':');
        double seconds = 0;
        for (int i = 0; i < parts.Length; i++)
        {
            bool isLast = i == parts.Length - 1;
            bool isRead = TryNumber(isLast && parts.Length == 1 ? Without(parts[i].ToUpperInvariant(), "S") : parts[i], out double part);
            if (parts.Length > 3 || !isRead || part < 0 || (i > 0 && part >= 60) || (!isLast && part % 1 != 0) || part > MostSongSeconds)
            {
                throw new UsageException($"{option} \"{text}\": say seconds such as 72.5, or minutes and seconds such as 1:12.5.");
            }

            seconds = (seconds * 60) + part;
        }

        return seconds;
    }

    /// <summary>The value of <c>--block</c>: frames, or random.</summary>
    public static BlockSizes Block(string text, int seed)
    {
        if (text.Trim().Equals("random", StringComparison.OrdinalIgnoreCase))
        {
            return new BlockSizes(0, seed);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int frames) && frames is >= 1 and <= BlockSizes.Longest
            ? new BlockSizes(frames, seed)
            : throw new UsageException($"--block \"{text}\": say 1 to {BlockSizes.Longest} frames, or random.");
    }

    /// <summary>A value of <c>--role</c>: NAME=ROLE.</summary>
    public static KeyValuePair<string, Role> RoleOf(string text)
    {
        (string name, string word) = Pair(text, "--role", "\"Gtr 2=rhythm-guitar\"");
        if (Roles.TryParse(word, out Role role))
        {
            return new KeyValuePair<string, Role>(name, role);
        }

        IReadOnlyList<string> near = Roles.Nearest(word);
        string keys = near.Count > 0 ? string.Join(" or ", near) : string.Join(", ", Roles.All.Select(info => info.Key));
        throw new UsageException($"--role \"{text}\": there is no role \"{word}\". Did you mean {keys}?");
    }

    /// <summary>A value of <c>--fader</c>: NAME=dB.</summary>
    public static KeyValuePair<string, double> FaderOf(string text)
    {
        (string name, string word) = Pair(text, "--fader", "\"Kick=-6\"");
        string figure = Without(word.Trim().ToUpperInvariant(), "DB");
        double db = figure is "-INF" or "−INF" or "-∞" or "−∞" or "DOWN" ? double.NegativeInfinity : double.NaN;
        if (double.IsNaN(db) && TryNumber(figure, out double number))
        {
            db = number;
        }

        return db is <= FaderRange.HighestDb
            ? new KeyValuePair<string, double>(name, db)
            : throw new UsageException($"--fader \"{text}\": say dB up to +{FaderRange.HighestDb:0}, or -inf for down.");
    }

    /// <summary>One of several words.</summary>
    public static T Choice<T>(string text, string option, params ReadOnlySpan<(string Word, T Value)> choices)
    {
        List<string> words = [];
        foreach ((string word, T value) in choices)
        {
            if (word.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }

            words.Add(word);
        }

        throw new UsageException($"{option} \"{text}\": say {string.Join(", ", words[..^1])} or {words[^1]}.");
    }

    private static (string Name, string Value) Pair(string text, string option, string example)
    {
        // A name may hold a "=", a value never does.
        int equals = text.LastIndexOf('=');
        return equals > 0 && equals < text.Length - 1
            ? (text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException($"{option} \"{text}\": say the track's name and its value, such as {example}.");
    }

    private static string Without(string text, string unit) =>
        text.EndsWith(unit, StringComparison.Ordinal) ? text[..^unit.Length].TrimEnd() : text;

    private static bool TryNumber(string text, out double number) =>
        double.TryParse(text.Replace('−', '-'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);
}
