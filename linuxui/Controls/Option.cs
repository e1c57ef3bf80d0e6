using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>One of a few that stand side by side; the chosen one is lit and underlined.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Option(string text, Func<bool> isChosen, Action choose) : Button(text, choose)
{
    private bool _isChosen;

    protected override Lettering Lettering => Lettering.Text with { Weight = _isChosen ? Weight.Medium : Weight.Regular };

    protected override SKColor Ground => _isChosen ? Palette.Raised : IsHovered ? Palette.Hovered : SKColors.Transparent;

    protected override SKColor Edge => SKColors.Transparent;

    protected override SKColor Ink => _isChosen ? Palette.Text : Palette.Quiet;

    /// <summary>Options in one groove.</summary>
    /// <param name="across">Where it stands across the stack that it is in.</param>
    /// <param name="options">The options.</param>
    public static Face Group(Place across, params IEnumerable<Option> options) => new(new Beside(options))
    {
        Colour = Palette.Groove,
        Edge = Palette.Edge,
        Radius = 4,
        Padding = new Edges(1),
        Height = 28,
        Across = across,
    };

    /// <inheritdoc/>
    protected override void Refresh()
    {
        if (Follow(ref _isChosen, isChosen()))
        {
            Scene?.LayOutAnew();
        }

        base.Refresh();
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        base.Paint(painter);
        if (_isChosen)
        {
            painter.Fill(new SKRect(Bounds.Left + 8, Bounds.Bottom - 5, Bounds.Right - 8, Bounds.Bottom - 3), Palette.Next);
        }
    }
}
