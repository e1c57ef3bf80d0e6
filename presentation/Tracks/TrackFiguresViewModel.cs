using System.ComponentModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Mixes;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Tracks;

/// <summary>What this track, large, and a row of the table have in common: marks on the scale, fader and ghost, words, apply and keep.</summary>
/// <remarks>
/// [ui] Positions in LU and dB are NaN where there is nothing to draw. Marks and faders move with every tick, words and numbers
/// four times a second.
/// </remarks>
public abstract partial class TrackFiguresViewModel : ObservableObject
{
    private static readonly PropertyChangedEventArgs ReasonChanged = new(nameof(ReasonText));
    private static readonly PropertyChangedEventArgs ConfidenceChanged = new(nameof(ConfidenceText));
    private static readonly PropertyChangedEventArgs AccessibleChanged = new(nameof(AccessibleText));

    private readonly Glide _mark = new();
    private readonly Glide _needle = new();
    private FaderDrag? _drag;

    // Sentences are made when they are read for the first time, for most rows' never are; from then on they follow.
    private string? _reason;
    private string? _confidence;
    private string? _accessible;
    private double _shownFaderDb;
    private bool _isFaderShown;

    private protected TrackFiguresViewModel(EditorActions actions, Guid id)
    {
        Actions = actions;
        Id = id;
    }

    /// <summary>The track's identity.</summary>
    public Guid Id { get; private protected set; }

    /// <summary>The track's name.</summary>
    [ObservableProperty]
    public partial string Name { get; private protected set; } = "";

    /// <summary>The channel's colour in the host, as ARGB with its alpha; null where the host gives none.</summary>
    [ObservableProperty]
    public partial uint? HostColourArgb { get; private set; }

    /// <summary>Whether it is the focal: the star.</summary>
    [ObservableProperty]
    public partial bool IsFocal { get; private protected set; }

    /// <summary>The clip mark, shape and word: "■ clipped 12 ×"; empty where the track came in whole.</summary>
    [ObservableProperty]
    public partial string ClipText { get; private set; } = "";

    /// <summary>Song mark: loudness against the focal over the song in LU, gliding.</summary>
    [ObservableProperty]
    public partial double SongMarkLu { get; private set; } = double.NaN;

    /// <summary>Live needle: the same over the last 3 s while the song plays, gliding.</summary>
    [ObservableProperty]
    public partial double NeedleLu { get; private set; } = double.NaN;

    /// <summary>Target in LU.</summary>
    [ObservableProperty]
    public partial double TargetLu { get; private set; } = double.NaN;

    /// <summary>Lower edge of the target zone in LU.</summary>
    [ObservableProperty]
    public partial double ZoneLowLu { get; private set; } = double.NaN;

    /// <summary>Upper edge of the target zone in LU.</summary>
    [ObservableProperty]
    public partial double ZoneHighLu { get; private set; } = double.NaN;

    /// <summary>The fader in dB; negative infinity = down.</summary>
    [ObservableProperty]
    public partial double FaderDb { get; private set; }

    /// <summary>The fader in words: "−7.5 dB", "down".</summary>
    [ObservableProperty]
    public partial string FaderText { get; private set; } = LevelText.None;

    /// <summary>Where the suggestion would put the fader, in dB: the ghost. NaN = no ghost, the fader is there.</summary>
    [ObservableProperty]
    public partial double GhostFaderDb { get; private set; } = double.NaN;

    /// <summary>Where the suggestion would put the reading, in LU; NaN = it stays.</summary>
    [ObservableProperty]
    public partial double GhostLu { get; private set; } = double.NaN;

    /// <summary>Where the fader is.</summary>
    [ObservableProperty]
    public partial FaderPlace FaderPlace { get; private set; }

    /// <summary>Whether the fader can be moved from here: not where the DAW's own fader is the only one.</summary>
    [ObservableProperty]
    public partial bool CanMoveFader { get; private set; }

    /// <summary>The reading: "−3.2 LU", "fader down", "not heard yet".</summary>
    [ObservableProperty]
    public partial string ReadingText { get; private protected set; } = LevelText.NotHeard;

    /// <summary>The target: "−8.0 ±3.0 LU".</summary>
    [ObservableProperty]
    public partial string TargetText { get; private protected set; } = LevelText.None;

    /// <summary>The state as a word or two: "too loud", "in place", "waiting".</summary>
    [ObservableProperty]
    public partial string StateWord { get; private set; } = HintText.Word(null);

    /// <summary>The state as a shape.</summary>
    [ObservableProperty]
    public partial StateShape Shape { get; private set; }

    /// <summary>The colour family that goes with it.</summary>
    [ObservableProperty]
    public partial StateTone Tone { get; private set; }

    /// <summary>The suggested move: "down 4.8 dB", "bring it up", "leave it"; empty when none can be said.</summary>
    [ObservableProperty]
    public partial string MoveText { get; private set; } = "";

    /// <summary>Where the move leads: "to −7.5 dB"; empty when none can be said.</summary>
    [ObservableProperty]
    public partial string PositionText { get; private set; } = "";

    /// <summary>Move and position in one line, empty when nothing is to move: "down 8.9 dB to −6.5 dB".</summary>
    [ObservableProperty]
    public partial string HintLine { get; private set; } = "";

    /// <summary>The position that waits for the person to set it: "set −6.5 dB in the DAW"; empty where none waits.</summary>
    [ObservableProperty]
    public partial string PendingText { get; private set; } = "";

    /// <summary>Why, in one sentence.</summary>
    public string ReasonText => _reason ??= Reason();

    /// <summary>How sure: "steady, heard together 0:42 (±1.1 LU)".</summary>
    public string ConfidenceText => _confidence ??= HintText.Confidence(Reading);

    /// <summary>What the apply button says: "Apply", or "I have set it" where the fader is the DAW's.</summary>
    [ObservableProperty]
    public partial string ApplyLabel { get; private set; } = HintText.ApplyLabel(FaderPlace.PluginFader);

    /// <summary>All of it in one sentence, for a screen reader.</summary>
    public string AccessibleText => _accessible ??= Accessible();

    private protected EditorActions Actions { get; }

    private protected Hint? Hint { get; private set; }

    private protected TrackReading? Reading { get; private set; }

    /// <summary>A hand takes hold of the fader.</summary>
    /// <remarks>[ui]</remarks>
    public void BeginFaderDrag()
    {
        EndFaderDrag();
        _drag = Actions.DragFader(Id);
    }

    /// <summary>The hand moves the fader.</summary>
    /// <param name="db">Position in dB; negative infinity = down.</param>
    /// <remarks>[ui] Without <see cref="BeginFaderDrag"/> it does nothing.</remarks>
    public void DragFader(double db)
    {
        if (_drag is not null)
        {
            _drag.MoveTo(db);
            ShowFader(FaderRange.Round(db));
        }
    }

    /// <summary>The hand lets go: one undo takes the whole drag back.</summary>
    /// <remarks>[ui]</remarks>
    public void EndFaderDrag()
    {
        _drag?.Dispose();
        _drag = null;
        Actions.Noted();
    }

    /// <summary>Puts the fader to a position.</summary>
    /// <param name="db">Position in dB; negative infinity = down.</param>
    /// <remarks>[ui] One undo.</remarks>
    public void SetFader(double db)
    {
        if (CanMoveFader && !double.IsNaN(db))
        {
            Actions.SetFader(Id, db);
        }
    }

    /// <summary>Moves the fader a little: a key or a wheel's notch. From down it comes up to -60 dB first.</summary>
    /// <param name="moveDb">Move in dB.</param>
    /// <remarks>[ui] One undo.</remarks>
    public void NudgeFader(double moveDb)
    {
        double from = FaderDb <= FaderRange.DownDb ? FaderRange.DownDb : FaderDb;
        SetFader(from + moveDb);
    }

    /// <summary>Takes over a fader position that was typed: "-7.5", "down".</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>False when it is no position; nothing moves then, and the person is told.</returns>
    /// <remarks>[ui]</remarks>
    public bool TypeFader(string? text)
    {
        if (!CanMoveFader)
        {
            return false;
        }

        if (!LevelText.TryParseFader(text, out double db))
        {
            Actions.Refuse(text, "fader position in dB", FaderText);
            return false;
        }

        if (db > FaderRange.HighestDb)
        {
            Actions.SayRange(FaderRange.DownDb, FaderRange.HighestDb, "dB", FaderRange.HighestDb);
        }

        SetFader(db);
        return true;
    }

    private bool CanApply => HintText.CanApply(Hint, Reading);

    private bool CanKeep => Reading is { IsFocal: false } && double.IsFinite(Hint?.RelativeLu ?? double.NaN);

    [RelayCommand(CanExecute = nameof(CanApply))]
    private void Apply() => Actions.Apply(Id);

    [RelayCommand(CanExecute = nameof(CanKeep))]
    private void Keep() => Actions.Keep(Id);

    private protected void RefreshFigures(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        (Reading, Hint) = (reading, hint);
        SongMarkLu = _mark.Follow(reading is { IsFocal: true, IsDown: false } ? 0 : hint?.RelativeLu ?? double.NaN, frame.Elapsed);
        NeedleLu = _needle.Follow(LiveLu(frame, reading), frame.Elapsed);
        TargetLu = reading is { IsFocal: true } ? double.NaN : hint?.TargetLu ?? double.NaN;
        ZoneLowLu = TargetLu - (hint?.ToleranceLu ?? double.NaN);
        ZoneHighLu = TargetLu + (hint?.ToleranceLu ?? double.NaN);
        FaderPlace = reading?.FaderPlace ?? FaderPlace;
        CanMoveFader = FaderPlace != FaderPlace.PostFader;
        if (_drag is null && reading is not null)
        {
            ShowFader(reading.FaderDb);
        }

        ShowGhost(frame, reading, hint);
        if (frame.TextsAreDue)
        {
            RefreshTexts(frame, reading, hint);
            RefreshSentences();
            ApplyCommand.NotifyCanExecuteChanged();
            KeepCommand.NotifyCanExecuteChanged();
        }
    }

    private void RefreshSentences()
    {
        if (_reason is not null && _reason != (_reason = Reason()))
        {
            OnPropertyChanged(ReasonChanged);
        }

        if (_confidence is not null && _confidence != (_confidence = HintText.Confidence(Reading)))
        {
            OnPropertyChanged(ConfidenceChanged);
        }

        if (_accessible is not null && _accessible != (_accessible = Accessible()))
        {
            OnPropertyChanged(AccessibleChanged);
        }
    }

    private string Reason() => ClipText.Length > 0 ? PooledText.Join(" ", PooledText.Of($"{ClipText} before the plug-ins."), Hint?.Reason ?? "") : Hint?.Reason ?? "";

    private string Accessible() => PooledText.Join(", ", Name, StateWord, ReadingText, HintLine, ClipText);

    private protected virtual void RefreshTexts(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        Name = reading?.Name ?? Name;
        HostColourArgb = reading?.HostTrack.ColourArgb;
        IsFocal = reading?.IsFocal ?? IsFocal;
        ReadingText = reading is { IsDown: true, IsAudible: true }
            ? LevelText.FaderDown
            : reading is { IsAudible: true } && double.IsNaN(reading.CountedFaderDb) ? LevelText.FaderUnknown
            : LevelText.Reading(hint?.RelativeLu ?? double.NaN);
        TargetText = LevelText.Target(TargetLu, hint?.ToleranceLu ?? double.NaN);
        StateWord = HintText.Word(hint);
        Shape = HintText.Shape(hint);
        Tone = HintText.Tone(hint);
        bool waits = !double.IsNaN(reading?.PendingFaderDb ?? double.NaN);
        MoveText = waits ? "set in the DAW" : HintText.Move(hint);
        PositionText = waits ? PooledText.Of($"to {LevelText.Fader(reading!.PendingFaderDb)}") : HintText.Position(hint, FaderPlace);
        HintLine = waits ? HintText.Waiting(reading!) : HintText.Line(hint, FaderPlace);
        PendingText = waits ? HintLine : "";
        ClipText = reading is { IsClipped: true } ? PooledText.Of($"■ {LevelWords.ClipMark(reading)}") : "";
        ApplyLabel = waits ? HintText.ApplyLabel(FaderPlace.DawFader) : HintText.ApplyLabel(FaderPlace);
    }

    // A fader of which nobody said where it stands is drawn at the end of its travel and has no figure.
    private protected void ShowFader(double db)
    {
        if (!_isFaderShown || !db.Equals(_shownFaderDb))
        {
            (_shownFaderDb, _isFaderShown) = (db, true);
            (FaderDb, FaderText) = double.IsNaN(db) ? (double.NegativeInfinity, LevelText.Unknown) : (db, LevelText.Fader(db));
        }
    }

    private static double LiveLu(RefreshFrame frame, TrackReading? reading) =>
        reading is null || frame.Focal is not { } focal || !frame.Snapshot.IsRolling
            ? double.NaN
            : reading.IsFocal ? (focal.IsDown ? double.NaN : 0)
            : reading.LiveRelativeLu(focal);

    private void ShowGhost(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        GhostFaderDb = !HintText.CanApply(hint, reading) ? double.NaN
            : reading!.FaderPlace == FaderPlace.DawFader && !double.IsNaN(reading.PendingFaderDb) ? reading.PendingFaderDb : hint!.SuggestedFaderDb;
        double focalDb = frame.Focal is { } focal ? Suggested(frame, focal) : double.NaN;
        double lands = reading is null || reading.IsFocal ? double.NaN
            : reading.RelativeLuAt(reading.FaderPlace == FaderPlace.PostFader ? hint?.MoveDb ?? double.NaN : GhostFaderDb, focalDb);
        GhostLu = double.IsFinite(lands) && hint is not null && HintText.IsMove(hint) ? lands : double.NaN;
    }

    /// <summary>The focal's fader once its own hint is applied.</summary>
    private static double Suggested(RefreshFrame frame, TrackReading focal)
    {
        double suggested = frame.Of(focal.Id).Hint?.SuggestedFaderDb ?? double.NaN;
        return double.IsFinite(suggested) ? suggested : focal.FaderDb;
    }
}
