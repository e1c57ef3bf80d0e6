using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;

namespace FaderStager.Presentation.Mixes;

/// <summary>The whole mix: the table of all tracks on one scale, focal against the rest, headroom, and what is done to all at once.</summary>
/// <remarks>[ui] Rows are kept in place and reused, so that selection and scrolling survive.</remarks>
public sealed partial class MixViewModel : ObservableObject
{
    /// <summary>How long a preview of "apply all" waits for its second press, in ms.</summary>
    public const int PreviewShownMs = 10_000;

    private readonly EditorActions _actions;
    private readonly TimeProvider _time;
    private readonly RowTable _table;
    private readonly HashSet<Guid> _voices = [];
    private ImmutableDictionary<Guid, double> _preview = ImmutableDictionary<Guid, double>.Empty;
    private long _previewedAt;
    private double _roomMoveDb;
    private double _lowerDb;

    internal MixViewModel(EditorActions actions, TimeProvider time, PersonSettings person)
    {
        (_actions, _time) = (actions, time);
        _table = new RowTable(this, actions);
        Balance = new BalanceViewModel();
        Pictures = new PicturesViewModel(actions, person);
    }

    /// <summary>The rows, in the order shown.</summary>
    public ObservableCollection<MixRowViewModel> Rows => _table.Rows;

    /// <summary>Focal against the rest.</summary>
    public BalanceViewModel Balance { get; }

    /// <summary>The comparison of the two fader pictures.</summary>
    public PicturesViewModel Pictures { get; }

    /// <summary>The row that the person chose, or null.</summary>
    [ObservableProperty]
    public partial MixRowViewModel? SelectedRow { get; set; }

    /// <summary>How the table is sorted.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(CanReorder))]
    public partial MixSort Sort { get; set; }

    /// <summary>Holds the order while a hand is on the table: set it while dragging.</summary>
    [ObservableProperty]
    public partial bool IsOrderHeld { get; set; }

    /// <summary>Whether rows may be dragged: only where the order is the person's.</summary>
    public bool CanReorder => Sort == MixSort.Importance;

    /// <summary>Lower end of the common scale in LU around the focal.</summary>
    [ObservableProperty]
    public partial double ScaleLowLu { get; private set; } = -18;

    /// <summary>Upper end of the common scale in LU around the focal.</summary>
    [ObservableProperty]
    public partial double ScaleHighLu { get; private set; } = 6;

    /// <summary>The one sentence to read first.</summary>
    [ObservableProperty]
    public partial string Headline { get; private set; } = "";

    /// <summary>Whether the headline says that the focal was moved and the others are to follow: to be read beside every next step.</summary>
    [ObservableProperty]
    public partial bool HasFocalMoved { get; private set; }

    /// <summary>What the faders that a person set say of the lead: "lead 3.0 LU back: take it"; empty where nothing is offered.</summary>
    [ObservableProperty]
    public partial string ForwardOfferLabel { get; private set; } = "";

    /// <summary>What saves every trim: "all 1.8 dB lower: no trims"; empty where nothing needs one.</summary>
    [ObservableProperty]
    public partial string LowerStartLabel { get; private set; } = "";

    /// <summary>Headroom of the mix bus as predicted: "headroom 5.2 dB", "over by 1.3 dB".</summary>
    [ObservableProperty]
    public partial string HeadroomText { get; private set; } = "";

    /// <summary>Whether the predicted peak leaves less room than is asked for.</summary>
    [ObservableProperty]
    public partial bool IsHeadroomShort { get; private set; }

    /// <summary>What the headroom command says: "lower all by 3.2 dB"; empty when none is needed.</summary>
    [ObservableProperty]
    public partial string RoomLabel { get; private set; } = "";

    /// <summary>The same where there is little room: "all −3.2 dB".</summary>
    [ObservableProperty]
    public partial string ShortRoomLabel { get; private set; } = "";

    /// <summary>Song heard of the focal, or of the track heard longest: "heard 1:24".</summary>
    [ObservableProperty]
    public partial string HeardText { get; private set; } = "";

    /// <summary>"12 tracks".</summary>
    [ObservableProperty]
    public partial string CountText { get; private set; } = "";

    /// <summary>Whether "apply all" was pressed once and every row shows its ghost.</summary>
    [ObservableProperty]
    [NotifyPropertyChangedFor(nameof(ApplyAllLabel))]
    public partial bool IsPreviewing { get; private set; }

    /// <summary>What "apply all" would do: "9 faders would move: press again to apply, Esc to leave"; empty without a preview.</summary>
    [ObservableProperty]
    public partial string PreviewText { get; private set; } = "";

    /// <summary>What the button says: "Apply all", then "Apply 9 moves".</summary>
    public string ApplyAllLabel => IsPreviewing ? PooledText.Of($"Apply {Count(_preview.Count, "move")}") : "Apply all";

    /// <summary>Which of the two fader pictures is active: "A" or "B", "1" or "2" while the letters are hidden.</summary>
    [ObservableProperty]
    public partial string Picture { get; private set; } = "A";

    /// <summary>Moves a row in the order of work, and with it the order of the mix.</summary>
    /// <param name="row">The row.</param>
    /// <param name="places">Places down; below 0 = up.</param>
    /// <remarks>[ui] The focal stays first.</remarks>
    public void MoveRow(MixRowViewModel row, int places) => DropRow(row, Rows.IndexOf(row) + places);

    /// <summary>Drops a row that was dragged.</summary>
    /// <param name="row">The row.</param>
    /// <param name="index">Its new index in <see cref="Rows"/>; what lies outside is brought inside.</param>
    /// <remarks>[ui] Nothing happens while the table is sorted by deviation. The focal stays first.</remarks>
    public void DropRow(MixRowViewModel row, int index)
    {
        int from = Rows.IndexOf(row);
        int first = Rows.Count > 0 && Rows[0].IsFocal ? 1 : 0;
        if (!CanReorder || from < first)
        {
            return;
        }

        int to = Math.Clamp(index, first, Rows.Count - 1);
        if (to != from)
        {
            _table.Move(from, to);
            ImmutableArray<Guid> order = [.. Rows.Select(each => each.Id)];
            _actions.EditMix(settings => settings with { Order = order });
        }
    }

    /// <summary>What letting a dragged row go would do: on the middle of another row they become one voice, outside of its voice a track leaves that, between two rows it moves there.</summary>
    /// <param name="row">The row that is dragged.</param>
    /// <param name="index">The row under the hand; one past the last = below all.</param>
    /// <param name="share">How far down that row the hand is, 0 to 1.</param>
    /// <returns>What it would do.</returns>
    /// <remarks>[ui] While the table is sorted by deviation rows join and leave voices, and do not move.</remarks>
    public RowDrop DropOf(MixRowViewModel row, int index, double share)
    {
        // The middle half of a row is the row, the rest is the gap beside it. Rule of thumb.
        const double Edge = 0.25;
        MixRowViewModel? over = index >= 0 && index < Rows.Count ? Rows[index] : null;
        if (over is not null && share is >= Edge and <= 1 - Edge && !ReferenceEquals(over, row) && !row.IsFocal && (row.VoiceId == Guid.Empty || over.VoiceId != row.VoiceId))
        {
            return new RowDrop(RowDropKind.Join, index);
        }

        int gap = over is null ? Rows.Count : share < 0.5 ? index : index + 1;
        return row.IsMember && !IsWithin(row.VoiceId, gap) ? new RowDrop(RowDropKind.Split, gap)
            : new RowDrop(CanReorder ? RowDropKind.Move : RowDropKind.None, gap);
    }

    /// <summary>Lets a dragged row go.</summary>
    /// <param name="row">The row.</param>
    /// <param name="drop">Where: see <see cref="DropOf"/>.</param>
    /// <remarks>[ui] Joining and leaving a voice is taken back by undo.</remarks>
    public void Drop(MixRowViewModel row, RowDrop drop)
    {
        int from = Rows.IndexOf(row);
        switch (drop.Kind)
        {
            case RowDropKind.Move:
                DropRow(row, drop.Index > from ? drop.Index - 1 : drop.Index);
                break;
            case RowDropKind.Join when drop.Index < Rows.Count:
                JoinRows(row, Rows[drop.Index]);
                break;
            case RowDropKind.Split:
                _actions.SplitVoice([row.Id]);
                break;
            default:
                break;
        }
    }

    /// <summary>Shows or hides the tracks of a voice.</summary>
    /// <param name="row">The voice's row.</param>
    /// <param name="isOpen">Whether they are shown.</param>
    /// <remarks>[ui]</remarks>
    public void Open(MixRowViewModel row, bool isOpen)
    {
        if (row.IsVoice)
        {
            _table.Open(row.Id, isOpen);
        }
    }

    /// <summary>Makes one voice of two rows: what is dropped on another joins it.</summary>
    /// <param name="row">The row that joins; that of a voice takes all its tracks along.</param>
    /// <param name="into">The row that it joins.</param>
    /// <remarks>[ui]</remarks>
    public void JoinRows(MixRowViewModel row, MixRowViewModel into)
    {
        if (!ReferenceEquals(row, into) && !row.IsFocal)
        {
            _actions.JoinVoice(row.IsMember ? [row.Id] : TracksOf(row), into.Id);
        }
    }

    // Whether a gap lies below the first row of a voice and not below the gap behind its last.
    private bool IsWithin(Guid voice, int gap)
    {
        int first = -1;
        int last = -1;
        for (int i = 0; i < Rows.Count; i++)
        {
            if (Rows[i].VoiceId == voice)
            {
                (first, last) = (first < 0 ? i : first, i);
            }
        }

        return gap > first && gap <= last + 1;
    }

    internal void JoinAbove(MixRowViewModel row)
    {
        MixRowViewModel? above = Rows.Take(Math.Max(0, Rows.IndexOf(row))).LastOrDefault(other => row.VoiceId == Guid.Empty || other.VoiceId != row.VoiceId);
        if (above is null)
        {
            _actions.SayNo("There is no voice above to join");
            return;
        }

        JoinRows(row, above);
    }

    internal Guid[] TracksOf(MixRowViewModel row) =>
        row.VoiceId == Guid.Empty ? [row.Id] : [.. _table.All.Where(other => other.VoiceId == row.VoiceId).Select(other => other.Id)];

    internal void Refresh(RefreshFrame frame, string elsewhere)
    {
        _table.Sync(frame, Sort, IsOrderHeld);
        (ScaleLowLu, ScaleHighLu) = _table.FitScale(frame.Elapsed);
        if (frame.TextsAreDue)
        {
            RefreshTexts(frame, elsewhere);
        }

        if (IsPreviewing && _time.GetElapsedTime(_previewedAt).TotalMilliseconds >= PreviewShownMs)
        {
            CancelPreview();
        }
    }

    /// <summary>Forgets the rows: the track went to another mix.</summary>
    internal void Clear()
    {
        CancelPreview();
        _table.Clear();
        SelectedRow = null;
    }

    partial void OnSortChanged(MixSort value) => _table.Hurry();

    [RelayCommand(CanExecute = nameof(CanApplyAll))]
    private void ApplyAll()
    {
        if (!IsPreviewing)
        {
            Preview();
            return;
        }

        ImmutableDictionary<Guid, double> shown = _preview;
        CancelPreview();
        _actions.SetFaders(shown);
    }

    [RelayCommand]
    private void CancelPreview()
    {
        _preview = ImmutableDictionary<Guid, double>.Empty;
        foreach (MixRowViewModel row in _table.All)
        {
            row.PreviewFaderDb = double.NaN;
        }

        (IsPreviewing, PreviewText) = (false, "");
        ApplyAllCommand.NotifyCanExecuteChanged();
    }

    [RelayCommand(CanExecute = nameof(CanMakeRoom))]
    private void MakeRoom() => _actions.MoveAllFaders(_roomMoveDb);

    [RelayCommand]
    private void TakeForward()
    {
        CancelPreview();
        _actions.TakeForward();
    }

    // In bottom-up a focal that is down yet starts lower by its anchor.
    [RelayCommand]
    private void StartLower()
    {
        CancelPreview();
        MixSnapshot snapshot = _actions.Mix.State.Snapshot;
        if (_lowerDb > 0 && snapshot.Focal is { IsDown: true })
        {
            double lowerDb = _lowerDb;
            _actions.EditMix(settings => settings with { AnchorLevel = Math.Max(-60, settings.AnchorLevel - lowerDb) });
        }
        else if (_lowerDb > 0)
        {
            _actions.MoveAllFaders(-_lowerDb);
        }
    }

    [RelayCommand(CanExecute = nameof(CanUndo))]
    private void Undo()
    {
        CancelPreview();
        _actions.Undo();
    }

    [RelayCommand]
    private void SwitchPicture()
    {
        CancelPreview();
        Pictures.SwitchCommand.Execute(null);
    }

    [RelayCommand]
    private void ResetMeasurements()
    {
        CancelPreview();
        _actions.Reset();
    }

    [RelayCommand]
    private void ResetOrder() => _actions.EditMix(settings => settings with { Order = [] });

    // Weak evidence is for the person to judge, row by row.
    private static bool IsApplicable(MixRowViewModel row) => !double.IsNaN(row.SuggestedFaderDb) && row.PresentHint?.IsWeak != true;

    private bool CanApplyAll
    {
        get
        {
            bool isAny = IsPreviewing;
            foreach (MixRowViewModel row in _table.All)
            {
                isAny |= IsApplicable(row);
            }

            return isAny;
        }
    }

    private bool CanMakeRoom => _roomMoveDb < 0;

    private bool CanUndo => _actions.Mix.CanUndo;

    /// <summary>What is shown now is what the second press applies, whatever the readings do in between.</summary>
    private void Preview()
    {
        _preview = _table.All.Where(IsApplicable).ToImmutableDictionary(row => row.Id, row => row.SuggestedFaderDb);
        foreach (MixRowViewModel row in _table.All)
        {
            row.PreviewFaderDb = _preview.TryGetValue(row.Id, out double db) ? db : double.NaN;
        }

        PreviewText = PooledText.Of($"{Count(_preview.Count, "fader")} would move: press again to apply, Esc to leave");
        IsPreviewing = true;
        _previewedAt = _time.GetTimestamp();
    }

    // Where the tracks or the focal may be elsewhere, that comes before asking for a flag here.
    private void RefreshTexts(RefreshFrame frame, string elsewhere)
    {
        MixSnapshot snapshot = frame.Snapshot;
        Headline = elsewhere.Length > 0 ? elsewhere : frame.State.Advice.Headline;
        double offerLu = frame.State.Advice.ForwardOfferLu;
        ForwardOfferLabel = double.IsFinite(offerLu) ? PooledText.Of($"lead {FigureText.Level(Math.Abs(offerLu))} LU {(offerLu < 0 ? "back" : "forward")}: take it") : "";
        _lowerDb = frame.State.Advice.LowerStartDb;
        LowerStartLabel = _lowerDb > 0 ? PooledText.Of($"all {LevelText.Distance(_lowerDb)} lower: no trims") : "";
        HasFocalMoved = frame.State.Advice.FocalMoveDb != 0;
        Balance.Refresh(snapshot);
        double peak = snapshot.PredictedPeakDbfs;
        HeadroomText = !double.IsFinite(peak) ? "headroom not known yet"
            : peak > 0 ? PooledText.Of($"over by {LevelText.Distance(peak)}")
            : PooledText.Of($"headroom {LevelText.Distance(peak)}");
        _roomMoveDb = Headroom.MoveDb(peak);
        IsHeadroomShort = CanMakeRoom;
        RoomLabel = CanMakeRoom ? PooledText.Of($"lower all by {LevelText.Distance(_roomMoveDb)}") : "";
        ShortRoomLabel = CanMakeRoom ? PooledText.Of($"all {LevelText.Fader(_roomMoveDb)}") : "";
        HeardText = PooledText.Of($"heard {LevelText.Time(frame.Focal?.HeardSeconds ?? LongestHeard(snapshot))}");
        CountText = CountOf(snapshot);
        Pictures.Refresh();
        Picture = PictureText.Name(_actions.Mix);
        ApplyAllCommand.NotifyCanExecuteChanged();
        MakeRoomCommand.NotifyCanExecuteChanged();
        UndoCommand.NotifyCanExecuteChanged();
    }

    private static double LongestHeard(MixSnapshot snapshot)
    {
        double longest = 0;
        foreach (TrackReading track in snapshot.Tracks)
        {
            longest = Math.Max(longest, track.HeardSeconds);
        }

        return longest;
    }

    // "12 tracks", "12 tracks, 9 voices".
    private string CountOf(MixSnapshot snapshot)
    {
        bool hasVoices = false;
        _voices.Clear();
        foreach (TrackReading track in snapshot.Tracks)
        {
            hasVoices |= track.VoiceId != Guid.Empty;
            if (track.IsStaged)
            {
                _voices.Add(track.VoiceId == Guid.Empty ? track.Id : track.VoiceId);
            }
        }

        string tracks = Count(snapshot.Tracks.Length, "track");
        return hasVoices ? PooledText.Of($"{tracks}, {Count(_voices.Count, "voice")}") : tracks;
    }

    private static string Count(int number, string what) => number == 1 ? PooledText.Of($"1 {what}") : PooledText.Of($"{number} {what}s");
}
