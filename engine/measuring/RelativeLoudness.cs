using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>How loud a track is against the focal, compared slot by slot at the same song position.</summary>
/// <remarks>
/// [worker] The energy mean of the track's windows minus that of the focal's, over the windows in which both pass their
/// own gates. Tracks that a host renders ahead or out of order read the same, for no two moments are ever mixed.
/// </remarks>
public sealed class RelativeLoudness
{
    /// <summary>Seconds in common from which the reading is a real comparison. Rule of thumb.</summary>
    public const double LeastSecondsTogether = 3;

    /// <summary>Seconds in common from which it is steady. Rule of thumb.</summary>
    public const double SteadySecondsTogether = 10;

    /// <summary>Share of what was heard of the shorter one from which the two were heard together. Rule of thumb.</summary>
    private const double MostlyTogetherShare = 0.9;

    private const double SlotSeconds = 0.1;

    /// <summary>Slots that the live reading looks back: 3 s.</summary>
    private const int LiveSlots = 30;

    /// <summary>How far apart track and focal may have come for a live reading, in slots: 2 s covers every host's render-ahead.</summary>
    private const int LiveApartSlots = 20;

    private readonly Dictionary<long, PairPage> _pages = new(TrackTimeline.PagesAhead);
    private readonly Stack<PairPage> _spares = new(TrackTimeline.MaximumPages + 1);
    private TrackAnalysis? _track;
    private TrackAnalysis? _focal;
    private bool _isPestana;
    private long _trackVersion;
    private long _focalVersion;
    private long _removals;

    /// <summary>Makes a comparison that has compared nothing.</summary>
    public RelativeLoudness()
    {
        for (int i = 0; i < TrackTimeline.PagesAhead; i++)
        {
            _spares.Push(new PairPage());
        }
    }

    /// <summary>Loudness against the focal in LU; NaN when either has not been heard.</summary>
    public double RelativeLu { get; private set; } = double.NaN;

    /// <summary>The same over the last 3 s of song that both have reached; NaN when they do not sound together there.</summary>
    public double LiveRelativeLu { get; private set; } = double.NaN;

    /// <summary>Seconds in which both sound.</summary>
    public double SecondsTogether { get; private set; }

    /// <summary>Standard deviation of the relative loudness from stretch to stretch, in LU; NaN under two stretches.</summary>
    public double SpreadLu { get; private set; } = double.NaN;

    /// <summary>How sure the reading is.</summary>
    public Confidence Confidence { get; private set; }

    /// <summary>
    /// Mean K-weighted energy of the track over the windows in which the focal sounds and the track was heard, silent or not; 0 when
    /// there is none. What a track has no data of is not silence: one that joined late counts from when it joined.
    /// </summary>
    public double MeanSquareUnderFocal { get; private set; }

    /// <summary>Seconds that <see cref="MeanSquareUnderFocal"/> is made of.</summary>
    public double SecondsUnderFocal { get; private set; }

    /// <summary>
    /// Seconds that both have heard over what was already there, the lesser of the two: how often a loop went round. From
    /// <see cref="SteadySecondsTogether"/> on a loop too short for <see cref="LeastSecondsTogether"/> is as sure as it can be.
    /// </summary>
    public double RepeatedSeconds { get; private set; }

    /// <summary>
    /// The same energy against the focal's over the same windows, in LU: a track that joined in the loud part of a song is held against
    /// that part. Negative infinity = silent or not heard there, NaN = no focal that sounds.
    /// </summary>
    public double UnderFocalLu { get; private set; } = double.NaN;

    /// <summary>Takes in all that changed on either side. Both analyses must be up to date. Costs next to nothing when neither changed.</summary>
    /// <param name="track">The track.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Update(TrackAnalysis track, TrackAnalysis? focal, bool isPestana)
    {
        if (ReferenceEquals(track, _track) && ReferenceEquals(focal, _focal) && isPestana == _isPestana
            && track.Version == _trackVersion && (focal?.Version ?? 0) == _focalVersion)
        {
            return;
        }

        (_track, _focal, _isPestana, _trackVersion, _focalVersion) = (track, focal, isPestana, track.Version, focal?.Version ?? 0);
        if (focal is null)
        {
            (RelativeLu, LiveRelativeLu, SecondsTogether, SpreadLu) = (double.NaN, double.NaN, 0, double.NaN);
            (Confidence, MeanSquareUnderFocal, UnderFocalLu, SecondsUnderFocal, RepeatedSeconds) = (Confidence.None, 0, double.NaN, 0, 0);
            return;
        }

        GatedWindows trackWindows = track.RelativeWindows(isPestana);
        GatedWindows focalWindows = focal.RelativeWindows(isPestana);
        Sums sums = SumPages((track.Timeline, trackWindows), (focal.Timeline, focalWindows));
        SecondsTogether = sums.Count * SlotSeconds;
        SpreadLu = sums.SpreadLu;
        SecondsUnderFocal = sums.CountUnderFocal * SlotSeconds;
        MeanSquareUnderFocal = sums.CountUnderFocal == 0 ? 0 : sums.TrackUnderFocal / sums.CountUnderFocal;
        UnderFocalLu = focalWindows.PassedCount == 0 ? double.NaN : sums.CountUnderFocal == 0 ? double.NegativeInfinity : Decibels.FromPower(sums.TrackUnderFocal / sums.FocalUnderTrack);
        RepeatedSeconds = Math.Min(track.RepeatedSeconds, focal.RepeatedSeconds);
        bool bothHeard = trackWindows.PassedCount > 0 && focalWindows.PassedCount > 0;
        RelativeLu = !bothHeard ? double.NaN
            : SecondsTogether >= LeastSecondsTogether || IsLoop(sums.Count, trackWindows, focalWindows) || IsTogether(sums.Count, trackWindows, focalWindows) ? Decibels.FromPower(sums.Track / sums.Focal)
            : Decibels.FromPower(trackWindows.MeanSquare / focalWindows.MeanSquare);
        Confidence = !bothHeard ? Confidence.None
            : SecondsTogether >= SteadySecondsTogether ? Confidence.Steady
            : SecondsTogether >= LeastSecondsTogether || IsLoop(sums.Count, trackWindows, focalWindows) ? Confidence.Rough
            : HeardSeconds(trackWindows, focalWindows) >= LeastSecondsTogether ? Confidence.NotHeardTogether
            : Confidence.Listening;
        LiveRelativeLu = Live((track.Timeline, trackWindows), (focal.Timeline, focalWindows));
    }

    /// <summary>Whether there is no more to hear: what little there is together was heard again and again.</summary>
    private bool IsLoop(int together, GatedWindows track, GatedWindows focal) =>
        together > 0 && RepeatedSeconds >= SteadySecondsTogether && HeardSeconds(track, focal) < LeastSecondsTogether;

    /// <summary>Whether nearly all that is heard of the shorter one is heard together, however little it is.</summary>
    private static bool IsTogether(int together, GatedWindows track, GatedWindows focal) =>
        together > 0 && together >= MostlyTogetherShare * Math.Min(track.PassedCount, focal.PassedCount);

    private static double HeardSeconds(GatedWindows track, GatedWindows focal) => Math.Min(track.PassedCount, focal.PassedCount) * SlotSeconds;

    private Sums SumPages((TrackTimeline Timeline, GatedWindows Windows) track, (TrackTimeline Timeline, GatedWindows Windows) focal)
    {
        DropPagesThatLeft(track.Timeline);
        Sums sums = default;
        IReadOnlyList<SlotPage> pages = track.Timeline.Pages;
        for (int i = 0; i < pages.Count; i++)
        {
            long index = pages[i].Index;
            if (!_pages.TryGetValue(index, out PairPage? pair))
            {
                pair = _spares.TryPop(out PairPage? spare) ? spare : new PairPage();
                _pages.Add(index, pair);
            }

            pair.Update(track, focal, index);
            sums.Add(pair);
        }

        return sums;
    }

    private void DropPagesThatLeft(TrackTimeline timeline)
    {
        if (_removals == timeline.Removals)
        {
            return;
        }

        _removals = timeline.Removals;
        foreach ((long index, PairPage pair) in _pages)
        {
            if (timeline.Page(index) is null)
            {
                _spares.Push(pair);
                _pages.Remove(index);
            }
        }
    }

    private static double Live((TrackTimeline Timeline, GatedWindows Windows) track, (TrackTimeline Timeline, GatedWindows Windows) focal)
    {
        if (track.Timeline.LastWritten is not { } trackLast || focal.Timeline.LastWritten is not { } focalLast
            || Math.Abs(trackLast - focalLast) > LiveApartSlots)
        {
            return double.NaN;
        }

        long first = Math.Min(trackLast, focalLast) - LiveSlots + 1;
        Span<float> trackLive = stackalloc float[LiveSlots];
        Span<float> focalLive = stackalloc float[LiveSlots];
        int windows = track.Windows.Series.FillFrom(track.Timeline, first, trackLive);
        focal.Windows.Series.FillFrom(focal.Timeline, first, focalLive);
        double trackSum = 0;
        double focalSum = 0;
        for (int i = 0; i < windows; i++)
        {
            if (trackLive[i] > track.Windows.Gate && focalLive[i] > focal.Windows.Gate)
            {
                trackSum += trackLive[i];
                focalSum += focalLive[i];
            }
        }

        return focalSum > 0 ? Decibels.FromPower(trackSum / focalSum) : double.NaN;
    }

    private struct Sums
    {
        private int _stretches;
        private double _stretchSumLu;
        private double _stretchSquareSum;

        public int Count { get; private set; }

        public double Track { get; private set; }

        public double Focal { get; private set; }

        public double TrackUnderFocal { get; private set; }

        public double FocalUnderTrack { get; private set; }

        public int CountUnderFocal { get; private set; }

        public readonly double SpreadLu => _stretches < 2
            ? double.NaN
            : Math.Sqrt(Math.Max(0, (_stretchSquareSum - (_stretchSumLu * _stretchSumLu / _stretches)) / (_stretches - 1)));

        public void Add(PairPage page)
        {
            Count += page.Count;
            Track += page.TrackSum;
            Focal += page.FocalSum;
            TrackUnderFocal += page.TrackSumUnderFocal;
            FocalUnderTrack += page.FocalSumUnderTrack;
            CountUnderFocal += page.CountUnderFocal;
            _stretches += page.Stretches;
            _stretchSumLu += page.StretchSumLu;
            _stretchSquareSum += page.StretchSquareSum;
        }
    }
}
