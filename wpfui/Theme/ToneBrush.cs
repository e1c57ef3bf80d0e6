using System.Globalization;
using System.Windows.Data;
using FaderStager.Presentation.States;

namespace FaderStager.WpfUi.Theme;

/// <summary>Turns a tone into its colour, for bindings.</summary>
/// <remarks>[ui]</remarks>
internal sealed class ToneBrush : IValueConverter
{
    public static ToneBrush Instance { get; } = new();

    public object Convert(object? value, Type targetType, object? parameter, CultureInfo culture) =>
        Palette.Of(value is StateTone tone ? tone : StateTone.Unknown);

    public object ConvertBack(object? value, Type targetType, object? parameter, CultureInfo culture) =>
        System.Windows.Data.Binding.DoNothing;
}
