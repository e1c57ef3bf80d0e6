using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Presentation.Approaches;

/// <summary>Top-down: the uniform starts and the ranked list of what hurts most.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class TopDownViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly Action _allToStart;
    private readonly Action _applyFirst;
    private TopDownStart _shownStart;
    private int _startsFor;

    internal TopDownViewModel(EditorActions actions)
    {
        (_actions, _allToStart, _applyFirst) = (actions, AllToStart, ApplyFirst);
        Starts = Choices(0);
    }

    /// <summary>Whether the mix is staged top-down.</summary>
    [ObservableProperty]
    public partial bool IsActive { get; private set; }

    /// <summary>The uniform starts to choose from, each with its position.</summary>
    [ObservableProperty]
    public partial ImmutableArray<StartChoice> Starts { get; private set; }

    /// <summary>The mix's own start; setting it changes it for all tracks.</summary>
    public StartChoice Start
    {
        get
        {
            int index = 0;
            while (index < Starts.Length - 1 && Starts[index].Start != _actions.Mix.Settings.Start)
            {
                index++;
            }

            return Starts[index];
        }

        set
        {
            if (value is not null && value.Start != _actions.Mix.Settings.Start)
            {
                _actions.EditMix(settings => settings with { Start = value.Start });
                OnPropertyChanged();
                OnPropertyChanged(nameof(StartLabel));
            }
        }
    }

    /// <summary>What the start command says: "All faders to −12.0 dB".</summary>
    public string StartLabel => Start.Command;

    /// <summary>What is to be done, what hurts most first.</summary>
    public ObservableCollection<StepViewModel> Ranked { get; } = [];

    /// <summary>The one thing to do next.</summary>
    public NextActionViewModel Next { get; } = new();

    internal void Refresh(RefreshFrame frame)
    {
        IsActive = frame.Snapshot.Settings.Approach == ApproachKind.TopDown;
        if (!frame.TextsAreDue)
        {
            return;
        }

        RefreshStarts(frame);
        if (!IsActive)
        {
            if (Ranked.Count > 0)
            {
                Ranked.Clear();
            }

            Next.Clear();
            return;
        }

        StepList.Sync(Ranked, _actions, frame);
        ShowNext(frame);
    }

    [RelayCommand]
    private void AllToStart() => _actions.SetAllFaders(Start.PositionDb);

    private void RefreshStarts(RefreshFrame frame)
    {
        int tracks = 0;
        foreach (TrackReading track in frame.Snapshot.Tracks)
        {
            tracks += track.InMix && track.Role != Role.MixBus ? 1 : 0;
        }

        if (tracks == _startsFor && Start.Start == _shownStart)
        {
            return;
        }

        if (tracks != _startsFor)
        {
            (_startsFor, Starts) = (tracks, Choices(tracks));
        }

        _shownStart = Start.Start;
        OnPropertyChanged(nameof(Start));
        OnPropertyChanged(nameof(StartLabel));
    }

    private static ImmutableArray<StartChoice> Choices(int trackCount) =>
    [
        .. Enum.GetValues<TopDownStart>().Select(start =>
        {
            double db = FaderRange.Round(UniformStart.Db(start, trackCount));
            string name = start == TopDownStart.Auto ? PooledText.Of($"by track count, {LevelText.Fader(db)}") : LevelText.Fader(db);
            return new StartChoice(start, name, db);
        }),
    ];

    private void ShowNext(RefreshFrame frame)
    {
        StepViewModel? first = Ranked.Count > 0 ? Ranked[0] : null;
        (TrackReading? reading, Hint? hint) = first is null ? (null, null) : frame.Of(first.Id);
        if (first is null || reading is null || hint is null)
        {
            Next.Clear();
        }
        else if (IsUniformStart())
        {
            Next.Show(frame.State.Advice.StepSentence, first.Reason, "Set all", null, _allToStart);
        }
        else
        {
            Next.Show(frame.State.Advice.StepSentence, first.Reason, first.ApplyLabel, first.Id, HintText.CanApply(hint, reading) ? _applyFirst : null);
        }
    }

    private bool IsUniformStart()
    {
        bool isOne = Ranked.Count > 1;
        for (int i = 0; i < Ranked.Count; i++)
        {
            isOne &= Ranked[i].Number == 1;
        }

        return isOne;
    }

    private void ApplyFirst()
    {
        if (Next.TrackId is { } first)
        {
            _actions.Apply(first);
        }
    }
}
