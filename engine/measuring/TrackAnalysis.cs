using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>All that is known of how one track sounds: its timeline and what follows from it.</summary>
/// <remarks>
/// [worker] What is measured is true now: slots heard again are held against those filed before, and when the track was changed
/// upstream its older slots, peaks and maxima are let go (<see cref="Change"/>). A change that is known exactly is told by <see cref="Shift"/>.
/// </remarks>
public sealed class TrackAnalysis
{
    /// <summary>Slots that may be on their way when something happens at the insert: those in the queue and the one being measured.</summary>
    public const int SlotsInFlight = 3;

    /// <summary>A move that was found by hearing is taken for the one that is told for so many slots: a minute.</summary>
    private const int SameMoveWithinSlots = 600;

    /// <summary>How far the two may lie apart, in LU.</summary>
    private const double SameMoveLu = 1;

    private readonly LoudnessRange _range;
    private readonly OpenGroup _open = new();
    private readonly Rehearing _rehearing = new();
    private PeakGroup _highest;
    private long _highestRevision;
    private GatedWindows? _pestana;
    private long? _filedRunStart;
    private uint _filed;
    private long _repeated;
    private uint _changedAt;
    private bool _isChangeTold = true;
    private long _runStart;
    private uint _runSince;
    private (long RunStart, long After) _inFlight = (0, long.MaxValue);

    /// <summary>Makes an analysis that has heard nothing.</summary>
    public TrackAnalysis()
    {
        Windows = new GatedWindows(Timeline, WindowSeries.KWeighted);
        _range = new LoudnessRange(Timeline);
        Levels = new InsertLevels(Timeline);
    }

    /// <summary>The slots by song position.</summary>
    public TrackTimeline Timeline { get; } = new();

    /// <summary>The K-weighted windows that sound.</summary>
    public GatedWindows Windows { get; }

    /// <summary>Counts all that can change a reading: slots filed or refused, shifts, clears. Equal numbers mean equal readings after an update.</summary>
    public long Version { get; private set; }

    /// <summary>Whether anything was measured, silence included: a whole window of 400 ms. Less says nothing, not even that it is silent.</summary>
    public bool HasData => Windows.HasWindow;

    /// <summary>The last change upstream that was found by hearing a part again, or null. A clear forgets it.</summary>
    public UpstreamChange? Change { get; private set; }

    /// <summary>By how much the level at the insert has moved in all, in dB: the changes that were found and the moves that were told. A clear leaves it.</summary>
    public double MovedDb { get; private set; }

    /// <summary>Slots filed so far: it only grows, clears included. <see cref="SlotPage.WholeSince"/> counts in it.</summary>
    public uint Filed => _filed;

    /// <summary>Seconds heard over what was already there, since the last clear or change: a loop that goes round adds to them.</summary>
    public double RepeatedSeconds => _repeated * 0.1;

    /// <summary>The level into the plug-ins.</summary>
    public InsertLevels Levels { get; }

    /// <summary>RMS while the track sounds, in dBFS; negative infinity when it never does.</summary>
    public double RmsDbfs => Levels.RmsDbfs;

    /// <summary>Highest momentary loudness in LUFS.</summary>
    public double MomentaryMaxLufs => Decibels.LoudnessLufs(Windows.Largest);

    /// <summary>Highest short-term loudness in LUFS.</summary>
    public double ShortTermMaxLufs => Decibels.LoudnessLufs(_range.LargestShortTerm);

    /// <summary>Loudness range in LU; NaN before there is one.</summary>
    public double LoudnessRangeLu => _range.RangeLu;

    /// <summary>Highest sample peak in dBFS.</summary>
    public double SamplePeakDbfs => Decibels.FromAmplitude(_highest.SamplePeak);

    /// <summary>Highest true peak in dBTP.</summary>
    public double TruePeakDbtp => Decibels.FromAmplitude(_highest.TruePeak);

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

    /// <summary>Whether what is heard again may let the older part go; not where the slots are made from other tracks.</summary>
    public bool LetsGo { get; init; } = true;

    /// <summary>Whether it is the sum of several tracks, of which nobody asks the range or the largest short-term loudness: both stay unknown.</summary>
    public bool IsSum { get; init; }

    /// <summary>Files a slot, and lets the older part of the track go when it tells that the track was changed.</summary>
    /// <param name="slot">What was measured.</param>
    public void File(in LoudnessSlot slot)
    {
        Version++;
        if (slot.IsCold || slot.RunStart != _runStart)
        {
            (_runStart, _runSince) = (slot.RunStart, _filed + 1);
        }

        if (IsInFlight(slot))
        {
            Timeline.NotePosition(slot.Index);
            return;
        }

        _inFlight.After = long.MaxValue;
        float before = slot.IsCold ? float.NaN : Timeline.WarmMeanSquareAt(slot.Index);
        bool isFiled = Timeline.File(slot);
        if (slot.IsCold)
        {
            _filedRunStart = isFiled ? slot.RunStart : null;
        }

        if (!isFiled)
        {
            return;
        }

        // Windows that reach back to a cold start which was refused are those of the straight run again, a little off.
        bool isFromFiledStart = slot.RunStart == _filedRunStart;
        bool hasMomentary = isFromFiledStart || slot.Index - slot.RunStart > WindowSeries.KWeighted.WindowSlots;
        bool hasShortTerm = isFromFiledStart || slot.Index - slot.RunStart > ShortTermPage.WindowSlots;
        PeakGroup peaks = PeakGroup.From(slot, hasMomentary, hasShortTerm);
        _filed++;
        _open.Note(Timeline.Page(TrackTimeline.PageOf(slot.Index))!, slot, peaks, hasMomentary, hasShortTerm, _filed);
        if (!float.IsNaN(before))
        {
            _repeated++;
            if (LetsGo && _rehearing.Finds(slot.Index, before, slot.MeanSquare, Windows.Gate, _filed, _runSince, out (uint Filed, long Slot, double Lu) found))
            {
                LetGo(found.Filed);
                MovedDb += found.Lu;
                Change = new UpstreamChange((Change?.Count ?? 0) + 1, found.Slot, found.Lu);
                (_changedAt, _isChangeTold) = (_filed, false);
            }
        }
    }

    /// <summary>Works out what follows from the slots filed since the last call. Costs next to nothing when there were none.</summary>
    public void Update()
    {
        Windows.Update();
        if (!IsSum)
        {
            _range.Update();
        }

        Levels.Update();
        if (_highestRevision != Timeline.Revision)
        {
            _highestRevision = Timeline.Revision;
            _highest = default;
            for (int i = 0; i < Timeline.Pages.Count; i++)
            {
                _highest = _highest.Max(Timeline.Pages[i].Highest());
            }
        }
    }

    /// <summary>The level at the insert was changed by a known amount: all that is filed moves with it, at once and exactly.</summary>
    /// <param name="db">The change in dB; positive = louder. 0 does nothing.</param>
    /// <remarks>
    /// For moves that the meter sits behind: a person who says that the fader was moved, the host's fader, an own trim. Slots that
    /// are already in the queue must be filed first. What was heard of the move before it was told is not moved twice. While the
    /// song plays, up to three slots that may be on their way from before the move are passed over.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The change is not finite.</exception>
    public void Shift(double db)
    {
        if (!double.IsFinite(db))
        {
            throw new ArgumentOutOfRangeException(nameof(db), db, "A change of level must be a finite number of dB.");
        }

        bool isHeard = !_isChangeTold && _filed - _changedAt <= SameMoveWithinSlots && Math.Abs(Change!.Value.DifferenceLu - db) <= SameMoveLu;
        if (db == 0 || isHeard)
        {
            _isChangeTold = true;
            return;
        }

        Version++;
        MovedDb += db;
        (uint since, long firstSlot) = _rehearing.SinceMoved(db);
        Timeline.ScaleBefore((float)Decibels.ToPower(db), since, OpenSince(since));
        if (since == uint.MaxValue)
        {
            PassOverInFlight();
        }
        else
        {
            // The second in which the move was first heard is of both levels.
            KeepMoved(since, PeakGroup.Of(firstSlot));
        }

        _open.Close();
        _rehearing.Clear();
    }

    /// <summary>Takes a stretch of another track's page over: see <see cref="SongPart"/>.</summary>
    /// <param name="song">The other track.</param>
    /// <param name="page">Its page.</param>
    /// <param name="slots">The stretch, on that page.</param>
    internal void Mirror(TrackAnalysis song, SlotPage page, SlotRange slots)
    {
        Version++;
        Timeline.Mirror(page, slots);
        _repeated = song._repeated;
    }

    /// <summary>Forgets everything.</summary>
    /// <remarks>While the song plays, slots that began before are passed over, and windows that reach back before it do not count.</remarks>
    public void Clear()
    {
        Version++;
        PassOverInFlight();
        Timeline.Clear();
        _open.Close();
        _rehearing.Clear();
        (_repeated, Change, _isChangeTold) = (0, null, true);
        Update();
    }

    private void LetGo(uint since)
    {
        Timeline.KeepSince(since, OpenSince(since));
        if (_open.Since >= since)
        {
            _open.KeepOnlyThis(Timeline);
        }

        _rehearing.Clear();
        _repeated = 0;
    }

    private void KeepMoved(uint since, long firstGroup)
    {
        if (_open.Since >= since)
        {
            _open.KeepOnlyThis(Timeline);
        }

        if (OpenSince(since) != firstGroup && (Timeline.Page(TrackTimeline.PageOf(firstGroup * PeakGroup.Slots))?.WholeSince(firstGroup) ?? since) < since)
        {
            Timeline.KeepOnly(firstGroup, 0, default);
        }
    }

    /// <summary>The second that is being filed if it was begun from a moment on; else none.</summary>
    private long OpenSince(uint since) => _open.Since >= since ? _open.Group : long.MinValue;

    private void PassOverInFlight() => _inFlight = (_runStart, Timeline.LastWritten ?? long.MaxValue);

    private bool IsInFlight(in LoudnessSlot slot) =>
        slot.RunStart == _inFlight.RunStart && slot.Index > _inFlight.After && slot.Index - _inFlight.After <= SlotsInFlight;
}
