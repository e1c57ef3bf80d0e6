using System.Windows;
using System.Windows.Controls;
using System.Windows.Media;

namespace FaderStager.WpfUi.Controls;

/// <summary>Gives the editor the scale that was asked for, and shrinks it where the host's window is smaller than it can be, so that nothing is cut.</summary>
/// <remarks>[ui]</remarks>
internal sealed class FitRoot : Decorator
{
    /// <summary>Smallest size at 100 %.</summary>
    public const double LeastWidth = 720;

    /// <summary>Smallest size at 100 %.</summary>
    public const double LeastHeight = 420;

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

    /// <inheritdoc/>
    protected override Size MeasureOverride(Size constraint)
    {
        Size room = new(double.IsFinite(constraint.Width) ? constraint.Width : LeastWidth, double.IsFinite(constraint.Height) ? constraint.Height : LeastHeight);
        Child?.Measure(Inside(room));
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
