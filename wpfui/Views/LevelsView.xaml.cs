using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>The Levels view, step 0: a row an instance, beside the two approaches.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class LevelsView : UserControl
{
    public LevelsView() => InitializeComponent();
}
