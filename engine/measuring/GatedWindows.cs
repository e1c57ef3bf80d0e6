using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>The windows of one track that pass the gates of BS.1770, kept up to date page by page.</summary>
/// <remarks>
/// [worker] Exact, not binned: a page is gone through again only when its slots changed or the relative gate moved across
/// one of its windows, so a refresh costs what changed and not the length of the song.
/// <b>Source:</b> ITU-R BS.1770-5, Annex 1: absolute gate -70 LUFS, relative gate -10 LU.
/// </remarks>
public sealed class GatedWindows(TrackTimeline timeline, WindowSeries series)
{
    private const double AbsoluteGateLufs = -70;
    private const double RelativeGateLu = -10;

    private static readonly float AbsoluteGate = (float)Decibels.MeanSquareOfLoudness(AbsoluteGateLufs);
    private static readonly double RelativeGate = Decibels.ToPower(RelativeGateLu);

    private long _revision = -1;

    /// <summary>Which windows these are.</summary>
    public WindowSeries Series { get; } = series;

    /// <summary>Mean square that a window must exceed to pass both gates.</summary>
    public float Gate { get; private set; } = AbsoluteGate;

    /// <summary>Windows that pass, one every 100 ms.</summary>
    public int PassedCount { get; private set; }

    /// <summary>Whether a whole window was heard, silent or not.</summary>
    public bool HasWindow { get; private set; }

    /// <summary>Windows above the absolute gate of -70 LUFS.</summary>
    public long SoundingCount { get; private set; }

    /// <summary>Energy mean of the windows that pass; 0 when none does.</summary>
    public double MeanSquare { get; private set; }

    /// <summary>The largest window, with the K-weighting those between the slots' borders too; 0 when there is none.</summary>
    public double Largest { get; private set; }

    /// <summary>Integrated loudness in LUFS; negative infinity when no window passes.</summary>
    public double IntegratedLufs => Decibels.LoudnessLufs(MeanSquare);

    /// <summary>What the gates leave of a page, or null for a page that does not exist.</summary>
    /// <param name="index">Page index.</param>
    /// <returns>The gated page or null.</returns>
    public GatedPage? Page(long index) => timeline.Page(index)?.Gated(Series);

    /// <summary>Takes in all that was filed since the last call.</summary>
    public void Update()
    {
        if (_revision == timeline.Revision)
        {
            return;
        }

        _revision = timeline.Revision;
        IReadOnlyList<SlotPage> pages = timeline.Pages;
        double sum = 0;
        long count = 0;
        float largest = 0;
        bool hasWindow = false;
        for (int i = 0; i < pages.Count; i++)
        {
            SlotPage page = pages[i];
            GatedPage gated = page.Gated(Series);
            gated.UpdateEnergies(timeline, Series, page, AbsoluteGate);
            hasWindow |= gated.HasWindow;
            sum += gated.AbsoluteSum;
            count += gated.AbsoluteCount;
            largest = Math.Max(largest, gated.Largest);
        }

        (Largest, SoundingCount, HasWindow) = (largest, count, hasWindow);
        Gate = count == 0 ? AbsoluteGate : Math.Max(AbsoluteGate, (float)(sum / count * RelativeGate));
        SumPassing(pages);
    }

    private void SumPassing(IReadOnlyList<SlotPage> pages)
    {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < pages.Count; i++)
        {
            SlotPage page = pages[i];
            GatedPage gated = page.Gated(Series);
            gated.UpdateGate(timeline, Series, page, Gate);
            sum += gated.PassedSum;
            count += gated.PassedCount;
        }

        PassedCount = count;
        MeanSquare = count == 0 ? 0 : sum / count;
    }
}
