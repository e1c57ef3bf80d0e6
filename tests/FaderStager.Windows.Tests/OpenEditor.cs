using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Automation.Provider;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Media;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.FirstRun;
using FaderStager.WpfUi;

namespace FaderStager.Windows.Tests;

/// <summary>An editor open in a host's window, and ways to use it as a person does.</summary>
internal sealed class OpenEditor : IDisposable
{
    private readonly TestMix _mix;

    public OpenEditor(TestMix mix, TrackInstance track, int width = EditorHost.DefaultWidth, int height = EditorHost.DefaultHeight, double scale = 1, bool ticks = false, TimeProvider? time = null, PersonSettings? person = null)
    {
        _mix = mix;
        Window = new HostWindow(width, height);
        Host = new EditorHost(track, mix.HandDriven with { Clock = ticks ? new DispatcherRefreshClock() : mix.Clock, Time = time ?? TimeProvider.System, Person = person ?? mix.Person });
        Host.SetScale(scale);
        Assert.That(Host.Attach(Window.Handle, width, height), Is.True, () => $"{Host.Problem}");
        Follow();
    }

    public HostWindow Window { get; }

    public EditorHost Host { get; }

    public FrameworkElement View => Host.View!;

    public FrameworkElement Root => (FrameworkElement)VisualTreeHelper.GetParent(Host.View!);

    public EditorViewModel Model => Host.Model!;

    /// <summary>Lets the mix be evaluated and the editor follow, until its marks have glided to their places.</summary>
    public void Follow()
    {
        _mix.Refresh();
        for (int turn = 0; turn < 12; turn++)
        {
            _mix.Clock.Turn();
            UiThread.Pump(30);
        }

        UiThread.Drain();
    }

    /// <summary>All elements of a kind that are shown, in the editor and in what popped up over it.</summary>
    public IEnumerable<T> All<T>()
        where T : UIElement => Below(View).OfType<Popup>().Where(popup => popup.IsOpen && popup.Child is not null).SelectMany(popup => Below(popup.Child))
            .Concat(Below(View)).OfType<T>().Where(element => element.IsVisible);

    /// <summary>The element of a name, as a screen reader finds it.</summary>
    public FrameworkElement Find(string name) => All<FrameworkElement>().FirstOrDefault(element => NameOf(element) == name && element is Control or WpfUi.Controls.FaderStrip)
        ?? throw new InvalidOperationException($"No control is named \"{name}\".");

    /// <summary>Presses a button by its automation peer.</summary>
    public void Press(string name)
    {
        FrameworkElement element = Find(name);
        Assert.That(element.IsEnabled, Is.True, $"\"{name}\" is not enabled.");
        AutomationPeer peer = UIElementAutomationPeer.CreatePeerForElement(element);
        switch (peer)
        {
            case IInvokeProvider button: button.Invoke(); break;
            case IToggleProvider toggle: toggle.Toggle(); break;
            case ISelectionItemProvider choice: choice.Select(); break;
            default: throw new InvalidOperationException($"\"{name}\" cannot be pressed.");
        }

        UiThread.Drain();
        Follow();
    }

    public static string NameOf(UIElement element) => System.Windows.Automation.AutomationProperties.GetName(element);

    public static IEnumerable<DependencyObject> Below(DependencyObject root)
    {
        for (int i = 0; i < VisualTreeHelper.GetChildrenCount(root); i++)
        {
            DependencyObject child = VisualTreeHelper.GetChild(root, i);
            yield return child;
            foreach (DependencyObject deeper in Below(child))
            {
                yield return deeper;
            }
        }
    }

    public void Dispose()
    {
        Host.Detach();
        Window.Dispose();
    }
}
