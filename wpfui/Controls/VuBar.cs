using System.Windows;
using System.Windows.Automation.Peers;
using System.Windows.Media;
using FaderStager.Presentation.Levels;
using FaderStager.Presentation.States;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>A VU meter laid flat in a row of the Levels view: bar to the song's mark, needle of the last 300 ms, ghost behind the trim, peak.</summary>
/// <remarks>[ui] dB against 0 VU; the line of 0 VU runs through all rows. The peak is a hollow square, filled and orange where the track is clipped.</remarks>
internal sealed class VuBar : FrameworkElement
{
    public static readonly DependencyProperty NeedleDbProperty = Place(nameof(NeedleDb));
    public static readonly DependencyProperty MarkDbProperty = Place(nameof(MarkDb));
    public static readonly DependencyProperty GhostDbProperty = Place(nameof(GhostDb));
    public static readonly DependencyProperty PeakDbProperty = Place(nameof(PeakDb));
    public static readonly DependencyProperty IsClippedProperty = DependencyProperty.Register(
        nameof(IsClipped), typeof(bool), typeof(VuBar), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.AffectsRender));

    private const double TickDb = 10;

    private static readonly Pen ZeroPen = Palette.Pen(Palette.Focal, 1);
    private static readonly Pen GridPen = Palette.Pen(Palette.Line, 1);
    private static readonly Pen NeedlePen = Palette.Pen(Palette.Text, 1.5);
    private static readonly Pen GhostPen = Palette.Pen(Palette.Next, 1.5);
    private static readonly Pen PeakPen = Palette.Pen(Palette.Quiet, 1.5);

    /// <summary>Needle in dB against 0 VU; NaN = none.</summary>
    public double NeedleDb
    {
        get => (double)GetValue(NeedleDbProperty);
        set => SetValue(NeedleDbProperty, value);
    }

    /// <summary>The song's mark.</summary>
    public double MarkDb
    {
        get => (double)GetValue(MarkDbProperty);
        set => SetValue(MarkDbProperty, value);
    }

    /// <summary>Where the mark would stand behind the trim.</summary>
    public double GhostDb
    {
        get => (double)GetValue(GhostDbProperty);
        set => SetValue(GhostDbProperty, value);
    }

    /// <summary>Highest sample peak.</summary>
    public double PeakDb
    {
        get => (double)GetValue(PeakDbProperty);
        set => SetValue(PeakDbProperty, value);
    }

    /// <summary>Whether the track is clipped.</summary>
    public bool IsClipped
    {
        get => (bool)GetValue(IsClippedProperty);
        set => SetValue(IsClippedProperty, value);
    }

    /// <inheritdoc/>
    protected override AutomationPeer OnCreateAutomationPeer() => new FrameworkElementAutomationPeer(this);

    /// <inheritdoc/>
    protected override void OnRender(DrawingContext drawingContext)
    {
        double width = ActualWidth - (2 * LevelBar.Side);
        if (width < LevelBar.Side)
        {
            return;
        }

        double middle = Math.Round(ActualHeight / 2);
        double At(double db) => LevelBar.Side + ((Math.Clamp(db, LevelsViewModel.LowestDb, LevelsViewModel.HighestDb) - LevelsViewModel.LowestDb) / (LevelsViewModel.HighestDb - LevelsViewModel.LowestDb) * width);
        for (double db = LevelsViewModel.LowestDb; db <= LevelsViewModel.HighestDb; db += TickDb)
        {
            double x = Math.Round(At(db)) + 0.5;
            drawingContext.DrawLine(db == 0 ? ZeroPen : GridPen, new Point(x, 0), new Point(x, ActualHeight));
        }

        if (double.IsFinite(MarkDb))
        {
            drawingContext.DrawRectangle(Palette.InPlace, null, new Rect(new Point(LevelBar.Side, middle - 3), new Point(At(MarkDb), middle + 3)));
        }

        if (double.IsFinite(GhostDb))
        {
            drawingContext.DrawRectangle(null, GhostPen, new Rect(At(GhostDb) - 3, middle - 8, 6, 16));
        }

        if (double.IsFinite(PeakDb))
        {
            Rect square = new(At(PeakDb) - 3.5, middle - 3.5, 7, 7);
            drawingContext.DrawRectangle(IsClipped ? Palette.Of(StateTone.TooLoud) : null, IsClipped ? null : PeakPen, square);
        }

        if (double.IsFinite(NeedleDb))
        {
            double needle = At(NeedleDb);
            drawingContext.DrawLine(NeedlePen, new Point(needle, middle - 9), new Point(needle, middle + 9));
        }
    }

    private static DependencyProperty Place(string name) => DependencyProperty.Register(
        name, typeof(double), typeof(VuBar), new FrameworkPropertyMetadata(double.NaN, FrameworkPropertyMetadataOptions.AffectsRender));
}
