using System.Windows;

namespace FaderStager.WpfUi.Controls;

/// <summary>Raised by a control that has no more use for the keyboard. The editor takes it then, and gives the keys to the host.</summary>
/// <remarks>[ui] Bubbles, from what popped up too.</remarks>
internal static class KeyboardBack
{
    public static readonly RoutedEvent GivenEvent = EventManager.RegisterRoutedEvent(
        "Given", RoutingStrategy.Bubble, typeof(RoutedEventHandler), typeof(KeyboardBack));

    /// <summary>Gives the keyboard back.</summary>
    public static void Give(UIElement from) => from.RaiseEvent(new RoutedEventArgs(GivenEvent, from));
}
