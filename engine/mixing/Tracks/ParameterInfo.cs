using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Tracks;

/// <summary>What a host needs to know of one parameter: name, unit, range, and the ways between plain value, 0..1 and text.</summary>
/// <remarks>[any] Immutable; the same for every track. Plain values are in the unit named; choices are their index.</remarks>
public sealed class ParameterInfo
{
    private const double LowestFaderStepDb = FaderRange.DownDb;
    private const double LargestOffsetLu = 24;
    private const double LargestReadingLu = 60;

    private readonly string[] _choices;

    private ParameterInfo(ParameterId id, string name, string unit, double minimum, double maximum, double defaultValue, string[]? choices = null, bool isReadOnly = false)
    {
        (Id, Name, Unit, Minimum, Maximum, Default, IsReadOnly) = (id, name, unit, minimum, maximum, defaultValue, isReadOnly);
        _choices = choices ?? [];
    }

    /// <summary>All parameters, in the order of their ids.</summary>
    public static IReadOnlyList<ParameterInfo> All { get; } =
    [
        new(ParameterId.Fader, "Fader", "dB", double.NegativeInfinity, FaderRange.HighestDb, 0),
        new(ParameterId.Focal, "Focal", "", 0, 1, 0, ["no", "focal"]),
        new(ParameterId.Approach, "Approach", "", 0, 1, 0, [.. ApproachList.All.Select(approach => approach.Name)]),
        new(ParameterId.Role, "Role", "", 0, Enum.GetValues<Role>().Length - 1, 0, [.. Enum.GetValues<Role>().Select(Roles.DisplayName)]),
        new(ParameterId.MixGroup, "Mix group", "", 0, 7, 0, Enum.GetNames<MixGroup>()),
        new(ParameterId.FaderPlace, "Fader place", "", 0, 3, 0, ["plug-in fader", "DAW fader", "post-fader", "host fader"]),
        new(ParameterId.TargetOffset, "Target offset", "LU", -LargestOffsetLu, LargestOffsetLu, 0),
        new(ParameterId.InMix, "In mix", "", 0, 1, 1, ["no", "yes"]),
        new(ParameterId.Bypass, "Bypass", "", 0, 1, 0, ["off", "on"]),
        new(ParameterId.RelativeLoudness, "Relative loudness", "LU", -LargestReadingLu, LargestReadingLu, 0, isReadOnly: true),
        new(ParameterId.SuggestedMove, "Suggested move", "dB", -LargestReadingLu, LargestReadingLu, 0, isReadOnly: true),
        new(ParameterId.HintWord, "Hint", "", 0, Enum.GetValues<HintKind>().Length - 1, (int)HintKind.NotHeard, [.. Enum.GetValues<HintKind>().Select(HintWords.Of)], isReadOnly: true),
    ];

    /// <summary>Which parameter.</summary>
    public ParameterId Id { get; }

    /// <summary>Its name for a person.</summary>
    public string Name { get; }

    /// <summary>Its unit: "dB", "LU" or none.</summary>
    public string Unit { get; }

    /// <summary>Lowest plain value; negative infinity for the fader.</summary>
    public double Minimum { get; }

    /// <summary>Highest plain value.</summary>
    public double Maximum { get; }

    /// <summary>Plain value of a new track.</summary>
    public double Default { get; }

    /// <summary>Whether the plug-in writes it and the host only reads.</summary>
    public bool IsReadOnly { get; }

    /// <summary>Whether the value is one of a list.</summary>
    public bool IsChoice => _choices.Length > 0;

    /// <summary>Steps between the lowest and the highest value; 0 = continuous (as VST3 counts them).</summary>
    public int StepCount => IsChoice ? _choices.Length - 1 : 0;

    /// <summary>The description of a parameter.</summary>
    /// <param name="id">Which.</param>
    /// <returns>Its description.</returns>
    public static ParameterInfo Of(ParameterId id) => All[(int)id];

    /// <summary>The nearest value the parameter can take; NaN gives the default.</summary>
    /// <param name="plain">Plain value.</param>
    /// <returns>A legal plain value.</returns>
    public double Legal(double plain)
    {
        if (double.IsNaN(plain))
        {
            return Default;
        }

        if (IsChoice)
        {
            return Math.Clamp(Math.Round(plain), Minimum, Maximum);
        }

        return Id == ParameterId.Fader && plain <= LowestFaderStepDb ? double.NegativeInfinity : Math.Clamp(plain, Minimum, Maximum);
    }

    /// <summary>Plain value to 0..1. The fader is linear in dB from -60, and 0 is negative infinity.</summary>
    /// <param name="plain">Plain value.</param>
    /// <returns>0 to 1.</returns>
    public double ToNormalized(double plain)
    {
        double legal = Legal(plain);
        return double.IsNegativeInfinity(legal) ? 0 : (legal - LowestStep) / (Maximum - LowestStep);
    }

    /// <summary>0..1 to plain value; what lies outside is clamped, NaN gives the default.</summary>
    /// <param name="normalized">0 to 1.</param>
    /// <returns>A legal plain value.</returns>
    public double FromNormalized(double normalized) =>
        double.IsNaN(normalized) ? Default : Legal(LowestStep + (Math.Clamp(normalized, 0, 1) * (Maximum - LowestStep)));

    /// <summary>The value as a person reads it, with its unit: "-7.5 dB", "lead vocal".</summary>
    /// <param name="plain">Plain value.</param>
    /// <returns>The text.</returns>
    public string ToText(double plain)
    {
        double legal = Legal(plain);
        return IsChoice ? _choices[(int)legal]
            : double.IsNegativeInfinity(legal) ? "-inf dB"
            : FormattableString.Invariant($"{legal:0.0} {Unit}");
    }

    /// <summary>Reads a text as <see cref="ToText"/> writes it, or a bare number with a point or a comma, or a choice's name.</summary>
    /// <param name="text">What a person typed.</param>
    /// <param name="plain">The plain value.</param>
    /// <returns>False when it is neither.</returns>
    public bool TryParse(string? text, out double plain)
    {
        string trimmed = (text ?? string.Empty).Trim();
        int choice = Array.FindIndex(_choices, name => name.Equals(trimmed, StringComparison.OrdinalIgnoreCase));
        if (choice >= 0)
        {
            plain = choice;
            return true;
        }

        string number = TypedNumber.Plain(trimmed, Unit);
        bool isDown = Id == ParameterId.Fader && number.Equals("-inf", StringComparison.OrdinalIgnoreCase);
        plain = isDown ? double.NegativeInfinity : 0;
        if (!isDown && !TypedNumber.TryParse(number, "", out plain))
        {
            return false;
        }

        plain = Legal(plain);
        return true;
    }

    private double LowestStep => double.IsNegativeInfinity(Minimum) ? LowestFaderStepDb : Minimum;
}
