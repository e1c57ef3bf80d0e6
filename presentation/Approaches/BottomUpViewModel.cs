using System.Collections.ObjectModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Approaches;

/// <summary>Bottom-up as a list of steps, done, next and waiting, with one large next action.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class BottomUpViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly Action _applyNext;

    internal BottomUpViewModel(EditorActions actions) => (_actions, _applyNext) = (actions, ApplyNext);

    /// <summary>Whether the mix is staged bottom-up.</summary>
    [ObservableProperty]
    public partial bool IsActive { get; private set; }

    /// <summary>The steps in order, the focal first.</summary>
    public ObservableCollection<StepViewModel> Steps { get; } = [];

    /// <summary>The one thing to do next.</summary>
    public NextActionViewModel Next { get; } = new();

    /// <summary>"4 of 12 placed".</summary>
    [ObservableProperty]
    public partial string ProgressText { get; private set; } = "";

    internal void Refresh(RefreshFrame frame)
    {
        IsActive = frame.Snapshot.Settings.Approach == ApproachKind.BottomUp;
        if (!frame.TextsAreDue)
        {
            return;
        }

        if (!IsActive)
        {
            Clear();
            return;
        }

        StepList.Sync(Steps, _actions, frame);
        ProgressText = Steps.Count == 0 ? "" : PooledText.Of($"{Done()} of {Steps.Count} placed");
        ShowNext(frame);
    }

    private void Clear()
    {
        if (Steps.Count > 0)
        {
            Steps.Clear();
        }

        Next.Clear();
    }

    private int Done()
    {
        int done = 0;
        for (int i = 0; i < Steps.Count; i++)
        {
            done += Steps[i].State == StepState.Done ? 1 : 0;
        }

        return done;
    }

    [RelayCommand]
    private void AllDown() => _actions.SetAllFaders(double.NegativeInfinity);

    private void ShowNext(RefreshFrame frame)
    {
        MixAdvice advice = frame.State.Advice;
        StepViewModel? step = NextStep(advice.Next?.TrackId);
        if (step is null)
        {
            Next.Clear();
            return;
        }

        (TrackReading? reading, Hint? hint) = frame.Of(step.Id);
        string title = advice.Step is MixStep.BringUp or MixStep.MoveTrack ? advice.StepSentence : hint!.StepSentence;
        bool isUp = step.State == StepState.Next && reading!.FaderPlace == FaderPlace.PluginFader;
        Next.Show(title, step.Reason, isUp ? "Bring up" : step.ApplyLabel, step.Id, HintText.CanApply(hint, reading) ? _applyNext : null);
    }

    // The one that the approach names; else the first that is next, or to be adjusted.
    private StepViewModel? NextStep(Guid? named)
    {
        StepViewModel? next = null;
        for (int i = 0; i < Steps.Count; i++)
        {
            StepViewModel step = Steps[i];
            if (step.Id == named)
            {
                return step;
            }

            bool isNearer = step.State == StepState.Next ? next?.State != StepState.Next : step.State == StepState.Adjust && next is null;
            next = isNearer ? step : next;
        }

        return next;
    }

    private void ApplyNext()
    {
        if (Next.TrackId is { } next)
        {
            _actions.Apply(next);
        }
    }
}
