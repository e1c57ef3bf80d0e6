using CommunityToolkit.Mvvm.ComponentModel;
using CommunityToolkit.Mvvm.Input;

namespace FaderStager.Presentation.Approaches;

/// <summary>The one large thing to do next.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class NextActionViewModel : ObservableObject
{
    private Action? _act;

    internal NextActionViewModel()
    {
    }

    /// <summary>What to do: "Bass: bring it up to −6.5 dB"; empty when there is nothing to do.</summary>
    [ObservableProperty]
    public partial string Title { get; private set; } = "";

    /// <summary>Why, in one sentence.</summary>
    [ObservableProperty]
    public partial string Reason { get; private set; } = "";

    /// <summary>What its button says: "Bring up", "Apply", "I have set it".</summary>
    [ObservableProperty]
    public partial string Label { get; private set; } = "";

    /// <summary>Whether there is something to do or to say.</summary>
    [ObservableProperty]
    public partial bool IsVisible { get; private set; }

    /// <summary>The track that it concerns, or null where it concerns all.</summary>
    [ObservableProperty]
    public partial Guid? TrackId { get; private set; }

    internal void Show(string title, string reason, string label, Guid? trackId, Action? act)
    {
        (Title, Reason, Label, TrackId, IsVisible, _act) = (title, reason, label, trackId, title.Length > 0, act);
        ActCommand.NotifyCanExecuteChanged();
    }

    internal void Clear() => Show("", "", "", null, null);

    private bool CanAct => _act is not null;

    [RelayCommand(CanExecute = nameof(CanAct))]
    private void Act() => _act?.Invoke();
}
