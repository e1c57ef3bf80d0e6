using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Elements one over another, all of one size.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Layers : Element
{
    public Layers(params IEnumerable<Element> children) => Adopt(children);

    /// <inheritdoc/>
    protected override SKSize Measure(float width)
    {
        SKSize most = default;
        foreach (Element child in Children)
        {
            if (child.IsShown)
            {
                Edges margin = child.MarginNow;
                SKSize size = child.Measured(width - margin.Across);
                most = new SKSize(Math.Max(most.Width, size.Width + margin.Across), Math.Max(most.Height, size.Height + margin.Down));
            }
        }

        return most;
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        foreach (Element child in Children)
        {
            if (child.IsShown)
            {
                Edges margin = child.MarginNow;
                SKRect room = new(bounds.Left + margin.Left, bounds.Top + margin.Top, bounds.Right - margin.Right, bounds.Bottom - margin.Bottom);
                if (child.Across != Place.Fill)
                {
                    float height = child.Measured(room.Width).Height;
                    room.Top = child.Across switch
                    {
                        Place.Middle => room.Top + MathF.Round((room.Height - height) / 2),
                        Place.End => room.Bottom - height,
                        _ => room.Top,
                    };
                    room.Bottom = room.Top + height;
                }

                child.Arrange(room);
            }
        }
    }
}
