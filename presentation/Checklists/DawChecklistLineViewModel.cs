using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Reports;

namespace FaderStager.Presentation.Checklists;

/// <summary>One line of the checklist: a fader of the DAW, and the position that waits for it.</summary>
/// <remarks>[ui] Immutable: a line that changes is another line.</remarks>
public sealed partial class DawChecklistLineViewModel
{
    private readonly EditorActions _actions;

    internal DawChecklistLineViewModel(EditorActions actions, DawChecklistLine line) => (_actions, Line) = (actions, line);

    /// <summary>The track and its positions.</summary>
    public DawChecklistLine Line { get; }

    /// <summary>The line: "Bass: 0.0 dB to −7.9 dB".</summary>
    public string Text => Line.Text;

    /// <summary>What its button does, for a screen reader: "Bass is set in the DAW".</summary>
    public string ConfirmText => PooledText.Of($"{Line.Name} is set in the DAW");

    [RelayCommand]
    private void Confirm() => _actions.ConfirmFader(Line.TrackId);
}
