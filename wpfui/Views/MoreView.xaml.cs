using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>What a person sets rarely, behind one button: settings of the mix, export, reset.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class MoreView : UserControl
{
    public MoreView() => InitializeComponent();
}
