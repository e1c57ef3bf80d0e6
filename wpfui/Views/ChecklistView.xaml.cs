using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>What waits to be set in the DAW, and where a host's fader was asked for that cannot be reached.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class ChecklistView : UserControl
{
    public ChecklistView() => InitializeComponent();
}
