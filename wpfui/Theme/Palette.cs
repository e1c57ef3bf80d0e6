using System.Windows.Media;
using FaderStager.Presentation.States;

namespace FaderStager.WpfUi.Theme;

/// <summary>The colours. All are frozen, so every thread with an editor may share them.</summary>
/// <remarks>[any] What is read has at least 4.5:1 on <see cref="Ground"/>; lines and fills carry no meaning alone.</remarks>
internal static class Palette
{
    public static SolidColorBrush Ground { get; } = Solid(0x15, 0x18, 0x1C);

    public static SolidColorBrush Surface { get; } = Solid(0x1B, 0x1F, 0x25);

    public static SolidColorBrush Raised { get; } = Solid(0x27, 0x2D, 0x35);

    public static SolidColorBrush Hovered { get; } = Solid(0x33, 0x3B, 0x45);

    public static SolidColorBrush Pressed { get; } = Solid(0x20, 0x25, 0x2B);

    public static SolidColorBrush Chosen { get; } = Solid(0x23, 0x2A, 0x33);

    public static SolidColorBrush Line { get; } = Solid(0x34, 0x3B, 0x44);

    public static SolidColorBrush Edge { get; } = Solid(0x4C, 0x56, 0x62);

    public static SolidColorBrush Text { get; } = Solid(0xF0, 0xF3, 0xF6);

    public static SolidColorBrush Quiet { get; } = Solid(0xB4, 0xBC, 0xC6);

    public static SolidColorBrush Faint { get; } = Solid(0x8F, 0x99, 0xA6);

    public static SolidColorBrush Focal { get; } = Solid(0xF4, 0xC9, 0x4B);

    public static SolidColorBrush TooLoud { get; } = Solid(0xFF, 0x94, 0x47);

    public static SolidColorBrush Buried { get; } = Solid(0x6F, 0xB5, 0xFF);

    public static SolidColorBrush InPlace { get; } = Solid(0x9F, 0xC8, 0xB0);

    public static SolidColorBrush Unknown { get; } = Solid(0x9C, 0xA5, 0xB1);

    public static SolidColorBrush Next { get; } = Solid(0x5F, 0xD6, 0xC8);

    public static SolidColorBrush OnAccent { get; } = Solid(0x0E, 0x14, 0x17);

    public static SolidColorBrush Zone { get; } = Solid(0x9F, 0xC8, 0xB0, 0x2B);

    public static SolidColorBrush ZoneEdge { get; } = Solid(0x9F, 0xC8, 0xB0, 0xA0);

    public static SolidColorBrush Groove { get; } = Solid(0x0E, 0x10, 0x13);

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

    private static SolidColorBrush Solid(byte red, byte green, byte blue, byte alpha = 0xFF)
    {
        SolidColorBrush brush = new(Color.FromArgb(alpha, red, green, blue));
        brush.Freeze();
        return brush;
    }
}
