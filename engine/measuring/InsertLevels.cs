using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>The level that a track brings into its plug-ins: what step 0 looks at, kept up to date page by page.</summary>
/// <remarks>
/// [worker] RMS is unweighted, the mean power of the channels: a full-scale sine reads -3.01 dBFS. It is told while the track sounds: slots
/// of 100 ms whose K-weighted energy is above -70 LUFS and no more than 20 LU below the mean of those. Pauses do not count, decays do,
/// and neither does a DC offset make a pause sound.
/// <b>Source:</b> the two gates are those of EBU Tech 3342 (2023), which parts foreground from pauses in the same way.
/// </remarks>
public sealed class InsertLevels(TrackTimeline timeline)
{
    private const double AbsoluteGateLufs = -70;
    private const double RelativeGateLu = -20;

    private static readonly float AbsoluteGate = (float)Decibels.MeanSquareOfLoudness(AbsoluteGateLufs);
    private static readonly double RelativeGate = Decibels.ToPower(RelativeGateLu);

    private readonly int[] _counts = new int[LevelPage.Bins];
    private long _revision = -1;
    private long _removals;

    /// <summary>RMS while the track sounds, in dBFS; negative infinity when it never does.</summary>
    public double RmsDbfs { get; private set; } = double.NegativeInfinity;

    /// <summary>
    /// Where a VU meter stands half of the time while the track sounds: median of the RMS of 300 ms windows, in dBFS, no more than 20 dB
    /// below the RMS; negative infinity when it never sounds.
    /// </summary>
    public double RmsMedianDbfs { get; private set; } = double.NegativeInfinity;

    /// <summary>RMS while it sounds of the 10 s of song that hold most energy, in dBFS; of all that sounds where less was heard in one piece. Negative infinity = silence.</summary>
    public double RmsLoudestDbfs { get; private set; } = double.NegativeInfinity;

    /// <summary>Seconds of song that sound.</summary>
    public double SoundingSeconds { get; private set; }

    /// <summary>Runs of clipped samples, over all channels.</summary>
    public long ClippedRuns { get; private set; }

    /// <summary>DC offset of the channel that has the larger one, linear and with its sign; 0 = none or silence.</summary>
    public double DcOffset { get; private set; }

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
                pages[i].Levels.Forget();
            }
        }

        (double Sum, long End) loudest = default;
        (double Sum, long Count, double Left, double Right, long Seconds, long Runs) absolute = default;
        for (int i = 0; i < pages.Count; i++)
        {
            LevelPage page = pages[i].Levels;
            page.Update(timeline, pages[i], AbsoluteGate, _counts);
            loudest = page.Loudest > loudest.Sum ? (page.Loudest, (pages[i].Index * SlotPage.Length) + page.LoudestEnd) : loudest;
            absolute.Sum += page.AbsoluteSum;
            absolute.Count += page.AbsoluteCount;
            absolute.Left += page.MeanSums.Left;
            absolute.Right += page.MeanSums.Right;
            absolute.Seconds += page.SoundingSeconds;
            absolute.Runs += page.ClippedRuns;
        }

        ClippedRuns = absolute.Runs;
        DcOffset = absolute.Seconds == 0 ? 0
            : (Math.Abs(absolute.Left) >= Math.Abs(absolute.Right) ? absolute.Left : absolute.Right) / absolute.Seconds;
        float gate = absolute.Count == 0 ? AbsoluteGate : Math.Max(AbsoluteGate, (float)(absolute.Sum / absolute.Count * RelativeGate));
        SumPassing(pages, gate);
        RmsLoudestDbfs = loudest.Sum > 0 ? Decibels.FromPower(MeanOfLoudest(loudest.End, gate)) : RmsDbfs;
    }

    private double MeanOfLoudest(long end, float gate)
    {
        double sum = 0;
        int count = 0;
        for (long slot = end - LevelPage.LoudestSlots + 1; slot <= end; slot++)
        {
            SlotPage page = timeline.Page(TrackTimeline.PageOf(slot))!;
            int offset = (int)(slot - (page.Index * SlotPage.Length));
            if (page.MeanSquares[offset] > gate)
            {
                sum += page.UnweightedMeanSquare(offset);
                count++;
            }
        }

        return count == 0 ? 0 : sum / count;
    }

    private void SumPassing(IReadOnlyList<SlotPage> pages, float gate)
    {
        double sum = 0;
        long count = 0;
        for (int i = 0; i < pages.Count; i++)
        {
            LevelPage page = pages[i].Levels;
            page.UpdateGate(pages[i], gate);
            sum += page.PassedSum;
            count += page.PassedCount;
        }

        SoundingSeconds = count * 0.1;
        RmsDbfs = count == 0 ? double.NegativeInfinity : Decibels.FromPower(sum / count);
        RmsMedianDbfs = count == 0 ? double.NegativeInfinity : Median(RmsDbfs + RelativeGateLu);
    }

    private double Median(double gateDbfs)
    {
        int first = (int)Math.Clamp((gateDbfs - LevelPage.LowestDbfs) / LevelPage.BinDb, 0, LevelPage.Bins - 1);
        long passing = 0;
        foreach (int inBin in _counts.AsSpan(first))
        {
            passing += inBin;
        }

        double left = passing / 2.0;
        for (int bin = first; bin < LevelPage.Bins; bin++)
        {
            if (_counts[bin] >= left && _counts[bin] > 0)
            {
                return LevelPage.LowestDbfs + ((bin + (left / _counts[bin])) * LevelPage.BinDb);
            }

            left -= _counts[bin];
        }

        // Sounding slots without a whole window of 300 ms.
        return RmsDbfs;
    }
}
