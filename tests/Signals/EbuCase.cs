namespace FaderStager.Tests.Signals;

/// <summary>One minimum-requirement signal of EBU Tech 3341 or 3342, and what a meter must read.</summary>
/// <param name="Name">Document, case and, where there are several, the file.</param>
/// <param name="Generate">Makes the signal at a sample rate.</param>
public sealed record EbuCase(string Name, Func<double, TestSignal> Generate)
{
    /// <summary>Largest momentary loudness, LUFS.</summary>
    public double? MaxMomentaryLufs { get; init; }

    /// <summary>Largest short-term loudness, LUFS.</summary>
    public double? MaxShortTermLufs { get; init; }

    /// <summary>Momentary loudness that stays after a while, LUFS, and the seconds after which it does.</summary>
    public (double Lufs, double AfterSeconds)? SteadyMomentary { get; init; }

    /// <summary>Short-term loudness that stays after a while, LUFS, and the seconds after which it does.</summary>
    public (double Lufs, double AfterSeconds)? SteadyShortTerm { get; init; }

    /// <summary>Integrated loudness, LUFS.</summary>
    public double? IntegratedLufs { get; init; }

    /// <summary>Loudness range, LU.</summary>
    public double? LoudnessRangeLu { get; init; }

    /// <summary>True peak, dBTP; the tolerance is +0.2 / -0.4 dB.</summary>
    public double? TruePeakDbtp { get; init; }

    /// <summary>What a loudness may be off, LU.</summary>
    public double ToleranceLu { get; init; } = 0.1;

    public override string ToString() => Name;
}
