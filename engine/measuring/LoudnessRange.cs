using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>Loudness range of one track, kept up to date page by page.</summary>
/// <remarks>
/// [worker] <b>Source:</b> EBU Tech 3342: 3 s windows every 100 ms, absolute gate -70 LUFS, relative gate -20 LU,
/// 95th minus 10th percentile. Values are binned to 0.1 LU, a tenth of the standard's tolerance.
/// </remarks>
public sealed class LoudnessRange(TrackTimeline timeline)
{
    private const double RelativeGateLu = -20;
    private const double LowPercentile = 0.10;
    private const double HighPercentile = 0.95;

    private static readonly double[] BinMeanSquares = [.. Enumerable.Range(0, ShortTermPage.Bins).Select(bin => Decibels.MeanSquareOfLoudness(BinLufs(bin)))];

    private readonly int[] _counts = new int[ShortTermPage.Bins];
    private long _revision = -1;
    private long _removals;

    /// <summary>Loudness range in LU; NaN before the first 3 s above the gate.</summary>
    public double RangeLu { get; private set; } = double.NaN;

    /// <summary>Largest short-term mean square, between the slots' borders too; 0 when there is none.</summary>
    public double LargestShortTerm { get; private set; }

    /// <summary>Takes in all that was filed since the last call.</summary>
    public void Update()
    {
        if (_revision == timeline.Revision)
        {
            return;
        }

        _revision = timeline.Revision;
        IReadOnlyList<SlotPage> pages = timeline.Pages;
        if (_removals != timeline.Removals)
        {
            // Pages have left, and their memory may already hold another stretch of the song.
            _removals = timeline.Removals;
            Array.Clear(_counts);
            for (int i = 0; i < pages.Count; i++)
            {
                pages[i].ShortTerm.Forget();
            }
        }

        double largest = 0;
        for (int i = 0; i < pages.Count; i++)
        {
            SlotPage page = pages[i];
            page.ShortTerm.Update(timeline, page, _counts);
            largest = Math.Max(largest, page.ShortTerm.Largest);
        }

        LargestShortTerm = largest;
        RangeLu = RangeOf(_counts);
    }

    private static double BinLufs(int bin) => ShortTermPage.LowestLufs + ((bin + 0.5) * ShortTermPage.BinLu);

    private static double RangeOf(ReadOnlySpan<int> counts)
    {
        double sum = 0;
        long count = 0;
        for (int bin = 0; bin < counts.Length; bin++)
        {
            sum += counts[bin] * BinMeanSquares[bin];
            count += counts[bin];
        }

        if (count == 0)
        {
            return double.NaN;
        }

        double gateLufs = Decibels.LoudnessLufs(sum / count) + RelativeGateLu;
        int gateBin = Math.Max(0, (int)Math.Floor((gateLufs - ShortTermPage.LowestLufs) / ShortTermPage.BinLu));
        long passing = 0;
        foreach (int inBin in counts[gateBin..])
        {
            passing += inBin;
        }

        return BinLufs(BinAt(counts, gateBin, HighPercentile * (passing - 1)))
            - BinLufs(BinAt(counts, gateBin, LowPercentile * (passing - 1)));
    }

    private static int BinAt(ReadOnlySpan<int> counts, int firstBin, double rank)
    {
        long wanted = (long)Math.Round(rank, MidpointRounding.AwayFromZero);
        long seen = 0;
        for (int bin = firstBin; bin < counts.Length; bin++)
        {
            seen += counts[bin];
            if (seen > wanted)
            {
                return bin;
            }
        }

        return counts.Length - 1;
    }
}
