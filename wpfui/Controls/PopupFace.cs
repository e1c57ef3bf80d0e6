using System.Windows;
using System.Windows.Controls;
using System.Windows.Interop;

namespace FaderStager.WpfUi.Controls;

/// <summary>The ground of all that pops up over the editor, each in a window of its own, which is drawn in software like the editor's.</summary>
/// <remarks>[ui]</remarks>
internal sealed class PopupFace : Border
{
    public PopupFace() => PresentationSource.AddSourceChangedHandler(this, OnSourceChanged);

    private static void OnSourceChanged(object sender, SourceChangedEventArgs e)
    {
        if (e.NewSource is HwndSource { CompositionTarget: { } target })
        {
            target.RenderMode = RenderMode.SoftwareOnly;
        }
    }
}
