using FaderStager.Measuring;

namespace FaderStager.Mixing.Songs;

/// <summary>A voice as its curve is drawn.</summary>
/// <param name="song">The voice over the whole song.</param>
/// <remarks>[worker]</remarks>
internal sealed class SongVoice(TrackAnalysis song)
{
    /// <summary>The voice over the whole song.</summary>
    public TrackAnalysis Song { get; } = song;

    /// <summary>Its curve at the inserts.</summary>
    public LevelCurve Curve { get; } = new();

    /// <summary>The leading track.</summary>
    public Guid TrackId { get; set; }

    /// <summary>Its name.</summary>
    public string Track { get; set; } = "";

    /// <summary>The voice's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Whether it is the focal's.</summary>
    public bool IsFocal { get; set; }

    /// <summary>Whether it counts: in the mix, no bus, no sum of others.</summary>
    public bool IsStaged { get; set; }

    /// <summary>The part that counts; null = the whole song.</summary>
    public TrackAnalysis? Part { get; set; }

    /// <summary>Target against the focal in LU; NaN = none.</summary>
    public double TargetLu { get; set; }

    /// <summary>Tolerance about it in LU; NaN = none.</summary>
    public double ToleranceLu { get; set; }

    /// <summary>Fader minus the focal's in dB; NaN = one of them is down and no place for it is known.</summary>
    public double FadersDb { get; set; }

    /// <summary>The reading at the inserts in LU.</summary>
    public double InsertLu { get; set; }

    /// <summary>The lowest and highest point of each column.</summary>
    /// <param name="fromSeconds">Where the first column starts.</param>
    /// <param name="toSeconds">Where the last one ends.</param>
    /// <param name="low">A value a column.</param>
    /// <param name="high">A value a column.</param>
    public void Draw(double fromSeconds, double toSeconds, Span<float> low, Span<float> high)
    {
        low.Fill(float.NaN);
        high.Fill(float.NaN);
        double perSlot = low.Length / Math.Max(1e-9, (toSeconds - fromSeconds) * SlotRange.SlotsPerSecond);
        double first = fromSeconds * SlotRange.SlotsPerSecond;
        if (double.IsNaN(FadersDb))
        {
            return;
        }

        foreach (CurvePage page in Curve.Pages)
        {
            long start = page.Index * SlotPage.Length;
            for (int i = 0; i < page.Lu.Length; i++)
            {
                // Times are decimal fractions: a slot that begins with a column belongs to it.
                double column = ((start + i - first) * perSlot) + 1e-6;
                float lu = page.Lu[i] + (float)FadersDb;
                if (column >= 0 && column < low.Length && !float.IsNaN(lu))
                {
                    int at = (int)column;
                    low[at] = float.IsNaN(low[at]) ? lu : Math.Min(low[at], lu);
                    high[at] = float.IsNaN(high[at]) ? lu : Math.Max(high[at], lu);
                }
            }
        }

        // Where a column is narrower than a slot, the slot's point holds until the next.
        if (perSlot > 1)
        {
            Hold(low, high, (int)Math.Ceiling(perSlot));
        }
    }

    /// <summary>The points from a slot on.</summary>
    /// <param name="range">Which slots.</param>
    /// <param name="points">Takes a point a slot in LU at the inserts; NaN = not both sound.</param>
    public void CopyPoints(SlotRange range, Span<float> points)
    {
        points.Fill(float.NaN);
        foreach (CurvePage page in Curve.Pages)
        {
            long start = page.Index * SlotPage.Length;
            SlotRange common = range.Intersect(new SlotRange(start, start + SlotPage.Length));
            if (common.Count > 0)
            {
                page.Lu.AsSpan((int)(common.First - start), (int)common.Count).CopyTo(points[(int)(common.First - range.First)..]);
            }
        }
    }

    private static void Hold(Span<float> low, Span<float> high, int columns)
    {
        int held = columns;
        for (int at = 1; at < low.Length; at++)
        {
            held = float.IsNaN(low[at]) ? held + 1 : 0;
            if (held > 0 && held < columns)
            {
                (low[at], high[at]) = (low[at - 1], high[at - 1]);
            }
        }
    }
}
