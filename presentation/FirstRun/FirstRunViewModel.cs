using System.Collections.Immutable;
using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Refreshing;

namespace FaderStager.Presentation.FirstRun;

/// <summary>Three lines of what to do, shown to a person until they have been done once, ever; or until they are waved away.</summary>
/// <remarks>[ui] What has been done stays done, whatever comes after: a focal that is cleared again was flagged once.</remarks>
public sealed partial class FirstRunViewModel : ObservableObject
{
    private readonly PersonSettings _settings;
    private readonly HeaderViewModel _header;

    internal FirstRunViewModel(PersonSettings settings, HeaderViewModel header)
    {
        (_settings, _header) = (settings, header);
        IsVisible = !settings.IsFirstRunDone;
    }

    /// <summary>Whether the lines are shown.</summary>
    [ObservableProperty]
    public partial bool IsVisible { get; private set; }

    /// <summary>The lines, in the order in which they are done.</summary>
    public ImmutableArray<FirstRunStep> Steps { get; } =
    [
        new("Flag the focal", "the star, on the track that the mix is built around"),
        new("Pick the approach", "Top-down or Bottom-up, in the line at the top"),
        new("Press play", "readings come where the focal and the others sound"),
    ];

    internal void Refresh(RefreshFrame frame)
    {
        if (!IsVisible || !frame.TextsAreDue)
        {
            return;
        }

        Steps[0].IsDone |= frame.Focal is not null;
        Steps[1].IsDone |= _header.IsApproachPicked;
        Steps[2].IsDone |= frame.Snapshot.IsRolling;
        if (Steps.All(step => step.IsDone))
        {
            GotIt();
        }
    }

    /// <summary>The lines go, for good.</summary>
    [RelayCommand]
    private void GotIt()
    {
        IsVisible = false;
        _settings.RememberFirstRun();
    }
}
