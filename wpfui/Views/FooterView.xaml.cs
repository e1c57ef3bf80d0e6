using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>Why, how sure, and what just happened.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class FooterView : UserControl
{
    public FooterView() => InitializeComponent();
}
