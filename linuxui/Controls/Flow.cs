using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Elements one beside another, in as many lines as they need.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Flow : Element
{
    public Flow(params IEnumerable<Element> children) => Adopt(children);

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(width, Lay(new SKRect(0, 0, width, 0), isPlaced: false));

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds) => Lay(bounds, isPlaced: true);

    // Height that it took.
    private float Lay(SKRect bounds, bool isPlaced)
    {
        float x = bounds.Left;
        float y = bounds.Top;
        float line = 0;
        foreach (Element child in Children)
        {
            if (!child.IsShown)
            {
                continue;
            }

            Edges margin = child.MarginNow;
            SKSize size = child.Measured(bounds.Width);
            float own = MathF.Ceiling(size.Width) + margin.Across;
            if (x > bounds.Left && x + own > bounds.Right)
            {
                (x, y, line) = (bounds.Left, y + line, 0);
            }

            line = Math.Max(line, size.Height + margin.Down);
            if (isPlaced)
            {
                float top = y + margin.Top;
                child.Arrange(new SKRect(x + margin.Left, top, Math.Min(x + own - margin.Right, bounds.Right), top + size.Height));
            }

            x += own;
        }

        return y + line - bounds.Top;
    }
}
