using System.Numerics;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>The short-term loudness values of one page, counted in bins of 0.1 LU.</summary>
/// <remarks>[worker]</remarks>
public sealed class ShortTermPage
{
    /// <summary>Slots in a window: 3 s.</summary>
    public const int WindowSlots = 30;

    /// <summary>Lower edge of the first bin: the absolute gate, in LUFS.</summary>
    public const double LowestLufs = -70;

    /// <summary>Width of a bin in LU.</summary>
    public const double BinLu = 0.1;

    /// <summary>Bins: -70 to +20 LUFS; what is louder counts in the last.</summary>
    public const int Bins = 900;

    private static readonly double DbPerDoubling = Decibels.FromPower(2);

    /// <summary>The absolute gate as 10 log10 of a mean square.</summary>
    private static readonly double LowestDb = Decibels.FromPower(Decibels.MeanSquareOfLoudness(LowestLufs));

    private readonly ushort[] _counts = new ushort[Bins];
    private PageRevisions _revisions = new();

    /// <summary>Largest short-term mean square of the page, between the slots' borders too; 0 when there is none.</summary>
    public double Largest { get; private set; }

    /// <summary>Takes in changed slots, and moves the page's share of the track's bins.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="page">The page.</param>
    /// <param name="trackCounts">The track's bins.</param>
    public void Update(TrackTimeline timeline, SlotPage page, Span<int> trackCounts)
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
        Count(timeline, before, page);
        for (int bin = 0; bin < Bins; bin++)
        {
            trackCounts[bin] += _counts[bin];
        }
    }

    /// <summary>Forgets the page: the next update counts it anew. The track's bins must hold nothing of it.</summary>
    public void Forget()
    {
        Array.Clear(_counts);
        _revisions.Forget();
    }

    private void Count(TrackTimeline timeline, SlotPage? before, SlotPage page)
    {
        Span<float> joined = stackalloc float[WindowSlots + SlotPage.Length];
        joined[..WindowSlots].Fill(float.NaN);
        before?.MeanSquares.AsSpan(SlotPage.Length - WindowSlots).CopyTo(joined);
        page.MeanSquares.CopyTo(joined[WindowSlots..]);

        // A sum that slides in double: slots not heard count as missing, and a window with one missing is none.
        double sum = 0;
        int missing = 0;
        for (int i = 0; i < WindowSlots; i++)
        {
            Add(joined[i], 1, ref sum, ref missing);
        }

        Span<float> meanSquares = stackalloc float[SlotPage.Length];
        Largest = 0;
        for (int i = 0; i < meanSquares.Length; i++)
        {
            Add(joined[WindowSlots + i], 1, ref sum, ref missing);
            Add(joined[i], -1, ref sum, ref missing);
            meanSquares[i] = missing > 0 ? 0 : (float)(sum / WindowSlots);
            Largest = Math.Max(Largest, meanSquares[i]);
        }

        Largest = HeldMaxima.Largest(timeline, page, WindowSlots, (float)Largest);
        CountBins(meanSquares);
    }

    private void CountBins(ReadOnlySpan<float> meanSquares)
    {
        Span<float> log2 = stackalloc float[meanSquares.Length];
        for (int i = 0; i < meanSquares.Length; i += Vector<float>.Count)
        {
            Vector.Log2(Vector.Max(new Vector<float>(meanSquares[i..]), Vector<float>.Zero)).CopyTo(log2[i..]);
        }

        foreach (float value in log2)
        {
            double bin = ((value * DbPerDoubling) - LowestDb) / BinLu;
            if (bin > 0)
            {
                _counts[(int)Math.Min(bin, Bins - 1)]++;
            }
        }
    }

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
