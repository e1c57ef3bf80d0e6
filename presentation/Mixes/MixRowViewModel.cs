using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Mixing.Parameters;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Presentation.Tracks;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Mixes;

/// <summary>One track in the table of the whole mix. A row lives as long as its track is in the mix.</summary>
/// <remarks>[ui] What is edited here reaches the track's own host as one gesture.</remarks>
public sealed partial class MixRowViewModel : TrackFiguresViewModel
{
    private readonly MixViewModel _mix;
    private string? _shownVoice;
    private (bool IsOpen, bool IsMember, int Tracks, string Name) _shownTitle = (false, false, -1, "");

    internal MixRowViewModel(MixViewModel mix, EditorActions actions, Guid id)
        : base(actions, id)
    {
        _mix = mix;
        IsThisTrack = id == actions.Track.Id;
    }

    /// <summary>Whether this row is the track that the editor belongs to.</summary>
    [ObservableProperty]
    public partial bool IsThisTrack { get; private set; }

    /// <summary>The name as the table has it: of a voice of several tracks "► Gtr (2)", of a track within an open one "   Gtr R".</summary>
    [ObservableProperty]
    public partial string Title { get; private set; } = "";

    /// <summary>Whether the row stands for a voice of several tracks: it is that of its leading track.</summary>
    [ObservableProperty]
    public partial bool IsVoice { get; private set; }

    /// <summary>Whether it is another track of a voice, shown while the voice is open.</summary>
    [ObservableProperty]
    public partial bool IsMember { get; private set; }

    /// <summary>Whether the tracks of the voice are shown below it.</summary>
    [ObservableProperty]
    public partial bool IsOpen { get; private set; }

    /// <summary>What the open button says: "Show 4 tracks", "Hide tracks"; empty where there is nothing to open.</summary>
    [ObservableProperty]
    public partial string OpenLabel { get; private set; } = "";

    /// <summary>The name of the voice; typing one names and pins it, an empty one names it after its tracks.</summary>
    public string VoiceNameText
    {
        get => Reading?.VoiceName ?? Name;
        set
        {
            if (value is not null && value.Trim() != VoiceNameText)
            {
                Actions.NameVoice(Id, value);
                OnPropertyChanged();
            }
        }
    }

    /// <summary>Place in the order of work, 1 first, however the table is sorted.</summary>
    [ObservableProperty]
    public partial int Number { get; internal set; }

    /// <summary>The role; setting it changes it.</summary>
    public RoleChoice Role
    {
        get => RoleChoice.Of(Reading?.Role ?? Staging.Targets.Role.Other);
        set
        {
            if (value is not null && value != Role)
            {
                Actions.Edit(Id, ParameterId.Role, (double)value.Role);
                OnPropertyChanged();
            }
        }
    }

    /// <summary>The role as a person reads it.</summary>
    [ObservableProperty]
    public partial string RoleText { get; private set; } = "";

    /// <summary>The reading as the table has room for it: "−3.2 LU", or <see cref="LevelText.None"/> while there is no figure.</summary>
    [ObservableProperty]
    public partial string ReadingCell { get; private set; } = LevelText.None;

    /// <summary>What to do, or the state where nothing is to be done yet: "down 8.9 dB to −6.5 dB", post-fader "down 8.9 dB", "in place", "waiting".</summary>
    [ObservableProperty]
    public partial string HintCell { get; private set; } = "";

    /// <summary>The same where the table is narrow: "down 8.9 dB".</summary>
    [ObservableProperty]
    public partial string ShortHintCell { get; private set; } = "";

    /// <summary>Whether the track counts in the mix; setting it changes it.</summary>
    public bool InMix
    {
        get => Reading?.InMix ?? true;
        set
        {
            Actions.Edit(Id, ParameterId.InMix, value ? 1 : 0);
            OnPropertyChanged();
        }
    }

    /// <summary>Deviation from the target in LU, above 0 = too loud; NaN = none.</summary>
    public double DeviationLu => (Hint?.RelativeLu ?? double.NaN) - (Hint?.TargetLu ?? double.NaN);

    /// <summary>Where the fader goes when the preview is confirmed, in dB; NaN = it stays, or there is no preview.</summary>
    [ObservableProperty]
    public partial double PreviewFaderDb { get; internal set; } = double.NaN;

    /// <summary>The same in words: "0.0 dB to −6.5 dB"; empty without a preview.</summary>
    [ObservableProperty]
    public partial string PreviewText { get; private set; } = "";

    /// <summary>The same where the table is narrow: "to −6.5 dB".</summary>
    [ObservableProperty]
    public partial string ShortPreviewText { get; private set; } = "";

    internal int Step => Hint?.Step ?? 0;

    internal double SuggestedFaderDb => HintText.ToApply(Hint, Reading);

    internal Hint? PresentHint => Hint;

    /// <summary>Sets the target against the focal by the person's own offset.</summary>
    /// <param name="text">The target in LU: "-8", "−6.5 LU".</param>
    /// <returns>False when it is no number, or the row is the focal's; the person is told.</returns>
    /// <remarks>[ui]</remarks>
    public bool TypeTarget(string? text)
    {
        if (IsFocal)
        {
            Actions.SayNo("The focal has no target: all others are read against it");
            return false;
        }

        if (!TypedNumber.TryParse(text, "LU", out double lu))
        {
            Actions.Refuse(text, "number of LU", TargetText);
            return false;
        }

        SetTarget(lu);
        return true;
    }

    /// <summary>Sets the target against the focal by the person's own offset.</summary>
    /// <param name="lu">Target in LU.</param>
    /// <remarks>[ui]</remarks>
    public void SetTarget(double lu)
    {
        if (double.IsFinite(lu) && !IsFocal)
        {
            Actions.SetTarget(Id, lu);
        }
    }

    /// <summary>Flags this track as the focal, or takes the flag from it.</summary>
    [RelayCommand]
    private void ToggleFocal() => Actions.Edit(Id, ParameterId.Focal, IsFocal ? 0 : 1);

    /// <summary>Gives the target back to the profile.</summary>
    [RelayCommand]
    private void ResetTarget() => Actions.Edit(Id, ParameterId.TargetOffset, 0);

    /// <summary>Shows or hides the tracks of the voice.</summary>
    [RelayCommand(CanExecute = nameof(IsVoice))]
    private void ToggleOpen() => _mix.Open(this, !IsOpen);

    /// <summary>Takes the track out of its voice, or the voice apart.</summary>
    [RelayCommand(CanExecute = nameof(CanSplit))]
    private void Split() => Actions.SplitVoice(IsMember ? [Id] : _mix.TracksOf(this));

    /// <summary>Makes one voice of this row and the one above.</summary>
    [RelayCommand(CanExecute = nameof(CanJoin))]
    private void JoinAbove() => _mix.JoinAbove(this);

    private bool CanSplit => IsVoice || IsMember;

    private bool CanJoin => !IsFocal;

    internal Guid VoiceId => Reading?.VoiceId ?? Guid.Empty;

    internal void ShowOpen(bool isOpen, int tracks)
    {
        var shown = (isOpen && IsVoice, IsMember, tracks, IsVoice ? Reading?.VoiceName ?? Name : Name);
        if (shown == _shownTitle)
        {
            return;
        }

        _shownTitle = shown;
        IsOpen = shown.Item1;
        OpenLabel = !IsVoice ? "" : IsOpen ? "Hide tracks" : PooledText.Of($"Show {tracks} tracks");
        Title = IsMember ? PooledText.Of($"   {Name}") : IsVoice ? PooledText.Of($"{(IsOpen ? "▼" : "►")} {Reading?.VoiceName ?? Name} ({tracks})") : Name;
    }

    [RelayCommand]
    private void MoveUp() => _mix.MoveRow(this, -1);

    [RelayCommand]
    private void MoveDown() => _mix.MoveRow(this, 1);

    internal void Refresh(RefreshFrame frame, TrackReading reading, Hint hint)
    {
        bool roleChanged = Reading?.Role != reading.Role;
        bool inMixChanged = Reading?.InMix != reading.InMix;
        RefreshFigures(frame, reading, hint);
        IsThisTrack = Id == Actions.Track.Id;
        bool wasVoice = CanSplit;
        IsVoice = reading.VoiceId == reading.Id && reading.VoiceId != Guid.Empty;
        IsMember = !IsVoice && reading.VoiceId != Guid.Empty;
        if (wasVoice != CanSplit)
        {
            ToggleOpenCommand.NotifyCanExecuteChanged();
            SplitCommand.NotifyCanExecuteChanged();
        }

        if (roleChanged)
        {
            RoleText = Roles.DisplayName(reading.Role);
            OnPropertyChanged(nameof(Role));
        }

        if (inMixChanged)
        {
            OnPropertyChanged(nameof(InMix));
        }
    }

    private protected override void RefreshTexts(RefreshFrame frame, TrackReading? reading, Hint? hint)
    {
        base.RefreshTexts(frame, reading, hint);
        ReadingCell = ReadingText is LevelText.NotHeard or LevelText.FaderDown or LevelText.FaderUnknown ? LevelText.None : ReadingText;

        // A track that waits, is to be trimmed first or is in place says so; what its fader would do is in its own editor.
        bool saysState = PendingText.Length == 0 && (HintLine.Length == 0 || Shape is StateShape.HollowDot or StateShape.Exclamation or StateShape.Tick);
        HintCell = saysState ? StateWord : FaderPlace == FaderPlace.PostFader ? MoveText : HintLine;
        ShortHintCell = saysState ? StateWord : MoveText;
        if (hint?.IsWeak == true && MoveText.Length > 0)
        {
            HintCell = PooledText.Of($"hardly heard: {MoveText}?");
            ShortHintCell = PooledText.Of($"{MoveText}?");
        }

        if (_shownVoice != VoiceNameText)
        {
            _shownVoice = VoiceNameText;
            OnPropertyChanged(nameof(VoiceNameText));
        }

        if (ClipText.Length > 0)
        {
            (HintCell, ShortHintCell) = (PooledText.Of($"■ clipped · {HintCell}"), PooledText.Of($"■ {ShortHintCell}"));
        }
    }

    partial void OnPreviewFaderDbChanged(double value)
    {
        ShortPreviewText = double.IsNaN(value) ? "" : PooledText.Of($"to {LevelText.Fader(value)}");
        PreviewText = double.IsNaN(value) ? "" : PooledText.Of($"{FaderText} {ShortPreviewText}");
    }
}
