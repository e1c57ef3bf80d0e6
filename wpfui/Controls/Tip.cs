using System.Windows;
using System.Windows.Controls;

namespace FaderStager.WpfUi.Controls;

/// <summary>A tooltip that goes after a while.</summary>
/// <remarks>
/// [ui] WPF's own default is to stay for 2^31 ms. A timer that far ahead overtakes, by overflow, one that is late, and then no timer of
/// the thread fires any more: the editor stands, and with it whatever else the host's thread waits for.
/// </remarks>
internal static class Tip
{
    /// <summary>How long a tooltip stays, in ms.</summary>
    public const int ShownMs = 20_000;

    public static readonly DependencyProperty TextProperty = DependencyProperty.RegisterAttached(
        "Text", typeof(string), typeof(Tip), new FrameworkPropertyMetadata(null, OnTextChanged));

    public static string? GetText(DependencyObject element) => (string?)element.GetValue(TextProperty);

    public static void SetText(DependencyObject element, string? value) => element.SetValue(TextProperty, value);

    private static void OnTextChanged(DependencyObject element, DependencyPropertyChangedEventArgs e)
    {
        ToolTipService.SetShowDuration(element, ShownMs);
        ToolTipService.SetToolTip(element, e.NewValue is string { Length: > 0 } text ? text : null);
    }
}
