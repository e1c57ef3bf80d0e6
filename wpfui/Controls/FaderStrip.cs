using System.Globalization;
using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Input;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>An upright fader with the suggestion as a ghost.</summary>
/// <remarks>
/// [ui] Drag it, from wherever it is taken hold of: it moves as far as the hand, and a click alone moves nothing. With Shift it moves finely. Arrow keys 0.5 dB, with Shift 0.1 dB; Page Up and Down 3 dB; Home = top, End = down;
/// a double click goes to the ghost, or to 0 dB where there is none.
/// </remarks>
internal sealed class FaderStrip : FrameworkElement
{
    public static readonly DependencyProperty FaderDbProperty = Level(nameof(FaderDb), 0);
    public static readonly DependencyProperty GhostDbProperty = Level(nameof(GhostDb), double.NaN);
    public static readonly DependencyProperty TopDbProperty = Level(nameof(TopDb), 6);

    public static readonly DependencyProperty FiguresProperty = DependencyProperty.Register(
        nameof(Figures), typeof(TrackFiguresViewModel), typeof(FaderStrip), new FrameworkPropertyMetadata(null));

    private const double CapHeight = 30;
    private const double CapWidth = 24;
    private const double LabelWidth = 26;
    private const double FineShare = 0.15;

    private static readonly Pen MarkPen = Palette.Pen(Palette.Edge, 1);
    private static readonly Pen ZeroPen = Palette.Pen(Palette.Quiet, 1.5);
    private static readonly Pen CapPen = Palette.Pen(Palette.Faint, 1);
    private static readonly Pen CapLinePen = Palette.Pen(Palette.Text, 2);
    private static readonly Pen FocusPen = Palette.Pen(Palette.Next, 2);
    private static readonly Pen GhostPen = Palette.Pen(Palette.Next, 1.5, new DashStyle([3, 2], 0));
    private static readonly Pen GhostLinePen = Palette.Pen(Palette.Next, 1.5);
    private static readonly double[] MarksDb = [12, 6, 0, -6, -12, -24, -40];

    private readonly CachedDrawing<(double TopDb, double Height)> _marks = new();
    private double _grabY;
    private double _grabShare;
    private bool _isDragging;

    public FaderStrip() => Focusable = true;

    /// <summary>The fader in dB; negative infinity = down.</summary>
    public double FaderDb
    {
        get => (double)GetValue(FaderDbProperty);
        set => SetValue(FaderDbProperty, value);
    }

    /// <summary>Where the suggestion would put it; NaN = nowhere.</summary>
    public double GhostDb
    {
        get => (double)GetValue(GhostDbProperty);
        set => SetValue(GhostDbProperty, value);
    }

    /// <summary>Top of its travel in dB.</summary>
    public double TopDb
    {
        get => (double)GetValue(TopDbProperty);
        set => SetValue(TopDbProperty, value);
    }

    /// <summary>The track whose fader it is.</summary>
    public TrackFiguresViewModel? Figures
    {
        get => (TrackFiguresViewModel?)GetValue(FiguresProperty);
        set => SetValue(FiguresProperty, value);
    }

    private FaderTaper Taper => new(TopDb);

    private const double TravelTop = CapHeight / 2;

    private double TravelHeight => Math.Max(1, ActualHeight - CapHeight);

    private const double CentreX = LabelWidth + 6 + (CapWidth / 2);

    /// <summary>Whether a fader that has the keyboard uses a key.</summary>
    public static bool UsesKey(Key key, ModifierKeys modifiers) =>
        modifiers is ModifierKeys.None or ModifierKeys.Shift
        && key is Key.Up or Key.Right or Key.Down or Key.Left or Key.PageUp or Key.PageDown or Key.Home or Key.End;

    /// <summary>Pixel of a position.</summary>
    internal double At(double db) => TravelTop + ((1 - Taper.Share(db)) * TravelHeight);

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FaderStripPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        drawingContext.DrawRectangle(Brushes.Transparent, null, new Rect(RenderSize));
        double x = CentreX;
        _marks.Draw(drawingContext, (TopDb, ActualHeight), DrawMarks);
        drawingContext.DrawRoundedRectangle(Palette.Groove, MarkPen, new Rect(x - 2.5, TravelTop, 5, TravelHeight), 2.5, 2.5);
        bool canMove = Figures?.CanMoveFader ?? true;
        if (canMove)
        {
            drawingContext.DrawRoundedRectangle(IsMouseOver ? Palette.Hovered : Palette.Raised, IsKeyboardFocused ? FocusPen : CapPen, Cap(FaderDb), 3, 3);
            drawingContext.DrawLine(CapLinePen, new Point(x - (CapWidth / 2) + 2, At(FaderDb)), new Point(x + (CapWidth / 2) - 2, At(FaderDb)));
        }

        if (!double.IsNaN(GhostDb))
        {
            drawingContext.DrawRoundedRectangle(null, GhostPen, Cap(GhostDb), 3, 3);
            drawingContext.DrawLine(GhostLinePen, new Point(x - (CapWidth / 2) - 3, At(GhostDb)), new Point(x + (CapWidth / 2) + 3, At(GhostDb)));
        }
    }

    /// <inheritdoc/>
    protected override void OnMouseLeftButtonDown(MouseButtonEventArgs e)
    {
        base.OnMouseLeftButtonDown(e);
        if (Figures is not { CanMoveFader: true } figures)
        {
            return;
        }

        Focus();
        e.Handled = true;
        if (e.ClickCount == 2)
        {
            EndDrag();
            figures.SetFader(double.IsNaN(GhostDb) ? 0 : GhostDb);
            return;
        }

        double y = e.GetPosition(this).Y;
        figures.BeginFaderDrag();
        _isDragging = true;
        (_grabY, _grabShare) = (y, Taper.Share(FaderDb));
        CaptureMouse();
    }

    /// <inheritdoc/>
    protected override void OnMouseMove(MouseEventArgs e)
    {
        base.OnMouseMove(e);
        if (_isDragging)
        {
            double moved = (_grabY - e.GetPosition(this).Y) / TravelHeight;
            bool isFine = Keyboard.Modifiers.HasFlag(ModifierKeys.Shift);
            Figures?.DragFader(Taper.Db(Math.Clamp(_grabShare + (isFine ? moved * FineShare : moved), 0, 1)));
            e.Handled = true;
        }
    }

    /// <inheritdoc/>
    protected override void OnMouseLeftButtonUp(MouseButtonEventArgs e)
    {
        base.OnMouseLeftButtonUp(e);
        EndDrag();
    }

    /// <inheritdoc/>
    protected override void OnLostMouseCapture(MouseEventArgs e)
    {
        base.OnLostMouseCapture(e);
        EndDrag();
    }

    /// <inheritdoc/>
    protected override void OnMouseWheel(MouseWheelEventArgs e)
    {
        base.OnMouseWheel(e);
        Figures?.NudgeFader(Math.Sign(e.Delta) * SmallStep);
        e.Handled = true;
    }

    /// <inheritdoc/>
    protected override void OnKeyDown(KeyEventArgs e)
    {
        base.OnKeyDown(e);
        if (Figures is not { } figures || !UsesKey(e.Key, Keyboard.Modifiers))
        {
            return;
        }

        e.Handled = true;
        switch (e.Key)
        {
            case Key.Up or Key.Right: figures.NudgeFader(SmallStep); break;
            case Key.Down or Key.Left: figures.NudgeFader(-SmallStep); break;
            case Key.PageUp: figures.NudgeFader(3); break;
            case Key.PageDown: figures.NudgeFader(-3); break;
            case Key.Home: figures.SetFader(TopDb); break;
            case Key.End: figures.SetFader(double.NegativeInfinity); break;
            default: break;
        }
    }

    /// <inheritdoc/>
    protected override void OnIsKeyboardFocusedChanged(DependencyPropertyChangedEventArgs e)
    {
        base.OnIsKeyboardFocusedChanged(e);
        InvalidateVisual();
    }

    /// <inheritdoc/>
    protected override void OnMouseEnter(MouseEventArgs e)
    {
        base.OnMouseEnter(e);
        InvalidateVisual();
    }

    /// <inheritdoc/>
    protected override void OnMouseLeave(MouseEventArgs e)
    {
        base.OnMouseLeave(e);
        InvalidateVisual();
    }

    private static double SmallStep => Keyboard.Modifiers.HasFlag(ModifierKeys.Shift) ? FaderRange.StepDb : 0.5;

    private void DrawMarks(DrawingContext drawing)
    {
        foreach (double db in MarksDb)
        {
            if (db <= TopDb)
            {
                double y = Math.Floor(At(db)) + 0.5;
                drawing.DrawLine(db == 0 ? ZeroPen : MarkPen, new Point(CentreX - 9, y), new Point(CentreX + 9, y));
                FormattedText label = Label(db);
                drawing.DrawText(label, new Point(LabelWidth - label.Width, y - (label.Height / 2)));
            }
        }
    }

    private void EndDrag()
    {
        if (_isDragging)
        {
            _isDragging = false;
            Figures?.EndFaderDrag();
            ReleaseMouseCapture();
        }
    }

    private Rect Cap(double db) => new(CentreX - (CapWidth / 2), At(db) - (CapHeight / 2) + 0.5, CapWidth, CapHeight - 1);

    private FormattedText Label(double db)
    {
        string figure = Math.Abs(db).ToString("0", CultureInfo.InvariantCulture);
        string text = db == 0 ? "0" : db < 0 ? $"\u2212{figure}" : $"+{figure}";
        return Lettering.Line(text, Lettering.TextSize, db == 0 ? Palette.Quiet : Palette.Faint, this);
    }

    private static DependencyProperty Level(string name, double db) => DependencyProperty.Register(
        name, typeof(double), typeof(FaderStrip), new FrameworkPropertyMetadata(db, FrameworkPropertyMetadataOptions.AffectsRender));
}
