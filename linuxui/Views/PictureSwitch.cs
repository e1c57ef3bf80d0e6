using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Mixes;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>A | B: the active one of the two fader pictures is lit and underlined.</summary>
/// <remarks>[ui]</remarks>
internal sealed class PictureSwitch(PicturesViewModel pictures, Action act) : Button("", act)
{
    private const string Between = " | ";

    private bool _isFirst;
    private string _first = "";
    private string _second = "";

    /// <inheritdoc/>
    public override string ShownText => _first + Between + _second;

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(52, 28);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        base.Refresh();
        Follow(ref _isFirst, pictures.IsFirst);
        Follow(ref _first, pictures.FirstSign);
        Follow(ref _second, pictures.SecondSign);
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        base.Paint(painter);
        float width = Letters.Width(_first, Of(_isFirst)) + Letters.Width(Between, Lettering.Text) + Letters.Width(_second, Of(!_isFirst));
        float baseline = MathF.Round(Bounds.MidY + 4.5f);
        float x = Write(painter, _first, _isFirst, MathF.Round(Bounds.MidX - (width / 2)), baseline);
        painter.Text(Between, x, baseline, Lettering.Text, Palette.Faint);
        Write(painter, _second, !_isFirst, x + Letters.Width(Between, Lettering.Text), baseline);
    }

    private static Lettering Of(bool isActive) => Lettering.Text with { Weight = isActive ? Weight.Bold : Weight.Regular };

    // Where it ends.
    private static float Write(Painter painter, string picture, bool isActive, float x, float baseline)
    {
        float end = x + Letters.Width(picture, Of(isActive));
        painter.Text(picture, x, baseline, Of(isActive), isActive ? Palette.Next : Palette.Faint);
        if (isActive)
        {
            painter.Fill(new SKRect(x, baseline + 2, end, baseline + 3), Palette.Next);
        }

        return end;
    }
}
