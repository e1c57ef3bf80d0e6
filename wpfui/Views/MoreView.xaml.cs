using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>What a person sets rarely, behind one button: settings of the mix, export, reset, and what FaderStager is and sees.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class MoreView : UserControl
{
    public MoreView() => InitializeComponent();

    private void OnClosed(object? sender, EventArgs e) => SettingsTab.IsChecked = true;
}
