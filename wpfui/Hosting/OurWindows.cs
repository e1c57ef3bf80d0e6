using System.Windows;
using System.Windows.Interop;
using System.Windows.Media;
using System.Windows.Threading;
using FaderStager.WpfUi.Controls;

namespace FaderStager.WpfUi.Hosting;

/// <summary>Tells the editor's windows from others of the same thread.</summary>
/// <remarks>[ui]</remarks>
internal static class OurWindows
{
    // A popup has a few decorators of WPF's own about what is ours.
    private const int Depth = 8;

    /// <summary>Whether every WPF window of a thread is an editor or popped up over one.</summary>
    public static bool AreAll(Dispatcher dispatcher)
    {
        foreach (PresentationSource source in PresentationSource.CurrentSources)
        {
            if (source is { IsDisposed: false } && source.Dispatcher == dispatcher && !IsOurs(source))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsOurs(PresentationSource source)
    {
        DependencyObject? at = source.RootVisual;
        for (int i = 0; i < Depth && at is not (null or FitRoot or PopupFace); i++)
        {
            at = at is Visual && VisualTreeHelper.GetChildrenCount(at) > 0 ? VisualTreeHelper.GetChild(at, 0) : null;
        }

        // One that shows nothing yet, or nothing any more, is nobody's.
        return at is FitRoot or PopupFace || source is HwndSource { RootVisual: null };
    }
}
