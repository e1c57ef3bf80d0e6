using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A box that is ticked or not, with a word beside it.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Toggle(string text, Func<bool> get, Action<bool> set) : Button(text, () => set(!get()))
{
    private const float BoxSide = 16;
    private const float Gap = 7;

    private bool _isOn;

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(BoxSide + Gap + MathF.Ceiling(Letters.Width(ShownText, Lettering.Text)), 18);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        base.Refresh();
        Follow(ref _isOn, get());
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        SKRect box = new(Bounds.Left, Bounds.MidY - (BoxSide / 2), Bounds.Left + BoxSide, Bounds.MidY + (BoxSide / 2));
        painter.FillRound(box, 3, Palette.Groove);
        painter.Frame(box, 3, IsHovered ? Palette.Text : Palette.Edge);
        if (_isOn)
        {
            painter.Shape(StateShape.Tick, box.MidX, box.MidY, 12, Palette.Next);
        }

        float baseline = MathF.Round(Bounds.MidY + (Lettering.Text.Size * 0.35f));
        painter.Text(ShownText, box.Right + Gap, baseline, Lettering.Text, Palette.Text.Faded(Opacity));
        DrawRing(painter);
    }
}
