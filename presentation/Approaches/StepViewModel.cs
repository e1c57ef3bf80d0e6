using System.ComponentModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.States;
using FaderStager.Presentation.Texts;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Approaches;

/// <summary>One line in the order of work: a track, what is to be done with it, and whether it is.</summary>
/// <remarks>[ui] Changes four times a second at most.</remarks>
public sealed partial class StepViewModel : ObservableObject
{
    private static readonly PropertyChangedEventArgs ReasonChanged = new(nameof(Reason));

    private readonly EditorActions _actions;
    private bool _canApply;
    private Hint? _hint;
    private string? _reason;

    internal StepViewModel(EditorActions actions, Guid id) => (_actions, Id) = (actions, id);

    /// <summary>The track.</summary>
    public Guid Id { get; }

    /// <summary>Its name.</summary>
    [ObservableProperty]
    public partial string Name { get; private set; } = "";

    /// <summary>Place in the order of work, 1 first.</summary>
    [ObservableProperty]
    public partial int Number { get; private set; }

    /// <summary>Where the step stands.</summary>
    [ObservableProperty]
    public partial StepState State { get; private set; }

    /// <summary>The same as a word: "done", "next", "waiting", "adjust", "not heard yet".</summary>
    [ObservableProperty]
    public partial string StateWord { get; private set; } = "";

    /// <summary>The shape that carries it.</summary>
    [ObservableProperty]
    public partial StateShape Shape { get; private set; }

    /// <summary>The colour family that goes with it.</summary>
    [ObservableProperty]
    public partial StateTone Tone { get; private set; }

    /// <summary>What to do: "down 8.9 dB to −6.5 dB"; empty when nothing is to be done.</summary>
    [ObservableProperty]
    public partial string HintLine { get; private set; } = "";

    /// <summary>Why, in one sentence.</summary>
    public string Reason => _reason ??= _hint?.Reason ?? "";

    /// <summary>What its button says.</summary>
    [ObservableProperty]
    public partial string ApplyLabel { get; private set; } = "";

    internal void Refresh(TrackReading reading, Hint hint)
    {
        (Name, Number, _hint) = (reading.Name, hint.Step, hint);
        if (_reason is not null && _reason != (_reason = hint.Reason))
        {
            OnPropertyChanged(ReasonChanged);
        }

        (Shape, Tone) = (HintText.Shape(hint), HintText.Tone(hint));
        bool waits = !double.IsNaN(reading.PendingFaderDb);
        HintLine = waits ? HintText.Waiting(reading) : HintText.Line(hint, reading.FaderPlace);
        ApplyLabel = HintText.ApplyLabel(waits ? FaderPlace.DawFader : reading.FaderPlace);
        State = hint.Kind switch
        {
            HintKind.Focal or HintKind.Placed or HintKind.InPlace => StepState.Done,
            HintKind.Next => StepState.Next,
            HintKind.Adjust or HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Start => StepState.Adjust,
            _ => StepState.Waiting,
        };
        StateWord = State == StepState.Done ? "done" : HintText.Word(hint);
        _canApply = HintText.CanApply(hint, reading);
        ApplyCommand.NotifyCanExecuteChanged();
    }

    private bool CanApply => _canApply;

    [RelayCommand(CanExecute = nameof(CanApply))]
    private void Apply() => _actions.Apply(Id);
}
