using System.Windows;
using FaderStager.Presentation.Looks;

namespace FaderStager.WpfUi.Views;

/// <summary>What the views leave out as the window gets smaller. Set on the editor's root, inherited by all within.</summary>
/// <remarks>[ui]</remarks>
internal static class EditorLayout
{
    public static readonly DependencyProperty IsNarrowProperty = Flag("IsNarrow");
    public static readonly DependencyProperty IsWideProperty = Flag("IsWide");
    public static readonly DependencyProperty IsLowProperty = Flag("IsLow");

    public static bool GetIsNarrow(DependencyObject element) => (bool)element.GetValue(IsNarrowProperty);

    public static void SetIsNarrow(DependencyObject element, bool value) => element.SetValue(IsNarrowProperty, value);

    public static bool GetIsWide(DependencyObject element) => (bool)element.GetValue(IsWideProperty);

    public static void SetIsWide(DependencyObject element, bool value) => element.SetValue(IsWideProperty, value);

    public static bool GetIsLow(DependencyObject element) => (bool)element.GetValue(IsLowProperty);

    public static void SetIsLow(DependencyObject element, bool value) => element.SetValue(IsLowProperty, value);

    /// <summary>Settles what a size leaves out.</summary>
    public static void Follow(DependencyObject root, Size size)
    {
        SetIsNarrow(root, size.Width < EditorBounds.NarrowWidth);
        SetIsWide(root, size.Width >= EditorBounds.WideWidth);
        SetIsLow(root, size.Height < EditorBounds.LowHeight);
    }

    private static DependencyProperty Flag(string name) => DependencyProperty.RegisterAttached(
        name, typeof(bool), typeof(EditorLayout), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.Inherits));
}
