using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Engine.Tests;

/// <summary>Slots made by hand, for tests that start behind the meter.</summary>
internal static class Slots
{
    public static LoudnessSlot At(long index, double lufs, bool isCold = false) => OfMeanSquare(index, (float)Decibels.MeanSquareOfLoudness(lufs), isCold);

    public static LoudnessSlot OfMeanSquare(long index, float meanSquare, bool isCold = false) => new()
    {
        Index = index,
        MeanSquare = meanSquare,
        PestanaMeanSquare = float.NaN,
        UnweightedMeanSquare = meanSquare / 2,
        SamplePeak = MathF.Sqrt(meanSquare),
        TruePeak = MathF.Sqrt(meanSquare),
        MomentaryMaxMeanSquare = float.NaN,
        ShortTermMaxMeanSquare = float.NaN,
        RunStart = isCold ? index : long.MinValue / 2,
    };
}
