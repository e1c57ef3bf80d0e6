using System.Windows;
using System.Windows.Controls;
using System.Windows.Media;
using FaderStager.Presentation.Looks;

namespace FaderStager.WpfUi.Controls;

/// <summary>Gives the editor the scale that was asked for, and shrinks it where the host's window is smaller than it can be, so that nothing is cut.</summary>
/// <remarks>[ui]</remarks>
internal sealed class FitRoot : Decorator
{
    /// <summary>Smallest size at 100 %.</summary>
    public const double LeastWidth = EditorBounds.LeastWidth;

    /// <summary>Smallest size at 100 %.</summary>
    public const double LeastHeight = EditorBounds.LeastHeight;

    /// <summary>The scale in which an element is shown: set on the editor, inherited by all within.</summary>
    public static readonly DependencyProperty ShownScaleProperty = DependencyProperty.RegisterAttached(
        "ShownScale", typeof(double), typeof(FitRoot), new FrameworkPropertyMetadata(
            1.0, FrameworkPropertyMetadataOptions.Inherits | FrameworkPropertyMetadataOptions.AffectsMeasure | FrameworkPropertyMetadataOptions.AffectsRender));

    private double _scale = 1;
    private double _shownScale = 1;
    private double _drawnScale = 1;

    /// <summary>The scale, 1 = 100 %.</summary>
    public double Scale
    {
        get => _scale;
        set
        {
            _scale = double.IsFinite(value) ? Math.Clamp(value, 0.5, 4) : 1;
            InvalidateMeasure();
        }
    }

    public static double GetShownScale(DependencyObject element) => (double)element.GetValue(ShownScaleProperty);

    public static void SetShownScale(DependencyObject element, double value) => element.SetValue(ShownScaleProperty, value);

    /// <inheritdoc/>
    protected override Size MeasureOverride(Size constraint)
    {
        Size room = new(double.IsFinite(constraint.Width) ? constraint.Width : LeastWidth, double.IsFinite(constraint.Height) ? constraint.Height : LeastHeight);
        Size inside = Inside(room);
        if (Child is { } child)
        {
            // Letters are set for the pixels that they are drawn on.
            SetShownScale(child, _shownScale);
            child.Measure(inside);
        }

        return room;
    }

    /// <inheritdoc/>
    protected override Size ArrangeOverride(Size arrangeSize)
    {
        Size inside = Inside(arrangeSize);
        if (Child is { } child)
        {
            if (!_drawnScale.Equals(_shownScale))
            {
                _drawnScale = _shownScale;
                child.RenderTransform = new ScaleTransform(_shownScale, _shownScale);
            }

            // Letters stand on whole pixels at 100 %, where they are sharpest; scaled they keep their own widths.
            TextOptions.SetTextFormattingMode(child, _shownScale.Equals(1.0) ? TextFormattingMode.Display : TextFormattingMode.Ideal);
            child.Arrange(new Rect(inside));
        }

        return arrangeSize;
    }

    private Size Inside(Size room)
    {
        _shownScale = Math.Max(0.001, Math.Min(_scale, Math.Min(room.Width / LeastWidth, room.Height / LeastHeight)));
        return new Size(room.Width / _shownScale, room.Height / _shownScale);
    }
}
