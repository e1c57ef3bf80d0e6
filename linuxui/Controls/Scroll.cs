using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Something that may be longer than its place.</summary>
/// <remarks>[ui] What gets the keyboard is brought into view.</remarks>
internal sealed class Scroll : Element
{
    private const float WheelStep = 40;

    private readonly Element _child;
    private readonly ScrollBar _bar;
    private float _at;
    private float _content;
    private Element? _seen;

    public Scroll(Element child)
    {
        _child = child;
        _bar = new ScrollBar(() => _content, () => Bounds.Height, () => _at, GoTo);
        Adopt(child, _bar);
    }

    /// <summary>The most height that it asks for; 0 = all that its content needs.</summary>
    public float MostHeight { get; init; }

    /// <summary>The same where the window is low; 0 = the same.</summary>
    public float MostHeightLow { get; init; }

    /// <inheritdoc/>
    public override bool OnWheel(int notches, Pointer at)
    {
        GoTo(_at - (notches * WheelStep));
        return _content > Bounds.Height;
    }

    /// <inheritdoc/>
    protected override SKSize Measure(float width)
    {
        float most = Room.IsLow && MostHeightLow > 0 ? MostHeightLow : MostHeight;
        float whole = _child.Measured(width).Height;
        return new SKSize(width, most > 0 ? Math.Min(most, whole) : whole);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        _content = _child.Measured(bounds.Width).Height;
        float bar = _content > bounds.Height + 0.5f ? ScrollBar.Thickness : 0;
        _content = bar > 0 ? _child.Measured(bounds.Width - bar).Height : _content;
        _at = Math.Clamp(_at, 0, Math.Max(0, _content - bounds.Height));
        _child.Arrange(new SKRect(bounds.Left, bounds.Top - _at, bounds.Right - bar, bounds.Top - _at + Math.Max(_content, bounds.Height)));
        _bar.Arrange(new SKRect(bounds.Right - bar, bounds.Top, bounds.Right, bounds.Bottom));
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        if (!ReferenceEquals(Scene?.Keyboard, _seen))
        {
            _seen = Scene?.Keyboard;
            if (_seen?.IsIn(_child) == true && (_seen.Bounds.Top < Bounds.Top || _seen.Bounds.Bottom > Bounds.Bottom))
            {
                GoTo(_at + _seen.Bounds.MidY - Bounds.MidY);
            }
        }
    }

    /// <inheritdoc/>
    protected override void DrawChildren(Painter painter, SKRect part)
    {
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(Bounds);
        base.DrawChildren(painter, part);
        painter.Canvas.RestoreToCount(count);
    }

    private void GoTo(float at)
    {
        float wanted = Math.Clamp(at, 0, Math.Max(0, _content - Bounds.Height));
        if (!wanted.Equals(_at))
        {
            _at = wanted;
            ArrangeChildren(Bounds);
            Damage();
        }
    }
}
