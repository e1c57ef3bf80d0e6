using System.Collections.Immutable;
using System.Collections.ObjectModel;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Presentation.Checklists;

/// <summary>"Set these in the DAW": the positions that wait for a person, one by one and all at once, and the handing over of a staging.</summary>
/// <remarks>[ui] Nothing is confirmed but by a press.</remarks>
public sealed partial class DawChecklistViewModel : ObservableObject
{
    private readonly EditorActions _actions;
    private readonly EditorContext _context;
    private bool _canHandOver;

    internal DawChecklistViewModel(EditorActions actions, EditorContext context) => (_actions, _context) = (actions, context);

    /// <summary>The lines, in the order of the tracks.</summary>
    public ObservableCollection<DawChecklistLineViewModel> Lines { get; } = [];

    /// <summary>What the list is called, with its length: "Set these in the DAW: 3"; empty while nothing waits.</summary>
    [ObservableProperty]
    public partial string Title { get; private set; } = "";

    /// <summary>Which tracks asked for a host's fader that cannot be reached: "This host gives no access to its faders: Bass, Keys are set by hand"; empty where none did.</summary>
    [ObservableProperty]
    public partial string AccessText { get; private set; } = "";

    /// <summary>Whether there is anything to say.</summary>
    [ObservableProperty]
    public partial bool IsVisible { get; private set; }

    /// <summary>Whether a position waits.</summary>
    [ObservableProperty]
    public partial bool HasLines { get; private set; }

    internal void Refresh(RefreshFrame frame)
    {
        if (!frame.TextsAreDue)
        {
            return;
        }

        MixSnapshot mix = frame.Snapshot;
        if (Lines.Count > 0 || DawChecklist.Count(mix) > 0)
        {
            Sync(DawChecklist.Of(mix));
        }

        HasLines = Lines.Count > 0;
        Title = HasLines ? PooledText.Of($"{DawChecklist.Title}: {Lines.Count}") : "";
        string missing = "";
        int count = 0;
        _canHandOver = false;
        foreach (TrackReading track in mix.Tracks)
        {
            _canHandOver |= track.FaderPlace == FaderPlace.PluginFader && track.IsStaged;
            if (track.LacksHostFader)
            {
                (count, missing) = (count + 1, PooledText.Join(", ", missing, track.Name));
            }
        }

        AccessText = count == 0 ? "" : PooledText.Of($"This host gives no access to its faders: {missing} {(count == 1 ? "is" : "are")} set by hand");
        IsVisible = HasLines || count > 0;
        ConfirmAllCommand.NotifyCanExecuteChanged();
        CopyCommand.NotifyCanExecuteChanged();
        HandOverCommand.NotifyCanExecuteChanged();
    }

    private bool CanConfirmAll => HasLines;

    private bool CanHandOver => _canHandOver;

    [RelayCommand(CanExecute = nameof(CanConfirmAll))]
    private void ConfirmAll() => _actions.ConfirmAllFaders();

    [RelayCommand(CanExecute = nameof(CanHandOver))]
    private void HandOver() => _actions.HandOver();

    /// <summary>Puts the list where it can be pasted from, as text.</summary>
    [RelayCommand(CanExecute = nameof(CanConfirmAll))]
    private void Copy() => _actions.Try(
        () => _context.CopyText(string.Join(Environment.NewLine, Lines.Select(line => line.Text).Prepend(DawChecklist.Title)) + Environment.NewLine),
        "Copied: paste it anywhere",
        "Not copied");

    // Lines that are still the same stay, so that a press does not slip to another one.
    private void Sync(ImmutableArray<DawChecklistLine> lines)
    {
        if (Lines.Select(line => line.Line).SequenceEqual(lines))
        {
            return;
        }

        for (int i = 0; i < lines.Length; i++)
        {
            if (i >= Lines.Count)
            {
                Lines.Add(new DawChecklistLineViewModel(_actions, lines[i]));
            }
            else if (Lines[i].Line != lines[i])
            {
                Lines[i] = new DawChecklistLineViewModel(_actions, lines[i]);
            }
        }

        while (Lines.Count > lines.Length)
        {
            Lines.RemoveAt(Lines.Count - 1);
        }
    }
}
