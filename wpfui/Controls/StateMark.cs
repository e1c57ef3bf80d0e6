using System.Windows;
using System.Windows.Media;
using FaderStager.Presentation.States;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>A state as a drawn shape, so that colour never is the only sign.</summary>
/// <remarks>[ui] The shape fills the smaller side of its room; outlines are drawn in a square of 16.</remarks>
internal sealed class StateMark : FrameworkElement
{
    public static readonly DependencyProperty ShapeProperty = DependencyProperty.Register(
        nameof(Shape), typeof(StateShape), typeof(StateMark), new FrameworkPropertyMetadata(StateShape.QuestionMark, FrameworkPropertyMetadataOptions.AffectsRender));

    public static readonly DependencyProperty ToneProperty = DependencyProperty.Register(
        nameof(Tone), typeof(StateTone), typeof(StateMark), new FrameworkPropertyMetadata(StateTone.Unknown, FrameworkPropertyMetadataOptions.AffectsRender));

    private const double Square = 16;

    private static readonly Geometry Star = Outline("M8,0.6 L10.3,5.5 15.6,6.2 11.7,9.9 12.7,15.2 8,12.6 3.3,15.2 4.3,9.9 0.4,6.2 5.7,5.5 Z");
    private static readonly Geometry Tick = Outline("M2.2,8.6 L6.3,12.7 14,3.6");
    private static readonly Geometry ArrowDown = Outline("M6,1 L10,1 10,7.6 14.6,7.6 8,15 1.4,7.6 6,7.6 Z");
    private static readonly Geometry ArrowUp = Outline("M6,15 L10,15 10,8.4 14.6,8.4 8,1 1.4,8.4 6,8.4 Z");
    private static readonly Geometry Triangle = Outline("M3.2,1.4 L14,8 3.2,14.6 Z");
    private static readonly Geometry Dot = Outline("M8,3.4 A4.6,4.6 0 1 1 7.99,3.4 Z");
    private static readonly Geometry Dash = Outline("M2.5,8 L13.5,8");
    private static readonly Geometry Cross = Outline("M3.4,3.4 L12.6,12.6 M12.6,3.4 L3.4,12.6");
    private static readonly Geometry Box = Outline("M3,3 L13,3 13,13 3,13 Z");
    private static readonly Geometry Exclamation = Outline("M8,1.8 L8,9.4 M8,13.2 L8,13.7");
    private static readonly Geometry Question = Outline("M4.7,5.2 A3.4,3.4 0 1 1 9.4,7.8 Q8,8.6 8,10.2 M8,13.4 L8,13.9");

    public StateShape Shape
    {
        get => (StateShape)GetValue(ShapeProperty);
        set => SetValue(ShapeProperty, value);
    }

    public StateTone Tone
    {
        get => (StateTone)GetValue(ToneProperty);
        set => SetValue(ToneProperty, value);
    }

    /// <summary>Draws a state's shape about a point.</summary>
    internal static void Draw(DrawingContext drawing, StateShape shape, Brush brush, Point centre, double size)
    {
        double scale = size / Square;
        drawing.PushTransform(new MatrixTransform(scale, 0, 0, scale, centre.X - (size / 2), centre.Y - (size / 2)));
        (Geometry outline, double stroke) = Of(shape);
        if (stroke > 0)
        {
            drawing.DrawGeometry(null, new Pen(brush, stroke) { StartLineCap = PenLineCap.Round, EndLineCap = PenLineCap.Round, LineJoin = PenLineJoin.Round }, outline);
        }
        else
        {
            drawing.DrawGeometry(brush, null, outline);
        }

        drawing.Pop();
    }

    protected override void OnRender(DrawingContext drawingContext) =>
        Draw(drawingContext, Shape, Palette.Of(Tone), new Point(ActualWidth / 2, ActualHeight / 2), Math.Min(ActualWidth, ActualHeight));

    // An outline is filled where its stroke is 0.
    private static (Geometry Outline, double Stroke) Of(StateShape shape) => shape switch
    {
        StateShape.Star => (Star, 0),
        StateShape.Tick => (Tick, 2.2),
        StateShape.ArrowDown => (ArrowDown, 0),
        StateShape.ArrowUp => (ArrowUp, 0),
        StateShape.Triangle => (Triangle, 0),
        StateShape.HollowDot => (Dot, 1.8),
        StateShape.Dash => (Dash, 2.2),
        StateShape.Cross => (Cross, 2.2),
        StateShape.Square => (Box, 1.8),
        StateShape.Exclamation => (Exclamation, 2.6),
        _ => (Question, 2),
    };

    private static Geometry Outline(string path)
    {
        Geometry geometry = Geometry.Parse(path);
        geometry.Freeze();
        return geometry;
    }
}
