using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>The scale laid flat in a row of the table: the bar between target and reading is what is wrong, so the longest is the worst.</summary>
/// <remarks>[ui] The focal line runs through all rows at the same place.</remarks>
internal sealed class LevelBar : RelativeElement
{
    /// <summary>Room on either side, for marks at the ends.</summary>
    internal const double Side = 6;

    public static readonly DependencyProperty PreviewsProperty = DependencyProperty.Register(
        nameof(Previews), typeof(bool), typeof(LevelBar), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.AffectsRender));

    private static readonly Pen FocalPen = Palette.Pen(Palette.Focal, 1);
    private static readonly Pen GridPen = Palette.Pen(Palette.Line, 1);
    private static readonly Pen ZonePen = Palette.Pen(Palette.ZoneEdge, 1);
    private static readonly Pen NeedlePen = Palette.Pen(Palette.Text, 1.5);
    private static readonly Dictionary<StateTone, Pen> GhostPens = Enum.GetValues<StateTone>().ToDictionary(tone => tone, tone => Palette.Pen(Palette.Of(tone), 1.5));

    /// <summary>Whether the ghost is drawn.</summary>
    public bool Previews
    {
        get => (bool)GetValue(PreviewsProperty);
        set => SetValue(PreviewsProperty, value);
    }

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FrameworkElementAutomationPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        LuAxis axis = new(LowLu, HighLu, Side, ActualWidth - Side);
        if (!axis.IsUsable || ActualWidth < 6 * Side)
        {
            return;
        }

        double height = ActualHeight;
        double middle = Math.Round(height / 2);
        foreach (double lu in axis.Marks(6))
        {
            double x = Snap(axis.At(lu));
            drawingContext.DrawLine(Math.Abs(lu) < 0.5 ? FocalPen : GridPen, new Point(x, 0), new Point(x, height));
        }

        DrawZone(drawingContext, axis, middle);
        DrawBar(drawingContext, axis, middle);
        if (Previews && double.IsFinite(GhostLu))
        {
            drawingContext.DrawRectangle(null, GhostPens[Tone], new Rect(axis.At(GhostLu) - 3, middle - 9, 6, 18));
        }
    }

    private void DrawZone(DrawingContext drawing, LuAxis axis, double middle)
    {
        if (!double.IsFinite(ZoneLowLu) || !double.IsFinite(ZoneHighLu))
        {
            return;
        }

        double low = Snap(axis.At(ZoneLowLu));
        double high = Snap(axis.At(ZoneHighLu));
        drawing.DrawRectangle(Palette.Zone, null, new Rect(new Point(low, middle - 8), new Point(high, middle + 8)));
        Bracket(drawing, low, 4, middle);
        Bracket(drawing, high, -4, middle);
    }

    private static void Bracket(DrawingContext drawing, double x, double inwards, double middle)
    {
        drawing.DrawLine(ZonePen, new Point(x, middle - 8), new Point(x, middle + 8));
        drawing.DrawLine(ZonePen, new Point(x, middle - 7.5), new Point(x + inwards, middle - 7.5));
        drawing.DrawLine(ZonePen, new Point(x, middle + 7.5), new Point(x + inwards, middle + 7.5));
    }

    private void DrawBar(DrawingContext drawing, LuAxis axis, double middle)
    {
        if (!double.IsFinite(MarkLu))
        {
            return;
        }

        double mark = axis.At(MarkLu);
        if (IsFocal)
        {
            StateMark.Draw(drawing, StateShape.Star, Palette.Focal, new Point(mark, middle), 15);
            return;
        }

        Brush brush = Palette.Of(Tone);
        if (double.IsFinite(TargetLu))
        {
            double target = axis.At(TargetLu);
            drawing.DrawRectangle(brush, null, new Rect(Math.Min(mark, target), middle - 3, Math.Abs(mark - target), 6));
        }

        if (double.IsFinite(NeedleLu))
        {
            double needle = axis.At(NeedleLu);
            drawing.DrawLine(NeedlePen, new Point(needle, middle - 6), new Point(needle, middle + 6));
        }

        if (axis.Holds(MarkLu))
        {
            drawing.DrawRectangle(brush, null, new Rect(mark - 2, middle - 10, 4, 20));
        }
        else
        {
            DrawArrow(drawing, brush, mark, MarkLu > HighLu ? 1 : -1, middle);
        }
    }

    // A reading that lies outside sticks to the end, its arrow pointing on.
    private static void DrawArrow(DrawingContext drawing, Brush brush, double end, int way, double middle)
    {
        StreamGeometry arrow = new();
        using (StreamGeometryContext context = arrow.Open())
        {
            context.BeginFigure(new Point(end + (way * Side), middle), isFilled: true, isClosed: true);
            context.LineTo(new Point(end - (way * 4), middle - 9), isStroked: false, isSmoothJoin: false);
            context.LineTo(new Point(end - (way * 4), middle + 9), isStroked: false, isSmoothJoin: false);
        }

        arrow.Freeze();
        drawing.DrawGeometry(brush, null, arrow);
    }
}
