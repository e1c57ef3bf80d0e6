using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A ground with one element on it.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Face : Element
{
    private readonly Element _child;

    public Face(Element child)
    {
        _child = child;
        Adopt(child);
    }

    /// <summary>Its colour.</summary>
    public SKColor Colour { get; init; } = SKColors.Transparent;

    /// <summary>The colour of its frame.</summary>
    public SKColor Edge { get; init; } = SKColors.Transparent;

    /// <summary>The colour of a line at its top.</summary>
    public SKColor TopLine { get; init; } = SKColors.Transparent;

    /// <summary>The colour of a line at its bottom.</summary>
    public SKColor BottomLine { get; init; } = SKColors.Transparent;

    /// <summary>The colour of a bar at its left.</summary>
    public SKColor LeftBar { get; init; } = SKColors.Transparent;

    /// <summary>How round its corners are.</summary>
    public float Radius { get; init; }

    /// <summary>Room inside.</summary>
    public Edges Padding { get; init; }

    /// <summary>The same where the window is low.</summary>
    public Edges? PaddingLow { get; init; }

    /// <summary>The least height.</summary>
    public float LeastHeight { get; init; }

    /// <summary>The same where the window is low.</summary>
    public float? LeastHeightLow { get; init; }

    private Edges PaddingNow => Room.IsLow && PaddingLow is { } low ? low : Padding;

    /// <inheritdoc/>
    protected override SKSize Measure(float width)
    {
        Edges padding = PaddingNow;
        Edges margin = _child.MarginNow;
        SKSize size = _child.IsShown ? _child.Measured(width - padding.Across - margin.Across) : default;
        float least = Room.IsLow && LeastHeightLow is { } low ? low : LeastHeight;
        return new SKSize(size.Width + padding.Across + margin.Across, Math.Max(least, size.Height + padding.Down + margin.Down));
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        Edges padding = PaddingNow;
        Edges margin = _child.MarginNow;
        _child.Arrange(new SKRect(
            bounds.Left + padding.Left + margin.Left, bounds.Top + padding.Top + margin.Top,
            bounds.Right - padding.Right - margin.Right, bounds.Bottom - padding.Bottom - margin.Bottom));
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        if (Colour.Alpha > 0)
        {
            painter.FillRound(Bounds, Radius, Colour);
        }

        if (Edge.Alpha > 0)
        {
            painter.Frame(Bounds, Radius, Edge);
        }

        if (TopLine.Alpha > 0)
        {
            painter.Fill(new SKRect(Bounds.Left, Bounds.Top, Bounds.Right, Bounds.Top + 1), TopLine);
        }

        if (BottomLine.Alpha > 0)
        {
            painter.Fill(new SKRect(Bounds.Left, Bounds.Bottom - 1, Bounds.Right, Bounds.Bottom), BottomLine);
        }

        if (LeftBar.Alpha > 0)
        {
            painter.Fill(new SKRect(Bounds.Left, Bounds.Top, Bounds.Left + 2, Bounds.Bottom), LeftBar);
        }
    }
}
