using System.Numerics;
using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>One page of a track beside the same page of the focal: sums over the windows in which both sound.</summary>
/// <remarks>[worker] Kept until either track's windows on the page change.</remarks>
public sealed class PairPage
{
    /// <summary>Windows in a stretch of 3 s.</summary>
    private const int StretchWindows = 30;

    /// <summary>Windows in common that make a stretch count: a third of it. Rule of thumb.</summary>
    private const int LeastWindowsInStretch = 10;

    private GatedPage? _track;
    private GatedPage? _focal;
    private long _trackVersion;
    private long _focalVersion;

    /// <summary>Windows in which both sound.</summary>
    public int Count { get; private set; }

    /// <summary>The track's windows, summed over those.</summary>
    public double TrackSum { get; private set; }

    /// <summary>The focal's windows, summed over those.</summary>
    public double FocalSum { get; private set; }

    /// <summary>The track's windows, summed over all in which the focal sounds and the track was heard, silent or not.</summary>
    public double TrackSumUnderFocal { get; private set; }

    /// <summary>The focal's windows, summed over those.</summary>
    public double FocalSumUnderTrack { get; private set; }

    /// <summary>How many those are.</summary>
    public int CountUnderFocal { get; private set; }

    /// <summary>Stretches of 3 s with enough windows in common.</summary>
    public int Stretches { get; private set; }

    /// <summary>Relative loudness of those stretches in LU, summed.</summary>
    public double StretchSumLu { get; private set; }

    /// <summary>Its square, summed.</summary>
    public double StretchSquareSum { get; private set; }

    /// <summary>Takes in what changed on either side.</summary>
    /// <param name="track">The track's timeline and windows.</param>
    /// <param name="focal">The focal's timeline and windows.</param>
    /// <param name="pageIndex">The page.</param>
    public void Update((TrackTimeline Timeline, GatedWindows Windows) track, (TrackTimeline Timeline, GatedWindows Windows) focal, long pageIndex)
    {
        GatedPage? trackPage = track.Windows.Page(pageIndex);
        GatedPage? focalPage = focal.Windows.Page(pageIndex);
        long trackVersion = trackPage?.Version ?? 0;
        long focalVersion = focalPage?.Version ?? 0;
        if (ReferenceEquals(_track, trackPage) && ReferenceEquals(_focal, focalPage) && _trackVersion == trackVersion && _focalVersion == focalVersion)
        {
            return;
        }

        _track = trackPage;
        _focal = focalPage;
        _trackVersion = trackVersion;
        _focalVersion = focalVersion;
        (Count, TrackSum, FocalSum, TrackSumUnderFocal, FocalSumUnderTrack, CountUnderFocal) = (0, 0, 0, 0, 0, 0);
        (Stretches, StretchSumLu, StretchSquareSum) = (0, 0, 0);
        if (trackPage is null || focalPage is null)
        {
            return;
        }

        Span<float> trackWindows = stackalloc float[SlotPage.Length];
        Span<float> focalWindows = stackalloc float[SlotPage.Length];
        track.Windows.Series.Fill(track.Timeline, pageIndex, trackWindows);
        focal.Windows.Series.Fill(focal.Timeline, pageIndex, focalWindows);
        SumUnderFocal(focalPage, trackWindows, focalWindows);
        for (int first = 0; first < SlotPage.Length; first += StretchWindows)
        {
            SumStretch(trackPage, focalPage, trackWindows, focalWindows, first);
        }
    }

    private void SumUnderFocal(GatedPage focal, ReadOnlySpan<float> trackWindows, ReadOnlySpan<float> focalWindows)
    {
        for (int word = 0; word < focal.Passes.Length; word++)
        {
            for (ulong bits = focal.Passes[word]; bits != 0; bits &= bits - 1)
            {
                int index = (word * 64) + BitOperations.TrailingZeroCount(bits);
                if (!float.IsNaN(trackWindows[index]))
                {
                    TrackSumUnderFocal += trackWindows[index];
                    FocalSumUnderTrack += focalWindows[index];
                    CountUnderFocal++;
                }
            }
        }
    }

    private void SumStretch(GatedPage track, GatedPage focal, ReadOnlySpan<float> trackWindows, ReadOnlySpan<float> focalWindows, int first)
    {
        int count = 0;
        double trackSum = 0;
        double focalSum = 0;
        for (int i = first; i < first + StretchWindows; i++)
        {
            if (((track.Passes[i >> 6] & focal.Passes[i >> 6]) >> (i & 63) & 1) != 0)
            {
                count++;
                trackSum += trackWindows[i];
                focalSum += focalWindows[i];
            }
        }

        Count += count;
        TrackSum += trackSum;
        FocalSum += focalSum;
        if (count >= LeastWindowsInStretch)
        {
            double relativeLu = Decibels.FromPower(trackSum / focalSum);
            Stretches++;
            StretchSumLu += relativeLu;
            StretchSquareSum += relativeLu * relativeLu;
        }
    }
}
