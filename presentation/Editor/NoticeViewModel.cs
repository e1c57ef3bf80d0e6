using CommunityToolkit.Mvvm.ComponentModel;

namespace FaderStager.Presentation.Editor;

/// <summary>A short word on what just happened, with undo beside it where there is something to undo. Goes by itself.</summary>
/// <remarks>[ui]</remarks>
public sealed partial class NoticeViewModel : ObservableObject
{
    /// <summary>How long a notice of a move stays, in ms.</summary>
    public const int ShownMs = 2000;

    /// <summary>How long a notice stays that has a sentence to read, such as a file's place or a problem, in ms.</summary>
    public const int LongShownMs = 6000;

    private readonly TimeProvider _time;
    private long _shownAt;
    private int _shownMs;

    internal NoticeViewModel(TimeProvider time) => _time = time;

    /// <summary>Whether there is one to show.</summary>
    [ObservableProperty]
    public partial bool IsVisible { get; private set; }

    /// <summary>What happened.</summary>
    [ObservableProperty]
    public partial string Text { get; private set; } = "";

    /// <summary>Whether undo stands beside it.</summary>
    [ObservableProperty]
    public partial bool CanUndo { get; private set; }

    /// <summary>Whether it says that something was not done as it was asked for.</summary>
    [ObservableProperty]
    public partial bool IsRefusal { get; private set; }

    internal void Show(string text, bool canUndo, int shownMs = ShownMs, bool isRefusal = false)
    {
        (Text, CanUndo, IsRefusal, IsVisible) = (text, canUndo, isRefusal, true);
        (_shownAt, _shownMs) = (_time.GetTimestamp(), shownMs);
    }

    internal void Refresh()
    {
        if (IsVisible && _time.GetElapsedTime(_shownAt).TotalMilliseconds >= _shownMs)
        {
            Hide();
        }
    }

    internal void Hide() => (IsVisible, CanUndo) = (false, false);
}
