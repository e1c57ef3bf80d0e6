using FaderStager.Audio.Blocks;

namespace FaderStager.Engine.Tests.Measuring;

/// <summary>The standards' definitions written down as slowly and plainly as they read, to hold the engine against.</summary>
internal static class ReferenceLoudness
{
    public static double IntegratedLufs(IReadOnlyList<float> slots) => Decibels.LoudnessLufs(Mean([.. Gated(slots).Select(window => window.MeanSquare)]));

    /// <summary>BS.1770-5: the windows of four slots that pass both gates.</summary>
    public static List<(int End, double MeanSquare)> Gated(IReadOnlyList<float> slots)
    {
        List<(int End, double MeanSquare)> windows = [];
        for (int end = 3; end < slots.Count; end++)
        {
            double meanSquare = (slots[end - 3] + slots[end - 2] + slots[end - 1] + slots[end]) / 4.0;
            if (Decibels.LoudnessLufs(meanSquare) > -70)
            {
                windows.Add((end, meanSquare));
            }
        }

        double gateLufs = Decibels.LoudnessLufs(Mean([.. windows.Select(window => window.MeanSquare)])) - 10;
        return [.. windows.Where(window => Decibels.LoudnessLufs(window.MeanSquare) > gateLufs)];
    }

    /// <summary>The windows that pass on both sides, and their energy ratio.</summary>
    public static (int Count, double Lu) Relative(IReadOnlyList<float> track, IReadOnlyList<float> focal)
    {
        Dictionary<int, double> trackWindows = Gated(track).ToDictionary(window => window.End, window => window.MeanSquare);
        Dictionary<int, double> focalWindows = Gated(focal).ToDictionary(window => window.End, window => window.MeanSquare);
        int[] both = [.. trackWindows.Keys.Where(focalWindows.ContainsKey)];
        return (both.Length, 10 * Math.Log10(both.Sum(end => trackWindows[end]) / both.Sum(end => focalWindows[end])));
    }

    /// <summary>EBU Tech 3342 on windows of 30 slots.</summary>
    public static double RangeLu(IReadOnlyList<float> slots)
    {
        List<double> windows = [];
        for (int end = 29; end < slots.Count; end++)
        {
            double lufs = Decibels.LoudnessLufs(Enumerable.Range(end - 29, 30).Sum(slot => (double)slots[slot]) / 30);
            if (lufs > -70)
            {
                windows.Add(lufs);
            }
        }

        double gateLufs = Decibels.LoudnessLufs(Mean([.. windows.Select(Decibels.MeanSquareOfLoudness)])) - 20;
        double[] passing = [.. windows.Where(lufs => lufs > gateLufs).Order()];
        return passing.Length == 0 ? double.NaN : At(passing, 0.95) - At(passing, 0.10);
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Round((sorted.Length - 1) * share, MidpointRounding.AwayFromZero)];

    private static double Mean(double[] values) => values.Length == 0 ? 0 : values.Average();
}
