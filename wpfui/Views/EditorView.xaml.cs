using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>The editor.</summary>
internal sealed partial class EditorView : UserControl
{
    public EditorView() => InitializeComponent();
}
