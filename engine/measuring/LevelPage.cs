using System.Numerics;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>What one page tells of the level into a track's plug-ins. Kept until its slots change or the gate crosses one of them.</summary>
/// <remarks>[worker]</remarks>
public sealed class LevelPage
{
    /// <summary>Slots in a VU window: 300 ms.</summary>
    public const int VuSlots = 3;

    /// <summary>Slots in the loudest stretch: 10 s.</summary>
    public const int LoudestSlots = 100;

    /// <summary>Lower edge of the first bin in dBFS.</summary>
    public const double LowestDbfs = -60;

    /// <summary>Width of a bin in dB; within a bin the windows count as evenly spread.</summary>
    public const double BinDb = 0.5;

    /// <summary>Bins: -60 to +6 dBFS; what is louder counts in the last, what is softer not at all.</summary>
    public const int Bins = 132;

    private static readonly double DbPerDoubling = Decibels.FromPower(2);

    private readonly ushort[] _counts = new ushort[Bins];
    private PageRevisions _revisions = new();
    private float _highestFailing;
    private float _lowestPassing;

    /// <summary>K-weighted sum of the slots above the absolute gate.</summary>
    public double AbsoluteSum { get; private set; }

    /// <summary>Slots above the absolute gate.</summary>
    public int AbsoluteCount { get; private set; }

    /// <summary>Unweighted sum of the slots that pass both gates.</summary>
    public double PassedSum { get; private set; }

    /// <summary>Slots that pass both gates.</summary>
    public int PassedCount { get; private set; }

    /// <summary>Largest unweighted sum of the slots of 10 s that end on the page, pauses included; 0 when none is whole.</summary>
    public double Loudest { get; private set; }

    /// <summary>The slot of the page that those end with.</summary>
    public int LoudestEnd { get; private set; }

    /// <summary>Runs of clipped samples.</summary>
    public long ClippedRuns { get; private set; }

    /// <summary>Sums of the means of each second that is not silent: left and right.</summary>
    public (double Left, double Right) MeanSums { get; private set; }

    /// <summary>Seconds that are not silent.</summary>
    public int SoundingSeconds { get; private set; }

    /// <summary>Takes in changed slots, and moves the page's share of the track's bins.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="page">The page.</param>
    /// <param name="absoluteGate">K-weighted mean square that a slot must exceed.</param>
    /// <param name="trackCounts">The track's bins of 300 ms windows.</param>
    public void Update(TrackTimeline timeline, SlotPage page, float absoluteGate, Span<int> trackCounts)
    {
        SlotPage? before = timeline.Page(page.Index - 1);
        if (!_revisions.Follow(page, before))
        {
            return;
        }

        for (int bin = 0; bin < Bins; bin++)
        {
            trackCounts[bin] -= _counts[bin];
        }

        Array.Clear(_counts);
        SumSlots(page, absoluteGate);
        SlideWindows(before, page);
        SumSeconds(page);
        for (int bin = 0; bin < Bins; bin++)
        {
            trackCounts[bin] += _counts[bin];
        }

        (_lowestPassing, _highestFailing) = (float.NegativeInfinity, float.PositiveInfinity);
    }

    /// <summary>Takes in the gate. Does nothing when no slot lies between the old gate and this one.</summary>
    /// <param name="page">The page.</param>
    /// <param name="gate">K-weighted mean square that a slot must exceed: the higher of both gates.</param>
    public void UpdateGate(SlotPage page, float gate)
    {
        if (gate >= _highestFailing && gate < _lowestPassing)
        {
            return;
        }

        (PassedSum, PassedCount, _highestFailing, _lowestPassing) = (0, 0, 0, float.PositiveInfinity);
        for (int i = 0; i < SlotPage.Length; i++)
        {
            float slot = page.MeanSquares[i];
            if (slot > gate)
            {
                PassedSum += page.UnweightedMeanSquare(i);
                PassedCount++;
                _lowestPassing = Math.Min(_lowestPassing, slot);
            }
            else if (slot > _highestFailing)
            {
                _highestFailing = slot;
            }
        }
    }

    /// <summary>Forgets the page: the next update counts it anew. The track's bins must hold nothing of it.</summary>
    public void Forget()
    {
        Array.Clear(_counts);
        _revisions.Forget();
    }

    private void SumSlots(SlotPage page, float absoluteGate)
    {
        (AbsoluteSum, AbsoluteCount) = (0, 0);
        foreach (float slot in page.MeanSquares)
        {
            // A comparison with NaN is false: what was not heard does not pass.
            if (slot > absoluteGate)
            {
                AbsoluteSum += slot;
                AbsoluteCount++;
            }
        }
    }

    /// <summary>Goes over the windows that end with each slot; one with a slot missing is none.</summary>
    private void SlideWindows(SlotPage? before, SlotPage page)
    {
        Span<float> joined = stackalloc float[LoudestSlots + SlotPage.Length];
        for (int i = 0; i < LoudestSlots; i++)
        {
            joined[i] = before is null ? float.NaN : Unweighted(before, SlotPage.Length - LoudestSlots + i);
        }

        for (int i = 0; i < SlotPage.Length; i++)
        {
            joined[LoudestSlots + i] = Unweighted(page, i);
        }

        (Loudest, LoudestEnd) = (0, 0);
        double sum = 0;
        int missing = 0;
        Span<float> windows = stackalloc float[SlotPage.Length];
        for (int i = 0; i < joined.Length; i++)
        {
            Add(joined[i], 1, ref sum, ref missing);
            if (i < LoudestSlots)
            {
                continue;
            }

            Add(joined[i - LoudestSlots], -1, ref sum, ref missing);
            (Loudest, LoudestEnd) = missing == 0 && sum > Loudest ? (sum, i - LoudestSlots) : (Loudest, LoudestEnd);
            float window = (joined[i] + joined[i - 1] + joined[i - 2]) / VuSlots;
            windows[i - LoudestSlots] = window > 0 ? window : 0;
        }

        CountBins(windows);
    }

    private void CountBins(Span<float> windows)
    {
        for (int i = 0; i < windows.Length; i += Vector<float>.Count)
        {
            Vector.Log2(new Vector<float>(windows[i..])).CopyTo(windows[i..]);
        }

        foreach (float log2 in windows)
        {
            double bin = ((log2 * DbPerDoubling) - LowestDbfs) / BinDb;
            if (bin > 0)
            {
                _counts[(int)Math.Min(bin, Bins - 1)]++;
            }
        }
    }

    private void SumSeconds(SlotPage page)
    {
        (double left, double right) = (0, 0);
        SoundingSeconds = 0;
        for (int second = 0; second < page.Peaks.Length; second++)
        {
            if (page.Peaks[second].SamplePeak > 0)
            {
                (float leftMean, float rightMean) = page.MeansOf(second);
                left += leftMean;
                right += rightMean;
                SoundingSeconds++;
            }
        }

        MeanSums = (left, right);
        ClippedRuns = page.ClippedRuns;
    }

    private static float Unweighted(SlotPage page, int offset) =>
        float.IsNaN(page.MeanSquares[offset]) ? float.NaN : page.UnweightedMeanSquare(offset);

    private static void Add(float meanSquare, int sign, ref double sum, ref int missing)
    {
        if (float.IsNaN(meanSquare))
        {
            missing += sign;
        }
        else
        {
            sum += sign * (double)meanSquare;
        }
    }
}
