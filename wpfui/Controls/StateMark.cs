using System.Windows;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
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

    private static readonly Dictionary<StateShape, (Geometry Outline, double Stroke)> All = Enum.GetValues<StateShape>().ToDictionary(shape => shape, Made);

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
        double scale = size / Outlines.Square;
        drawing.PushTransform(new MatrixTransform(scale, 0, 0, scale, centre.X - (size / 2), centre.Y - (size / 2)));
        (Geometry outline, double stroke) = All[shape];
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

    private static (Geometry Outline, double Stroke) Made(StateShape shape)
    {
        (string path, float stroke) = Outlines.Of(shape);
        Geometry geometry = Geometry.Parse(path);
        geometry.Freeze();
        return (geometry, stroke);
    }
}
