using System.Globalization;
using System.Windows.Data;
using System.Windows.Media;

namespace FaderStager.WpfUi.Theme;

/// <summary>Turns the colour that a track has in the host into a brush, for bindings; no colour is no brush.</summary>
/// <remarks>[ui]</remarks>
internal sealed class HostColour : IValueConverter
{
    public static HostColour Instance { get; } = new();

    public object? Convert(object? value, Type targetType, object? parameter, CultureInfo culture)
    {
        if (value is not uint argb)
        {
            return null;
        }

        // Opaque: it stands on a ground of our own.
        SolidColorBrush brush = new(Color.FromRgb((byte)(argb >> 16), (byte)(argb >> 8), (byte)argb));
        brush.Freeze();
        return brush;
    }

    public object ConvertBack(object? value, Type targetType, object? parameter, CultureInfo culture) =>
        System.Windows.Data.Binding.DoNothing;
}
