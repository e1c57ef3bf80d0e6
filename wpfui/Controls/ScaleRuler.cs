using System.Globalization;
using System.Windows;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>The figures above the bars of the table.</summary>
/// <remarks>[ui]</remarks>
internal sealed class ScaleRuler : RelativeElement
{
    /// <inheritdoc/>
    protected override Size MeasureOverride(Size availableSize) => new(0, 16);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        LuAxis axis = new(LowLu, HighLu, LevelBar.Side, ActualWidth - LevelBar.Side);
        if (!axis.IsUsable || ActualWidth < 6 * LevelBar.Side)
        {
            return;
        }

        double free = double.NegativeInfinity;
        double step = (axis.End - axis.Start) / (axis.HighLu - axis.LowLu) * 6 < 44 ? 12 : 6;
        foreach (double lu in axis.Marks(step))
        {
            bool isFocal = Math.Abs(lu) < 0.5;
            string figure = Math.Abs(lu).ToString("0", CultureInfo.InvariantCulture);
            FormattedText label = Lettering.Line(
                isFocal ? "0 LU" : lu < 0 ? $"\u2212{figure}" : $"+{figure}", Lettering.SmallSize, isFocal ? Palette.Focal : Palette.Faint, this);
            double x = Math.Round(Math.Clamp(axis.At(lu) - (label.Width / 2), 0, Math.Max(0, ActualWidth - label.Width)));
            if (x >= free)
            {
                drawingContext.DrawText(label, new Point(x, Math.Round(ActualHeight - label.Height)));
                free = x + label.Width + 4;
            }
        }
    }
}
