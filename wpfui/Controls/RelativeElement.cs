using System.Windows;
using FaderStager.Presentation.States;

namespace FaderStager.WpfUi.Controls;

/// <summary>What the large scale and the bar of a row show alike: a track's marks in LU around the focal.</summary>
/// <remarks>[ui] Levels are NaN where there is nothing to draw.</remarks>
internal abstract class RelativeElement : FrameworkElement
{
    public static readonly DependencyProperty LowLuProperty = Level(nameof(LowLu), -18);
    public static readonly DependencyProperty HighLuProperty = Level(nameof(HighLu), 6);
    public static readonly DependencyProperty MarkLuProperty = Level(nameof(MarkLu), double.NaN);
    public static readonly DependencyProperty NeedleLuProperty = Level(nameof(NeedleLu), double.NaN);
    public static readonly DependencyProperty TargetLuProperty = Level(nameof(TargetLu), double.NaN);
    public static readonly DependencyProperty ZoneLowLuProperty = Level(nameof(ZoneLowLu), double.NaN);
    public static readonly DependencyProperty ZoneHighLuProperty = Level(nameof(ZoneHighLu), double.NaN);
    public static readonly DependencyProperty GhostLuProperty = Level(nameof(GhostLu), double.NaN);

    public static readonly DependencyProperty ToneProperty = DependencyProperty.Register(
        nameof(Tone), typeof(StateTone), typeof(RelativeElement), new FrameworkPropertyMetadata(StateTone.Unknown, FrameworkPropertyMetadataOptions.AffectsRender));

    public static readonly DependencyProperty IsFocalProperty = DependencyProperty.Register(
        nameof(IsFocal), typeof(bool), typeof(RelativeElement), new FrameworkPropertyMetadata(false, FrameworkPropertyMetadataOptions.AffectsRender));

    /// <summary>LU at the lower end.</summary>
    public double LowLu
    {
        get => (double)GetValue(LowLuProperty);
        set => SetValue(LowLuProperty, value);
    }

    /// <summary>LU at the upper end.</summary>
    public double HighLu
    {
        get => (double)GetValue(HighLuProperty);
        set => SetValue(HighLuProperty, value);
    }

    /// <summary>The song's reading.</summary>
    public double MarkLu
    {
        get => (double)GetValue(MarkLuProperty);
        set => SetValue(MarkLuProperty, value);
    }

    /// <summary>The live reading.</summary>
    public double NeedleLu
    {
        get => (double)GetValue(NeedleLuProperty);
        set => SetValue(NeedleLuProperty, value);
    }

    /// <summary>The target.</summary>
    public double TargetLu
    {
        get => (double)GetValue(TargetLuProperty);
        set => SetValue(TargetLuProperty, value);
    }

    /// <summary>Lower edge of the target zone.</summary>
    public double ZoneLowLu
    {
        get => (double)GetValue(ZoneLowLuProperty);
        set => SetValue(ZoneLowLuProperty, value);
    }

    /// <summary>Upper edge of the target zone.</summary>
    public double ZoneHighLu
    {
        get => (double)GetValue(ZoneHighLuProperty);
        set => SetValue(ZoneHighLuProperty, value);
    }

    /// <summary>Where the suggestion would bring the reading.</summary>
    public double GhostLu
    {
        get => (double)GetValue(GhostLuProperty);
        set => SetValue(GhostLuProperty, value);
    }

    /// <summary>The colour family of the state.</summary>
    public StateTone Tone
    {
        get => (StateTone)GetValue(ToneProperty);
        set => SetValue(ToneProperty, value);
    }

    /// <summary>Whether the track is the focal.</summary>
    public bool IsFocal
    {
        get => (bool)GetValue(IsFocalProperty);
        set => SetValue(IsFocalProperty, value);
    }

    /// <summary>Whole and half pixels, so that thin lines are sharp.</summary>
    protected static double Snap(double position) => Math.Floor(position) + 0.5;

    private static DependencyProperty Level(string name, double level) => DependencyProperty.Register(
        name, typeof(double), typeof(RelativeElement), new FrameworkPropertyMetadata(level, FrameworkPropertyMetadataOptions.AffectsRender));
}
