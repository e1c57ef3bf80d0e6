namespace FaderStager.Measuring;

/// <summary>The loudest window of a page, between the borders of the slots too.</summary>
/// <remarks>
/// [worker] The meter hands over the loudest of the windows that end within a slot, every 10 ms. Such a window lies within its own
/// length of slots and one more. It counts only where all of them are there, and never for more than they hold: so a maximum goes
/// with the slots that made it, whichever of them was heard anew, let go of or reset.
/// </remarks>
internal static class HeldMaxima
{
    /// <summary>The largest window of a page.</summary>
    /// <param name="timeline">The track.</param>
    /// <param name="page">The page.</param>
    /// <param name="windowSlots">Slots in a window: 4 for momentary, 30 for short-term.</param>
    /// <param name="largestOnGrid">The largest of the windows that end with a slot.</param>
    /// <returns>Mean square; no smaller than that on the grid.</returns>
    public static float Largest(TrackTimeline timeline, SlotPage page, int windowSlots, float largestOnGrid)
    {
        float largest = largestOnGrid;
        for (int i = 0; i < page.Peaks.Length; i++)
        {
            PeakGroup peaks = page.Peaks[i];
            float held = windowSlots == ShortTermPage.WindowSlots ? peaks.ShortTermMax : peaks.MomentaryMax;
            if (held > largest)
            {
                long firstSlot = (page.Index * SlotPage.Length) + (i * PeakGroup.Slots);
                largest = MathF.Max(largest, MathF.Min(held, MostWithin(timeline, firstSlot, windowSlots)));
            }
        }

        return largest;
    }

    /// <summary>The most that a window ending in a second of song can hold; 0 when slots are missing.</summary>
    private static float MostWithin(TrackTimeline timeline, long firstSlot, int windowSlots)
    {
        Span<float> slots = stackalloc float[windowSlots + PeakGroup.Slots];
        for (int i = 0; i < slots.Length; i++)
        {
            slots[i] = timeline.MeanSquareAt(firstSlot - windowSlots + i, isPestana: false);
        }

        float most = 0;
        for (int end = windowSlots; end < slots.Length; end++)
        {
            float sum = 0;
            foreach (float slot in slots.Slice(end - windowSlots, windowSlots + 1))
            {
                sum += slot;
            }

            // A missing slot makes the sum NaN, and no comparison with NaN is true.
            most = sum > most * windowSlots ? sum / windowSlots : most;
        }

        return most;
    }
}
