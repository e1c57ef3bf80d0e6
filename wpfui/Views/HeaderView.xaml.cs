using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>What this track is, and how the mix is staged.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class HeaderView : UserControl
{
    public HeaderView() => InitializeComponent();
}
