using System.Windows;
using System.Windows.Controls;
using System.Windows.Input;

namespace FaderStager.WpfUi.Controls;

/// <summary>Gives the keyboard back when a list that the mouse opened closes: its arrow keys would change the choice unseen.</summary>
/// <remarks>[ui] Set on a combo box by its style.</remarks>
internal static class DropDown
{
    public static readonly DependencyProperty GivesBackProperty = DependencyProperty.RegisterAttached(
        "GivesBack", typeof(bool), typeof(DropDown), new FrameworkPropertyMetadata(false, OnGivesBackChanged));

    private static readonly DependencyProperty IsByMouseProperty = DependencyProperty.RegisterAttached(
        "IsByMouse", typeof(bool), typeof(DropDown), new FrameworkPropertyMetadata(false));

    public static bool GetGivesBack(DependencyObject element) => (bool)element.GetValue(GivesBackProperty);

    public static void SetGivesBack(DependencyObject element, bool value) => element.SetValue(GivesBackProperty, value);

    private static void OnGivesBackChanged(DependencyObject element, DependencyPropertyChangedEventArgs e)
    {
        if (element is ComboBox list && e.NewValue is true)
        {
            list.DropDownOpened += OnOpened;
            list.DropDownClosed += OnClosed;
        }
    }

    private static void OnOpened(object? sender, EventArgs e) => ((ComboBox)sender!).SetValue(IsByMouseProperty, InputManager.Current.MostRecentInputDevice is MouseDevice);

    private static void OnClosed(object? sender, EventArgs e)
    {
        ComboBox list = (ComboBox)sender!;
        if ((bool)list.GetValue(IsByMouseProperty) && list.IsKeyboardFocusWithin)
        {
            KeyboardBack.Give(list);
        }
    }
}
