using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Drawing;

/// <summary>The editor's colours for Skia.</summary>
/// <remarks>[any]</remarks>
internal static class Palette
{
    public static readonly SKColor Ground = Colours.Ground;
    public static readonly SKColor Surface = Colours.Surface;
    public static readonly SKColor Raised = Colours.Raised;
    public static readonly SKColor Hovered = Colours.Hovered;
    public static readonly SKColor Pressed = Colours.Pressed;
    public static readonly SKColor Chosen = Colours.Chosen;
    public static readonly SKColor Line = Colours.Line;
    public static readonly SKColor Edge = Colours.Edge;
    public static readonly SKColor Text = Colours.Text;
    public static readonly SKColor Quiet = Colours.Quiet;
    public static readonly SKColor Faint = Colours.Faint;
    public static readonly SKColor Focal = Colours.Focal;
    public static readonly SKColor TooLoud = Colours.TooLoud;
    public static readonly SKColor Buried = Colours.Buried;
    public static readonly SKColor InPlace = Colours.InPlace;
    public static readonly SKColor Unknown = Colours.Unknown;
    public static readonly SKColor Next = Colours.Next;
    public static readonly SKColor OnAccent = Colours.OnAccent;
    public static readonly SKColor Zone = Colours.Zone;
    public static readonly SKColor ZoneEdge = Colours.ZoneEdge;
    public static readonly SKColor Groove = Colours.Groove;
    public static readonly SKColor NextHovered = Colours.NextHovered;
    public static readonly SKColor NextPressed = Colours.NextPressed;

    /// <summary>The colour of a tone.</summary>
    public static SKColor Of(StateTone tone) => Colours.Of(tone);

    /// <summary>A colour as it is drawn on what cannot be used now.</summary>
    public static SKColor Faded(this SKColor colour, float opacity) => colour.WithAlpha((byte)MathF.Round(colour.Alpha * opacity));
}
