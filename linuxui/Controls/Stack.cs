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
    protected override SKSize Measure(float width) => _isDown ? MeasureDown(width) : MeasureBeside(width);

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

                // What is too long for its line gets what is left, and draws its words smaller.
                own = _isDown ? own : Math.Max(0, Math.Min(own, bounds.Right - margin.Right - at));
                child.Arrange(_isDown
                    ? Placed(child, bounds.Left + margin.Left, at, bounds.Right - margin.Right, at + own)
                    : Placed(child, at, bounds.Top + margin.Top, at + own, bounds.Bottom - margin.Bottom));
                at += own + (_isDown ? margin.Bottom : margin.Right);
            }
        }
    }

    private SKSize MeasureDown(float width)
    {
        SKSize own = default;
        foreach (Element child in Children)
        {
            if (child.IsShown)
            {
                Edges margin = child.MarginNow;
                SKSize size = child.Measured(width - margin.Across);
                own = new SKSize(Math.Max(own.Width, size.Width + margin.Across), own.Height + margin.Down + (child.AlongNow.IsFixed ? child.AlongNow.Pixels : size.Height));
            }
        }

        return own;
    }

    // How high a text gets depends on what the others leave of the width.
    private SKSize MeasureBeside(float width)
    {
        SKSize own = default;
        for (int pass = 0; pass < 2; pass++)
        {
            foreach (Element child in Children)
            {
                if (child.IsShown && child.AlongNow.IsRest == (pass > 0))
                {
                    Edges margin = child.MarginNow;
                    Length length = child.AlongNow;
                    SKSize size = child.Measured(length.IsFixed ? length.Pixels : Math.Max(0, width - own.Width - margin.Across));
                    float along = length.IsFixed ? length.Pixels : Math.Max(length.Least, size.Width);
                    own = new SKSize(own.Width + along + margin.Across, Math.Max(own.Height, size.Height + margin.Down));
                }
            }
        }

        return own;
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
