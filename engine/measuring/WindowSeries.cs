using System.Numerics;

namespace FaderStager.Measuring;

/// <summary>Which energy of a slot a series of windows is made of, and how long its windows are.</summary>
/// <param name="IsPestana">The Pestana energy instead of the K-weighted one.</param>
/// <param name="WindowSlots">Slots of 100 ms in a window.</param>
/// <remarks>[worker]</remarks>
public readonly record struct WindowSeries(bool IsPestana, int WindowSlots)
{
    /// <summary>K-weighting in windows of 400 ms (ITU-R BS.1770-5, Annex 1).</summary>
    public static WindowSeries KWeighted => new(IsPestana: false, WindowSlots: 4);

    /// <summary>The Pestana shelf in windows of 300 ms: the paper's 280 ms on the grid of slots (Pestana, Reiss and Barbosa, AES 134, 2013).</summary>
    public static WindowSeries Pestana => new(IsPestana: true, WindowSlots: 3);

    /// <summary>
    /// Fills in the mean square of the window that ends with each slot of a page; NaN where a slot of the window was not heard.
    /// </summary>
    /// <param name="timeline">The track.</param>
    /// <param name="pageIndex">The page; may be missing.</param>
    /// <param name="windows">960 values.</param>
    public void Fill(TrackTimeline timeline, long pageIndex, Span<float> windows)
    {
        float[]? slots = EnergiesOf(timeline.Page(pageIndex));
        if (slots is null)
        {
            windows.Fill(float.NaN);
            return;
        }

        int reach = WindowSlots - 1;
        Span<float> joined = stackalloc float[reach + SlotPage.Length];
        float[]? before = EnergiesOf(timeline.Page(pageIndex - 1));
        if (before is null)
        {
            joined[..reach].Fill(float.NaN);
        }
        else
        {
            before.AsSpan(SlotPage.Length - reach).CopyTo(joined);
        }

        slots.CopyTo(joined[reach..]);
        Average(joined, windows);
    }

    /// <summary>Fills in the mean squares of the windows that lie wholly in a stretch of slots; NaN where a slot was not heard.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="firstSlot">First slot of the stretch.</param>
    /// <param name="windows">As long as the stretch; the windows come first.</param>
    /// <returns>How many windows there are.</returns>
    public int FillFrom(TrackTimeline timeline, long firstSlot, Span<float> windows)
    {
        Span<float> slots = stackalloc float[windows.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = timeline.MeanSquareAt(firstSlot + i, IsPestana);
        }

        int count = windows.Length - WindowSlots + 1;
        Average(slots, windows[..count]);
        return count;
    }

    // Vectorised over time; the order of the additions is the same in both loops, so the borders do not show.
    private void Average(ReadOnlySpan<float> slots, Span<float> windows)
    {
        float scale = 1f / WindowSlots;
        int i = 0;
        for (; i <= windows.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = new(slots[i..]);
            for (int j = 1; j < WindowSlots; j++)
            {
                sum += new Vector<float>(slots[(i + j)..]);
            }

            (sum * scale).CopyTo(windows[i..]);
        }

        for (; i < windows.Length; i++)
        {
            float sum = slots[i];
            for (int j = 1; j < WindowSlots; j++)
            {
                sum += slots[i + j];
            }

            windows[i] = sum * scale;
        }
    }

    private float[]? EnergiesOf(SlotPage? page) => IsPestana ? page?.PestanaMeanSquares : page?.MeanSquares;
}
