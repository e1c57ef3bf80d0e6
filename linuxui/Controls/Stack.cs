using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Elements one beside another, or one below another; the only rule of layout there is besides <see cref="Flow"/> and <see cref="Layers"/>.</summary>
/// <remarks>[ui] Fixed and measured lengths come first, the rest is shared out.</remarks>
internal abstract class Stack : Element
{
    private readonly bool _isDown;

    protected Stack(bool isDown, IEnumerable<Element> children)
    {
        _isDown = isDown;
        Adopt(children);
    }

    /// <inheritdoc/>
    protected override SKSize Measure(float width)
    {
        float along = 0;
        float across = 0;
        float left = width;
        foreach (Element child in Children)
        {
            if (!child.IsShown)
            {
                continue;
            }

            Edges margin = child.MarginNow;
            float room = Math.Max(0, (_isDown ? width : left) - margin.Across);
            Length length = child.AlongNow;
            SKSize size = child.Measured(!_isDown && length.IsFixed ? length.Pixels : room);
            float own = length.IsFixed ? length.Pixels : length.IsRest && !_isDown ? Math.Max(length.Least, size.Width) : _isDown ? size.Height : size.Width;
            along += own + (_isDown ? margin.Down : margin.Across);
            left -= own + margin.Across;
            across = Math.Max(across, _isDown ? size.Width + margin.Across : size.Height + margin.Down);
        }

        return _isDown ? new SKSize(across, along) : new SKSize(along, across);
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        float length = _isDown ? bounds.Height : bounds.Width;
        float taken = 0;
        float bounded = 0;
        int shares = 0;
        foreach (Element child in Children)
        {
            if (child.IsShown)
            {
                Edges margin = child.MarginNow;
                taken += _isDown ? margin.Down : margin.Across;
                if (child.AlongNow is { IsRest: true } rest)
                {
                    bounded += rest.Pixels;
                    shares += rest.Pixels > 0 ? 0 : 1;
                }
                else
                {
                    taken += LengthOf(child, bounds.Width - margin.Across);
                }
            }
        }

        // What has a bound comes before what has none.
        float left = Math.Max(0, length - taken);
        float share = shares == 0 ? 0 : Math.Max(0, left - bounded) / shares;
        float bound = bounded > 0 ? Math.Min(1, left / bounded) : 0;
        float at = _isDown ? bounds.Top : bounds.Left;
        foreach (Element child in Children)
        {
            if (child.IsShown)
            {
                Edges margin = child.MarginNow;
                Length wanted = child.AlongNow;
                float own = !wanted.IsRest ? LengthOf(child, bounds.Width - margin.Across) : Math.Max(wanted.Least, wanted.Pixels > 0 ? wanted.Pixels * bound : share);
                at += _isDown ? margin.Top : margin.Left;
                child.Arrange(_isDown
                    ? Placed(child, bounds.Left + margin.Left, at, bounds.Right - margin.Right, at + own)
                    : Placed(child, at, bounds.Top + margin.Top, at + own, bounds.Bottom - margin.Bottom));
                at += own + (_isDown ? margin.Bottom : margin.Right);
            }
        }
    }

    private float LengthOf(Element child, float width) =>
        child.AlongNow is { IsFixed: true } along ? along.Pixels : _isDown ? child.Measured(width).Height : MathF.Ceiling(child.Measured(width).Width);

    private SKRect Placed(Element child, float left, float top, float right, float bottom)
    {
        if (child.Across == Place.Fill)
        {
            return new SKRect(left, top, Math.Max(left, right), Math.Max(top, bottom));
        }

        SKSize size = child.Measured(right - left);
        return _isDown
            ? new SKRect(left + Offset(child.Across, right - left, size.Width), top, left + Offset(child.Across, right - left, size.Width) + Math.Min(size.Width, right - left), bottom)
            : new SKRect(left, top + Offset(child.Across, bottom - top, size.Height), right, top + Offset(child.Across, bottom - top, size.Height) + size.Height);
    }

    private static float Offset(Place place, float room, float own) => place switch
    {
        Place.Middle => MathF.Round((room - own) / 2),
        Place.End => Math.Max(0, room - own),
        _ => 0,
    };
}
