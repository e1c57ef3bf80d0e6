using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>The one large next action, or what is missing while there is nothing to compare.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class NextView : UserControl
{
    public NextView() => InitializeComponent();
}
