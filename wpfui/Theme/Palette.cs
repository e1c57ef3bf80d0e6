using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;

namespace FaderStager.WpfUi.Theme;

/// <summary>The colours. All are frozen, so every thread with an editor may share them.</summary>
/// <remarks>[any] What is read has at least 4.5:1 on <see cref="Ground"/>; lines and fills carry no meaning alone.</remarks>
internal static class Palette
{
    public static SolidColorBrush Ground { get; } = Solid(Colours.Ground);

    public static SolidColorBrush Surface { get; } = Solid(Colours.Surface);

    public static SolidColorBrush Raised { get; } = Solid(Colours.Raised);

    public static SolidColorBrush Hovered { get; } = Solid(Colours.Hovered);

    public static SolidColorBrush Pressed { get; } = Solid(Colours.Pressed);

    public static SolidColorBrush Chosen { get; } = Solid(Colours.Chosen);

    public static SolidColorBrush Line { get; } = Solid(Colours.Line);

    public static SolidColorBrush Edge { get; } = Solid(Colours.Edge);

    public static SolidColorBrush Text { get; } = Solid(Colours.Text);

    public static SolidColorBrush Quiet { get; } = Solid(Colours.Quiet);

    public static SolidColorBrush Faint { get; } = Solid(Colours.Faint);

    public static SolidColorBrush Focal { get; } = Solid(Colours.Focal);

    public static SolidColorBrush TooLoud { get; } = Solid(Colours.TooLoud);

    public static SolidColorBrush Buried { get; } = Solid(Colours.Buried);

    public static SolidColorBrush InPlace { get; } = Solid(Colours.InPlace);

    public static SolidColorBrush Unknown { get; } = Solid(Colours.Unknown);

    public static SolidColorBrush Next { get; } = Solid(Colours.Next);

    public static SolidColorBrush OnAccent { get; } = Solid(Colours.OnAccent);

    public static SolidColorBrush Zone { get; } = Solid(Colours.Zone);

    public static SolidColorBrush ZoneEdge { get; } = Solid(Colours.ZoneEdge);

    public static SolidColorBrush Groove { get; } = Solid(Colours.Groove);

    /// <summary>The colour of a tone.</summary>
    public static SolidColorBrush Of(StateTone tone) => tone switch
    {
        StateTone.Focal => Focal,
        StateTone.InPlace => InPlace,
        StateTone.TooLoud => TooLoud,
        StateTone.Buried => Buried,
        StateTone.Next => Next,
        _ => Unknown,
    };

    /// <summary>A frozen pen.</summary>
    public static Pen Pen(Brush brush, double thickness, DashStyle? dashes = null, PenLineCap cap = PenLineCap.Flat)
    {
        Pen pen = new(brush, thickness) { StartLineCap = cap, EndLineCap = cap, DashCap = PenLineCap.Flat, LineJoin = PenLineJoin.Round };
        if (dashes is not null)
        {
            pen.DashStyle = dashes;
        }

        pen.Freeze();
        return pen;
    }

    private static SolidColorBrush Solid(uint argb)
    {
        SolidColorBrush brush = new(Color.FromArgb((byte)(argb >> 24), (byte)(argb >> 16), (byte)(argb >> 8), (byte)argb));
        brush.Freeze();
        return brush;
    }
}
