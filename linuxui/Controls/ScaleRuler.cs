using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Looks;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The figures above the bars of the table.</summary>
/// <remarks>[ui]</remarks>
internal sealed class ScaleRuler(Func<double> lowLu, Func<double> highLu) : Element
{
    private const double RoomForFigure = 44;
    private const float Gap = 4;

    private (double LowLu, double HighLu) _shown;

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(0, 16);

    /// <inheritdoc/>
    protected override void Refresh() => Follow(ref _shown, (lowLu(), highLu()));

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        LuAxis axis = new(_shown.LowLu, _shown.HighLu, Bounds.Left + LevelBar.Side, Bounds.Right - LevelBar.Side);
        if (!axis.IsUsable || Bounds.Width < 6 * LevelBar.Side)
        {
            return;
        }

        float free = float.NegativeInfinity;
        double step = (axis.End - axis.Start) / (axis.HighLu - axis.LowLu) * 6 < RoomForFigure ? 12 : 6;
        foreach (double lu in axis.Marks(step))
        {
            bool isFocal = Math.Abs(lu) < 0.5;
            string label = isFocal ? "0 LU" : LuScale.LabelOf(lu);
            float width = Letters.Width(label, Lettering.Small);
            float x = MathF.Round(Math.Clamp((float)axis.At(lu) - (width / 2), Bounds.Left, Math.Max(Bounds.Left, Bounds.Right - width)));
            if (x >= free)
            {
                painter.Text(label, x, Bounds.Bottom - 4, Lettering.Small, isFocal ? Palette.Focal : Palette.Faint);
                free = x + width + Gap;
            }
        }
    }
}
