using System.ComponentModel;
using System.Globalization;
using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Controls;
using System.Windows.Input;
using System.Windows.Media;
using FaderStager.Presentation.Songs;
using FaderStager.Presentation.States;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>Draws the song lane from the geometry that its view model holds, and hands pointer and keys to it.</summary>
/// <remarks>[ui] Drawn, not laid out: one drawing a change. Arrows move along the song, Shift with them chooses, Enter takes, Esc leaves.</remarks>
internal sealed class SongLane : FrameworkElement
{
    private const double StepSeconds = 1;
    private const double WideStepSeconds = 10;
    private const double LetterSize = 11;
    private const int MostWords = 64;

    private static readonly Pen CurvePen = Palette.Pen(Palette.Text, 1);
    private static readonly Pen LinePen = Palette.Pen(Palette.Line, 1);
    private static readonly Pen TargetPen = Palette.Pen(Palette.ZoneEdge, 1);
    private static readonly Pen PositionPen = Palette.Pen(Palette.Focal, 1.5);
    private static readonly Pen CursorPen = Palette.Pen(Palette.Text, 1.5);
    private static readonly Pen SelectionPen = Palette.Pen(Palette.Focal, 1);

    private readonly ToolTip _tip = new();
    private readonly Dictionary<(string Text, Brush Brush), FormattedText> _words = [];
    private double _wordsDip;

    /// <summary>Makes a lane without a song.</summary>
    public SongLane()
    {
        Focusable = true;
        ToolTip = _tip;
        DataContextChanged += OnContextChanged;
        SizeChanged += (_, _) => Lane?.Fit(ActualWidth, ActualHeight);
    }

    private SongLaneViewModel? Lane => DataContext as SongLaneViewModel;

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FrameworkElementAutomationPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        // What is hit by the pointer must be drawn.
        drawingContext.DrawRectangle(Brushes.Transparent, null, new Rect(RenderSize));
        if (Lane is not { } lane || ActualWidth < 2)
        {
            return;
        }

        DrawBands(drawingContext, lane);
        if (double.IsFinite(lane.Curve.ZoneTop))
        {
            drawingContext.DrawRectangle(Palette.Zone, null, new Rect(0, lane.Curve.ZoneTop, ActualWidth, Math.Max(1, lane.Curve.ZoneBottom - lane.Curve.ZoneTop)));
            drawingContext.DrawLine(TargetPen, new Point(0, lane.Curve.TargetY), new Point(ActualWidth, lane.Curve.TargetY));
        }

        DrawRides(drawingContext, lane);
        DrawCurve(drawingContext, lane);
        if (double.IsFinite(lane.Selection.Left))
        {
            drawingContext.DrawRectangle(null, SelectionPen, new Rect(new Point(lane.Selection.Left, 1), new Point(Math.Max(lane.Selection.Left + 1, lane.Selection.Right), ActualHeight - 1)));
        }

        DrawUpright(drawingContext, PositionPen, lane.PositionX);
        DrawUpright(drawingContext, CursorPen, lane.CursorX);
    }

    /// <inheritdoc/>
    protected override void OnMouseLeftButtonDown(MouseButtonEventArgs e)
    {
        base.OnMouseLeftButtonDown(e);
        _ = Focus();
        Lane?.BeginChoice(e.GetPosition(this).X);
        _ = CaptureMouse();
        e.Handled = true;
    }

    /// <inheritdoc/>
    protected override void OnMouseMove(MouseEventArgs e)
    {
        base.OnMouseMove(e);
        double x = e.GetPosition(this).X;
        if (IsMouseCaptured)
        {
            Lane?.DragChoice(x);
        }

        if (_tip.IsOpen || IsMouseOver)
        {
            _tip.Content = Lane?.TipAt(x);
        }
    }

    /// <inheritdoc/>
    protected override void OnMouseLeftButtonUp(MouseButtonEventArgs e)
    {
        base.OnMouseLeftButtonUp(e);
        Lane?.EndChoice(e.GetPosition(this).X);
        ReleaseMouseCapture();
        e.Handled = true;
    }

    /// <inheritdoc/>
    protected override void OnLostMouseCapture(MouseEventArgs e)
    {
        base.OnLostMouseCapture(e);
        Lane?.CancelChoice();
    }

    /// <inheritdoc/>
    protected override void OnKeyDown(KeyEventArgs e)
    {
        base.OnKeyDown(e);
        bool isShift = (Keyboard.Modifiers & ModifierKeys.Shift) != 0;
        double step = (Keyboard.Modifiers & ModifierKeys.Control) != 0 ? WideStepSeconds : StepSeconds;
        e.Handled = Lane is not null && e.Key is Key.Left or Key.Right or Key.Enter;
        switch (e.Key)
        {
            case Key.Left:
                Lane?.MoveCursor(-step, isShift);
                break;
            case Key.Right:
                Lane?.MoveCursor(step, isShift);
                break;
            case Key.Enter:
                Lane?.TakeChoice();
                break;
            case Key.Escape:
                Lane?.CancelChoice();
                break;
        }
    }

    private static void DrawCurve(DrawingContext drawing, SongLaneViewModel lane)
    {
        StreamGeometry curve = new();
        using (StreamGeometryContext context = curve.Open())
        {
            bool isOpen = false;
            for (int column = 0; column < lane.Curve.LowY.Length; column++)
            {
                if (float.IsNaN(lane.Curve.LowY[column]))
                {
                    isOpen = false;
                    continue;
                }

                Point high = new(column + 0.5, lane.Curve.HighY[column]);
                if (isOpen)
                {
                    context.LineTo(high, isStroked: true, isSmoothJoin: false);
                }
                else
                {
                    context.BeginFigure(high, isFilled: false, isClosed: false);
                }

                context.LineTo(new Point(column + 0.5, lane.Curve.LowY[column] + 0.5), isStroked: true, isSmoothJoin: false);
                isOpen = true;
            }
        }

        curve.Freeze();
        drawing.DrawGeometry(null, CurvePen, curve);
    }

    private void DrawBands(DrawingContext drawing, SongLaneViewModel lane)
    {
        foreach (LaneBand band in lane.Bands)
        {
            drawing.DrawLine(LinePen, new Point(band.Left, 0), new Point(band.Left, ActualHeight));
            double room = band.Right - band.Left - 8;
            if (room > LetterSize)
            {
                FormattedText text = Words(band.Label, Palette.Quiet);
                text.MaxTextWidth = room;
                drawing.DrawText(text, new Point(band.Left + 4, 1));
            }
        }

        drawing.DrawLine(LinePen, new Point(0, SongLaneViewModel.BandHeight), new Point(ActualWidth, SongLaneViewModel.BandHeight));
    }

    private void DrawRides(DrawingContext drawing, SongLaneViewModel lane)
    {
        foreach (LaneRide ride in lane.RideMarks)
        {
            Brush brush = Palette.Of(ride.IsLoud ? StateTone.TooLoud : StateTone.Buried);
            double y = ride.IsLoud ? SongLaneViewModel.BandHeight : ActualHeight - 3;
            drawing.DrawRectangle(brush, null, new Rect(ride.Left, y, Math.Max(2, ride.Right - ride.Left), 3));
            drawing.DrawText(Words(ride.Text, brush), new Point(ride.Left + 3, ride.IsLoud ? y + 4 : y - LetterSize - 6));
        }
    }

    private void DrawUpright(DrawingContext drawing, Pen pen, double x)
    {
        if (double.IsFinite(x))
        {
            drawing.DrawLine(pen, new Point(x, 0), new Point(x, ActualHeight));
        }
    }

    // A text that WPF lays out costs a hundred times what it costs to draw it: those of a song are kept.
    private FormattedText Words(string text, Brush brush)
    {
        double dip = VisualTreeHelper.GetDpi(this).PixelsPerDip;
        if (_words.Count >= MostWords || !dip.Equals(_wordsDip))
        {
            _words.Clear();
            _wordsDip = dip;
        }

        if (!_words.TryGetValue((text, brush), out FormattedText? words))
        {
            Typeface face = new(Lettering.Family, FontStyles.Normal, FontWeights.Normal, FontStretches.Normal);
            words = new FormattedText(text, CultureInfo.InvariantCulture, FlowDirection.LeftToRight, face, LetterSize, brush, dip) { MaxLineCount = 1 };
            _words.Add((text, brush), words);
        }

        return words;
    }

    private void OnContextChanged(object sender, DependencyPropertyChangedEventArgs e)
    {
        if (e.OldValue is SongLaneViewModel before)
        {
            before.PropertyChanged -= OnLaneChanged;
        }

        if (e.NewValue is SongLaneViewModel lane)
        {
            lane.PropertyChanged += OnLaneChanged;
            lane.Fit(ActualWidth, ActualHeight);
        }
    }

    private void OnLaneChanged(object? sender, PropertyChangedEventArgs e)
    {
        if (e.PropertyName == nameof(SongLaneViewModel.Drawing))
        {
            InvalidateVisual();
        }
    }
}
