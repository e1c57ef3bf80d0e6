using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Parameters;

/// <summary>What a host needs to know of one parameter: name, unit, range, and the ways between plain value and 0..1. Its texts are made by FaderStager.Reports.</summary>
/// <remarks>[any] Immutable; the same for every track. Plain values are in the unit named; choices are their index.</remarks>
public sealed class ParameterInfo
{
    /// <summary>What a fader position reads where there is none, in dB: a step below down.</summary>
    public const double NoFaderDb = FaderRange.DownDb - 1;

    private const double LowestFaderStepDb = FaderRange.DownDb;
    private const double LargestOffsetLu = 24;
    private const double LargestReadingLu = 60;
    private const double LargestTrimDb = 36;
    private const double LowestVuDb = -40;
    private const double HighestVuDb = 20;

    private ParameterInfo(ParameterId id, string name, string unit, double minimum, double maximum, double defaultValue, bool isReadOnly = false)
    {
        (Id, Name, Unit, Minimum, Maximum, Default, IsReadOnly) = (id, name, unit, minimum, maximum, defaultValue, isReadOnly);
    }

    /// <summary>All parameters, in the order of their ids.</summary>
    public static IReadOnlyList<ParameterInfo> All { get; } =
    [
        new(ParameterId.Fader, "Fader", "dB", double.NegativeInfinity, FaderRange.HighestDb, 0),
        new(ParameterId.Focal, "Focal", "", 0, 1, 0),
        new(ParameterId.Approach, "Approach", "", 0, ApproachList.All.Length - 1, 0),
        new(ParameterId.Role, "Role", "", 0, Enum.GetValues<Role>().Length - 1, 0),
        new(ParameterId.MixGroup, "Mix group", "", 0, Enum.GetValues<MixGroup>().Length - 1, 0),
        new(ParameterId.FaderPlace, "Fader place", "", 0, Enum.GetValues<FaderPlace>().Length - 1, 0),
        new(ParameterId.TargetOffset, "Target offset", "LU", -LargestOffsetLu, LargestOffsetLu, 0),
        new(ParameterId.InMix, "In mix", "", 0, 1, 1),
        new(ParameterId.Bypass, "Bypass", "", 0, 1, 0),
        new(ParameterId.RelativeLoudness, "Relative loudness", "LU", -LargestReadingLu, LargestReadingLu, 0, isReadOnly: true),
        new(ParameterId.SuggestedMove, "Suggested move", "dB", -LargestReadingLu, LargestReadingLu, 0, isReadOnly: true),
        new(ParameterId.HintWord, "Hint", "", 0, Enum.GetValues<HintKind>().Length - 1, (int)HintKind.NotHeard, isReadOnly: true),
        new(ParameterId.Trim, "Trim", "dB", -LargestTrimDb, LargestTrimDb, 0),
        new(ParameterId.Vu, "VU", "dB", LowestVuDb, HighestVuDb, LowestVuDb, isReadOnly: true),
        new(ParameterId.Clipped, "Clipped", "", 0, 1, 0, isReadOnly: true),
        new(ParameterId.FocalAgainstRest, "Focal against rest", "LU", -LargestReadingLu, LargestReadingLu, 0, isReadOnly: true),
        new(ParameterId.RestSource, "Focal against rest is", "", 0, Enum.GetValues<RestSource>().Length - 1, 0, isReadOnly: true),
        new(ParameterId.SuggestedFader, "Suggested fader", "dB", NoFaderDb, FaderRange.HighestDb, NoFaderDb, isReadOnly: true),
        new(ParameterId.Apply, "Apply", "", 0, 1, 0) { IsMomentary = true },
        new(ParameterId.AllFaders, "All faders", "", 0, 1, 0) { IsMomentary = true },
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

    /// <summary>Whether it is a button: 1 does its work once, and the plug-in brings it back to 0. Never automated, never saved.</summary>
    public bool IsMomentary { get; private init; }

    /// <summary>Whether the value is one of a list.</summary>
    public bool IsChoice => Unit.Length == 0;

    /// <summary>Steps between the lowest and the highest value; 0 = continuous (as VST3 counts them).</summary>
    public int StepCount => IsChoice ? (int)(Maximum - Minimum) : 0;

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

    private double LowestStep => double.IsNegativeInfinity(Minimum) ? LowestFaderStepDb : Minimum;
}
