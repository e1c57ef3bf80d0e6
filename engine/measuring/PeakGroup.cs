using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>Peaks and off-grid maxima of one second of song. They belong to their second: what replaces it replaces them.</summary>
/// <param name="SamplePeak">Largest absolute sample, linear; 0 = silence or not heard.</param>
/// <param name="TruePeak">Largest true peak, linear.</param>
/// <param name="MomentaryMax">Largest mean square of the 400 ms windows that end in it, also between the slots' borders; 0 = none.</param>
/// <param name="ShortTermMax">The same for the 3 s windows.</param>
/// <remarks>[worker]</remarks>
public readonly record struct PeakGroup(float SamplePeak, float TruePeak, float MomentaryMax, float ShortTermMax)
{
    /// <summary>Slots in a group.</summary>
    public const int Slots = 10;

    /// <summary>Group in which a slot lies.</summary>
    /// <param name="slot">Slot index, may be negative.</param>
    /// <returns>floor(slot / 10).</returns>
    public static long Of(long slot) => (slot >= 0 ? slot : slot - (Slots - 1)) / Slots;

    /// <summary>The larger of each figure.</summary>
    /// <param name="other">The other group.</param>
    /// <returns>The maxima.</returns>
    public PeakGroup Max(in PeakGroup other) => new(
        MathF.Max(SamplePeak, other.SamplePeak),
        MathF.Max(TruePeak, other.TruePeak),
        MathF.Max(MomentaryMax, other.MomentaryMax),
        MathF.Max(ShortTermMax, other.ShortTermMax));

    /// <summary>The group as it reads behind a gain.</summary>
    /// <param name="power">Power gain.</param>
    /// <returns>The group.</returns>
    public PeakGroup Scaled(float power)
    {
        float amplitude = MathF.Sqrt(power);
        return new(SamplePeak * amplitude, TruePeak * amplitude, MomentaryMax * power, ShortTermMax * power);
    }

    /// <summary>What one slot brings.</summary>
    /// <param name="slot">The slot.</param>
    /// <param name="hasMomentary">Whether its 400 ms windows count.</param>
    /// <param name="hasShortTerm">Whether its 3 s windows count.</param>
    /// <returns>The slot's peaks.</returns>
    public static PeakGroup From(in LoudnessSlot slot, bool hasMomentary, bool hasShortTerm) => new(
        slot.SamplePeak,
        slot.TruePeak,
        hasMomentary && slot.MomentaryMaxMeanSquare > 0 ? slot.MomentaryMaxMeanSquare : 0,
        hasShortTerm && slot.ShortTermMaxMeanSquare > 0 ? slot.ShortTermMaxMeanSquare : 0);
}
