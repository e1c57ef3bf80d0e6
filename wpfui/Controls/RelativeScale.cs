using System.Globalization;
using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>The heart of the editor: an upright scale in LU around the focal, with target zone, song mark, live needle and ghost.</summary>
/// <remarks>
/// [ui] The focal line is gold and carries a star. The zone is a band between two edges. The song mark is a wide pointer in the colour
/// of the state, the needle a thin line across, the ghost a hollow pointer where the suggestion leads, with an arrow to it.
/// </remarks>
internal sealed class RelativeScale : RelativeElement
{
    private const double LabelWidth = 30;
    private const double MarginTop = 12;
    private const double PointerHeight = 20;
    private const double PointerWidth = 26;

    private static readonly Pen MinorPen = Palette.Pen(Palette.Line, 1);
    private static readonly Pen MajorPen = Palette.Pen(Palette.Edge, 1);
    private static readonly Pen FocalPen = Palette.Pen(Palette.Focal, 2);
    private static readonly Pen ZonePen = Palette.Pen(Palette.ZoneEdge, 1.5);
    private static readonly Pen TargetPen = Palette.Pen(Palette.ZoneEdge, 1, new DashStyle([3, 3], 0));
    private static readonly Pen NeedlePen = Palette.Pen(Palette.Text, 2);
    private static readonly Dictionary<StateTone, Pen> GhostPens = Enum.GetValues<StateTone>().ToDictionary(tone => tone, tone => Palette.Pen(Palette.Of(tone), 1.5));

    private readonly CachedDrawing<(LuAxis Axis, double Right)> _marks = new();

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FrameworkElementAutomationPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        LuAxis axis = new(LowLu, HighLu, ActualHeight - MarginTop, MarginTop);
        double left = LabelWidth;
        double right = ActualWidth - PointerWidth - 4;
        if (!axis.IsUsable || right - left < 10 || ActualHeight < 4 * MarginTop)
        {
            return;
        }

        drawingContext.DrawRectangle(Palette.Groove, null, new Rect(new Point(left, axis.End), new Point(right, axis.Start)));
        DrawZone(drawingContext, axis, left, right);
        _marks.Draw(drawingContext, (axis, right), context => DrawMarks(context, axis, left, right));
        DrawNeedle(drawingContext, axis, left, right);
        DrawMove(drawingContext, axis, left, right);
        DrawPointer(drawingContext, axis, left, right);
    }

    private void DrawMarks(DrawingContext drawing, LuAxis axis, double left, double right)
    {
        foreach (double lu in axis.Marks(3))
        {
            double y = Snap(axis.At(lu));
            bool isMajor = Math.Abs(lu % 6) < 0.5;
            if (Math.Abs(lu) < 0.5)
            {
                drawing.DrawLine(FocalPen, new Point(left - 3, axis.At(lu)), new Point(right, axis.At(lu)));
                StateMark.Draw(drawing, StateShape.Star, Palette.Focal, new Point(left - 15, axis.At(lu)), 16);
                continue;
            }

            drawing.DrawLine(isMajor ? MajorPen : MinorPen, new Point(left, y), new Point(isMajor ? right : left + 8, y));
            if (isMajor)
            {
                FormattedText label = Label(lu);
                drawing.DrawText(label, new Point(left - 6 - label.Width, y - (label.Height / 2)));
            }
        }
    }

    private void DrawZone(DrawingContext drawing, LuAxis axis, double left, double right)
    {
        if (!double.IsFinite(ZoneLowLu) || !double.IsFinite(ZoneHighLu))
        {
            return;
        }

        double top = axis.At(ZoneHighLu);
        double bottom = axis.At(ZoneLowLu);
        drawing.DrawRectangle(Palette.Zone, null, new Rect(new Point(left, top), new Point(right, bottom)));
        drawing.DrawLine(ZonePen, new Point(left, Snap(top)), new Point(right, Snap(top)));
        drawing.DrawLine(ZonePen, new Point(left, Snap(bottom)), new Point(right, Snap(bottom)));
        drawing.DrawLine(TargetPen, new Point(left, Snap(axis.At(TargetLu))), new Point(right, Snap(axis.At(TargetLu))));
    }

    private void DrawNeedle(DrawingContext drawing, LuAxis axis, double left, double right)
    {
        if (double.IsFinite(NeedleLu) && !IsFocal)
        {
            double y = axis.At(NeedleLu);
            drawing.DrawLine(NeedlePen, new Point(left, y), new Point(right, y));
            drawing.DrawEllipse(Palette.Text, null, new Point(left, y), 3.5, 3.5);
        }
    }

    // The hollow pointer, and the arrow that leads to it.
    private void DrawMove(DrawingContext drawing, LuAxis axis, double left, double right)
    {
        if (!double.IsFinite(GhostLu))
        {
            return;
        }

        double ghost = axis.At(GhostLu);
        drawing.DrawGeometry(null, GhostPens[Tone], Pointer(right, ghost));
        if (!double.IsFinite(MarkLu))
        {
            return;
        }

        double mark = axis.At(MarkLu);
        double way = Math.Sign(ghost - mark);
        double x = left + ((right - left) / 2);
        if (Math.Abs(ghost - mark) > 14)
        {
            Brush brush = Palette.Of(Tone);
            drawing.DrawRectangle(brush, null, new Rect(new Point(x - 2, mark), new Point(x + 2, ghost - (way * 8))));
            drawing.DrawGeometry(brush, null, Triangle(new Point(x - 7, ghost - (way * 10)), new Point(x + 7, ghost - (way * 10)), new Point(x, ghost)));
        }
    }

    private void DrawPointer(DrawingContext drawing, LuAxis axis, double left, double right)
    {
        if (!double.IsFinite(MarkLu))
        {
            return;
        }

        double y = axis.At(MarkLu);
        Brush brush = IsFocal ? Palette.Focal : Palette.Of(Tone);
        drawing.DrawRectangle(brush, null, new Rect(left, y - 2, right - left, 4));
        drawing.DrawGeometry(brush, null, Pointer(right, y));
        if (IsFocal)
        {
            StateMark.Draw(drawing, StateShape.Star, Palette.OnAccent, new Point(right + 15, y), 12);
        }
        else if (!axis.Holds(MarkLu))
        {
            StateMark.Draw(drawing, MarkLu > HighLu ? StateShape.ArrowUp : StateShape.ArrowDown, Palette.OnAccent, new Point(right + 15, y), 12);
        }
    }

    private static StreamGeometry Pointer(double x, double y) => Closed(
        new Point(x + 1, y),
        new Point(x + 9, y - (PointerHeight / 2)),
        new Point(x + PointerWidth, y - (PointerHeight / 2)),
        new Point(x + PointerWidth, y + (PointerHeight / 2)),
        new Point(x + 9, y + (PointerHeight / 2)));

    private static StreamGeometry Triangle(Point first, Point second, Point third) => Closed(first, second, third);

    private static StreamGeometry Closed(params Point[] points)
    {
        StreamGeometry geometry = new();
        using (StreamGeometryContext context = geometry.Open())
        {
            context.BeginFigure(points[0], isFilled: true, isClosed: true);
            context.PolyLineTo(points[1..], isStroked: true, isSmoothJoin: false);
        }

        geometry.Freeze();
        return geometry;
    }

    private FormattedText Label(double lu)
    {
        string figure = Math.Abs(lu).ToString("0", CultureInfo.InvariantCulture);
        return Lettering.Line(lu < 0 ? $"\u2212{figure}" : $"+{figure}", Lettering.TextSize, Palette.Quiet, this);
    }
}
