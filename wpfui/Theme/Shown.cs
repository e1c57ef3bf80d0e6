using System.Globalization;
using System.Windows;
using System.Windows.Data;

namespace FaderStager.WpfUi.Theme;

/// <summary>Shows an element while a value says something: true, a text that is not empty, an object. "not" as parameter turns it round.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Shown : IValueConverter
{
    public static Shown Instance { get; } = new();

    public object Convert(object? value, Type targetType, object? parameter, CultureInfo culture)
    {
        bool says = value switch
        {
            null => false,
            bool flag => flag,
            string text => text.Length > 0,
            _ => true,
        };
        return says != (parameter is "not") ? Visibility.Visible : Visibility.Collapsed;
    }

    public object ConvertBack(object? value, Type targetType, object? parameter, CultureInfo culture) =>
        System.Windows.Data.Binding.DoNothing;
}
