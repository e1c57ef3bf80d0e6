using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>What a person sets rarely, behind one button: settings of the mix, export, reset, and what FaderStager is and sees.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class MoreView : UserControl
{
    public MoreView() => InitializeComponent();

    /// <summary>Gives the keyboard to the first control.</summary>
    public void TakeKeyboard() => SettingsTab.Focus();

    /// <summary>Goes back to where it opens.</summary>
    public void Reset() => SettingsTab.IsChecked = true;
}
