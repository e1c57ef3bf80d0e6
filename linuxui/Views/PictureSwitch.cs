using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>A | B: the active one of the two fader pictures is lit and underlined.</summary>
/// <remarks>[ui]</remarks>
internal sealed class PictureSwitch(Func<string> active, Action act) : Button("", act)
{
    private const string Between = " | ";

    private string _active = "";

    /// <inheritdoc/>
    public override string ShownText => "A | B";

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(52, 28);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        base.Refresh();
        Follow(ref _active, active());
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        base.Paint(painter);
        Lettering Of(string picture) => Lettering.Text with { Weight = picture == _active ? Weight.Bold : Weight.Regular };
        float width = Letters.Width("A", Of("A")) + Letters.Width(Between, Lettering.Text) + Letters.Width("B", Of("B"));
        float baseline = MathF.Round(Bounds.MidY + 4.5f);
        float x = Write(painter, "A", MathF.Round(Bounds.MidX - (width / 2)), baseline);
        painter.Text(Between, x, baseline, Lettering.Text, Palette.Faint);
        Write(painter, "B", x + Letters.Width(Between, Lettering.Text), baseline);
    }

    // Where it ends.
    private float Write(Painter painter, string picture, float x, float baseline)
    {
        bool isActive = picture == _active;
        Lettering lettering = Lettering.Text with { Weight = isActive ? Weight.Bold : Weight.Regular };
        float end = x + Letters.Width(picture, lettering);
        painter.Text(picture, x, baseline, lettering, isActive ? Palette.Next : Palette.Faint);
        if (isActive)
        {
            painter.Fill(new SKRect(x, baseline + 2, end, baseline + 3), Palette.Next);
        }

        return end;
    }
}
