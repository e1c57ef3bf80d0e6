using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>All that is known of how one track sounds: its timeline and what follows from it.</summary>
/// <remarks>[worker] Peaks and maxima are held until <see cref="Clear"/>, as a meter holds them.</remarks>
public sealed class TrackAnalysis
{
    private readonly LoudnessRange _range;
    private double _momentaryMax;
    private double _shortTermMax;
    private float _samplePeak;
    private float _truePeak;
    private GatedWindows? _pestana;
    private long? _filedRunStart;

    /// <summary>Makes an analysis that has heard nothing.</summary>
    public TrackAnalysis()
    {
        Windows = new GatedWindows(Timeline, WindowSeries.KWeighted);
        _range = new LoudnessRange(Timeline);
    }

    /// <summary>The slots by song position.</summary>
    public TrackTimeline Timeline { get; } = new();

    /// <summary>The K-weighted windows that sound.</summary>
    public GatedWindows Windows { get; }

    /// <summary>Counts all that can change a reading: slots filed or refused, clears. Equal numbers mean equal readings after an update.</summary>
    public long Version { get; private set; }

    /// <summary>Whether anything was filed, silence included.</summary>
    public bool HasData => Timeline.Pages.Count > 0;

    /// <summary>RMS while the track sounds, in dBFS; negative infinity when it never does.</summary>
    public double RmsDbfs => Decibels.FromPower(Windows.UnweightedMeanSquare);

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double MomentaryMaxLufs => Decibels.LoudnessLufs(Math.Max(_momentaryMax, Windows.Largest));

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double ShortTermMaxLufs => Decibels.LoudnessLufs(Math.Max(_shortTermMax, _range.LargestShortTerm));

    /// <summary>Loudness range in LU; NaN before there is one.</summary>
    public double LoudnessRangeLu => _range.RangeLu;

    /// <summary>Highest sample peak in dBFS.</summary>
    public double SamplePeakDbfs => Decibels.FromAmplitude(_samplePeak);

    /// <summary>Highest true peak in dBTP.</summary>
    public double TruePeakDbtp => Decibels.FromAmplitude(_truePeak);

    /// <summary>The windows that relative readings are made of.</summary>
    /// <param name="isPestana">With the Pestana shelf instead of the K-weighting.</param>
    /// <returns>The windows, up to date.</returns>
    public GatedWindows RelativeWindows(bool isPestana)
    {
        if (!isPestana)
        {
            return Windows;
        }

        _pestana ??= new GatedWindows(Timeline, WindowSeries.Pestana);
        _pestana.Update();
        return _pestana;
    }

    /// <summary>Files a slot.</summary>
    /// <param name="slot">What was measured.</param>
    public void File(in LoudnessSlot slot)
    {
        Version++;
        bool isFiled = Timeline.File(slot);
        if (slot.IsCold)
        {
            _filedRunStart = isFiled ? slot.RunStart : null;
        }

        if (!isFiled)
        {
            return;
        }

        _samplePeak = Math.Max(_samplePeak, slot.SamplePeak);
        _truePeak = Math.Max(_truePeak, slot.TruePeak);

        // Windows that reach back to a cold start which was refused are those of the straight run again, a little off.
        bool isFromFiledStart = slot.RunStart == _filedRunStart;
        if (isFromFiledStart || slot.Index - slot.RunStart > WindowSeries.KWeighted.WindowSlots)
        {
            _momentaryMax = HigherOf(_momentaryMax, slot.MomentaryMaxMeanSquare);
        }

        if (isFromFiledStart || slot.Index - slot.RunStart > ShortTermPage.WindowSlots)
        {
            _shortTermMax = HigherOf(_shortTermMax, slot.ShortTermMaxMeanSquare);
        }
    }

    /// <summary>Works out what follows from the slots filed since the last call. Costs next to nothing when there were none.</summary>
    public void Update()
    {
        Windows.Update();
        _range.Update();
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        Version++;
        Timeline.Clear();
        (_samplePeak, _truePeak, _momentaryMax, _shortTermMax) = (0, 0, 0, 0);
        Update();
    }

    private static double HigherOf(double held, float window) => window > held ? window : held;
}
