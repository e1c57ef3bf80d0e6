using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Runtime.InteropServices;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Levels;

/// <summary>The Levels view, step 0: a row an instance, the trims that FaderStager can make itself, and a list of the rest.</summary>
/// <remarks>[ui] Rows are kept in place and reused. Nothing is worked out while the view is not shown.</remarks>
public sealed partial class LevelsViewModel : ObservableObject
{
    /// <summary>Lower end of the VU scale, in dB against 0 VU.</summary>
    public const double LowestDb = -40;

    /// <summary>Upper end of the VU scale, in dB against 0 VU: full scale at the usual working level.</summary>
    public const double HighestDb = 20;

    private readonly EditorActions _actions;
    private readonly string _hostName;
    private readonly Dictionary<Guid, LevelRowViewModel> _byId = [];
    private readonly List<string> _rest = [];
    private PairChoice? _paired;
    private double _shownLevelDbfs = double.NaN;
    private string _workingLevel = "";

    internal LevelsViewModel(EditorActions actions, string hostName)
    {
        (_actions, _hostName) = (actions, hostName);
        IsShown = actions.Track.EditorLayout.ShowsLevels;
    }

    /// <summary>Whether the view is shown, beside the two approaches.</summary>
    [ObservableProperty]
    public partial bool IsShown { get; set; }

    /// <summary>The rows, in the order in which the tracks joined.</summary>
    public ObservableCollection<LevelRowViewModel> Rows { get; } = [];

    /// <summary>The text to read first.</summary>
    [ObservableProperty]
    public partial string Headline { get; private set; } = "";

    /// <summary>What the figures rest on.</summary>
    [ObservableProperty]
    public partial string SourcesText { get; private set; } = "";

    /// <summary>What the button says: "Take the 2 trims FaderStager can make"; empty where it can make none.</summary>
    [ObservableProperty]
    [NotifyCanExecuteChangedFor(nameof(TakeTrimsCommand))]
    public partial string TakeLabel { get; private set; } = "";

    /// <summary>The trims that are made elsewhere, a line each, to be copied or printed; empty where there are none.</summary>
    [ObservableProperty]
    public partial string RestText { get; private set; } = "";

    /// <summary>The working levels that are offered: "−20", "−18", ...</summary>
    public static ImmutableArray<string> WorkingLevels { get; } = [.. MixSettings.WorkingLevels.Select(level => FigureText.Level(level))];

    /// <summary>The working level: "−18.0 dBFS". Set it to what was typed or chosen: what is no number changes nothing and is told.</summary>
    public string WorkingLevelText
    {
        get
        {
            double dbfs = _actions.Mix.Settings.WorkingLevelDbfs;
            if (!dbfs.Equals(_shownLevelDbfs))
            {
                (_shownLevelDbfs, _workingLevel) = (dbfs, LevelText.Level(dbfs, "dBFS"));
            }

            return _workingLevel;
        }

        set => TypeWorkingLevel(value);
    }

    /// <summary>The instances that may stand behind this one on its track; the first is "none".</summary>
    [ObservableProperty]
    public partial ImmutableArray<PairChoice> PairChoices { get; private set; } = [];

    /// <summary>The instance that stands behind this one on the same track, by the host's word or a person's; setting it is the person's word.</summary>
    public PairChoice? Paired
    {
        get => _paired;
        set
        {
            if (value is not null && value.Id != BehindThis)
            {
                _actions.Mix.Pair(_actions.Track.Id, value.Id);
                _actions.Say(value.Id == Guid.Empty ? "This FaderStager is alone on its track now" : PooledText.Of($"{value.Text} is taken for the same track: trims here move its fader the other way"));
                _actions.Noted();
            }
        }
    }

    private Guid BehindThis { get; set; }

    private bool CanTakeTrims => TakeLabel.Length > 0;

    internal void Refresh(RefreshFrame frame)
    {
        if (IsShown)
        {
            Fill(frame);
        }
    }

    // By itself: a lambda that takes its surroundings along would cost every tick an object, shown or not.
    private void Fill(RefreshFrame frame)
    {
        MixSnapshot mix = frame.Snapshot;
        Sync(frame);
        if (!frame.TextsAreDue)
        {
            return;
        }

        Headline = LevelWords.Headline(mix);
        SourcesText = LevelWords.Sources(mix.Settings);
        int own = 0;
        _rest.Clear();
        foreach (TrackReading track in mix.Tracks)
        {
            LevelFinding finding = LevelAdvice.Of(track, mix.Settings);
            if (finding is { IsTrim: true, Where: TrimPlace.OwnTrim })
            {
                own++;
            }
            else if (finding.IsTrim)
            {
                _rest.Add(PooledText.Of($"{track.Name}: {LevelText.WithSign(finding.TrimDb)} dB at its {LevelWords.Where(finding.Where, _hostName)}"));
            }
        }

        TakeLabel = own == 0 ? "" : own == 1 ? "Take the trim FaderStager can make" : PooledText.Of($"Take the {own} trims FaderStager can make");
        RestText = PooledText.Join("\n", CollectionsMarshal.AsSpan(_rest));
        OnPropertyChanged(nameof(WorkingLevelText));
        RefreshPairs(mix);
    }

    private void Sync(RefreshFrame frame)
    {
        MixSnapshot mix = frame.Snapshot;
        for (int i = Rows.Count - 1; i >= 0; i--)
        {
            if (frame.Of(Rows[i].Id).Reading is null)
            {
                _byId.Remove(Rows[i].Id);
                Rows.RemoveAt(i);
            }
        }

        for (int i = 0; i < mix.Tracks.Length; i++)
        {
            TrackReading reading = mix.Tracks[i];
            if (!_byId.TryGetValue(reading.Id, out LevelRowViewModel? row))
            {
                row = new LevelRowViewModel(_actions, reading.Id);
                _byId.Add(reading.Id, row);
                Rows.Insert(Math.Min(i, Rows.Count), row);
            }

            row.Refresh(frame, reading, _hostName);
        }
    }

    private void RefreshPairs(MixSnapshot mix)
    {
        TrackReading? own = null;
        bool isOther = PairChoices.Length != mix.Tracks.Length;
        int at = 1;
        foreach (TrackReading track in mix.Tracks)
        {
            if (track.Id == _actions.Track.Id)
            {
                own = track;
            }
            else
            {
                isOther |= at >= PairChoices.Length || PairChoices[at].Id != track.Id || PairChoices[at].Text != track.Name;
                at++;
            }
        }

        if (isOther || BehindThis != (own?.StagedBy ?? Guid.Empty))
        {
            ShowPairs(mix, own?.StagedBy ?? Guid.Empty);
        }
    }

    private void ShowPairs(MixSnapshot mix, Guid behindThis)
    {
        ImmutableArray<PairChoice> choices =
        [
            PairChoice.None,
            .. mix.Tracks.Where(track => track.Id != _actions.Track.Id).Select(track => new PairChoice(track.Id, track.Name)),
        ];
        (PairChoices, BehindThis) = (choices, behindThis);
        _paired = choices.FirstOrDefault(choice => choice.Id == BehindThis);
        OnPropertyChanged(nameof(Paired));
    }

    // The view fills with the next tick, even where nothing else is new.
    partial void OnIsShownChanged(bool value)
    {
        _actions.KeepLayout(layout => layout with { ShowsLevels = value });
        _actions.Noted();
    }

    /// <summary>Shows the view, or goes back to the approach.</summary>
    [RelayCommand]
    private void Toggle() => IsShown = !IsShown;

    /// <summary>Makes the trims that FaderStager can make itself; one undo takes all back.</summary>
    [RelayCommand(CanExecute = nameof(CanTakeTrims))]
    private void TakeTrims() => _actions.TakeTrims();

    private void TypeWorkingLevel(string? typed)
    {
        if (TypedNumber.TryParse(typed, "dBFS", out double dbfs))
        {
            double taken = Math.Clamp(Math.Round(dbfs, 1), MixSettings.LowestWorkingLevelDbfs, MixSettings.HighestWorkingLevelDbfs);
            if (Math.Abs(taken - dbfs) > 0.05)
            {
                _actions.SayRange(MixSettings.LowestWorkingLevelDbfs, MixSettings.HighestWorkingLevelDbfs, "dBFS", taken);
            }

            _actions.EditMix(settings => settings with { WorkingLevelDbfs = taken });
        }
        else
        {
            _actions.Refuse(typed, "number of dBFS", WorkingLevelText);
        }

        OnPropertyChanged(nameof(WorkingLevelText));
    }
}
