using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Drawing;

/// <summary>Outlines that do not change: the shapes of the states, and a few signs.</summary>
/// <remarks>[any] Made once.</remarks>
internal static class Shapes
{
    /// <summary>A list opens; 8 wide.</summary>
    public static readonly SKPath Opens = Outline("M0,0 L4,4.5 8,0");

    /// <summary>Earlier; 10 wide.</summary>
    public static readonly SKPath Up = Outline("M0,5 L5,0 10,5");

    /// <summary>Later; 10 wide.</summary>
    public static readonly SKPath Down = Outline("M0,0 L5,5 10,0");

    private static readonly SKPath[] OfSigns = [.. Signs.All.Select(sign => Outline(Signs.PathOf(sign)))];

    private static readonly (SKPath Outline, float Stroke)[] States =
    [
        .. Enum.GetValues<StateShape>().Order().Select(shape => (Outline(Outlines.Of(shape).Path), Outlines.Of(shape).Stroke)),
    ];

    /// <summary>The outline of a state; it is filled where its stroke is 0.</summary>
    public static (SKPath Outline, float Stroke) Of(StateShape shape) => States[(uint)shape < (uint)States.Length ? (int)shape : 0];

    /// <summary>The outline of a sign, which is filled.</summary>
    public static SKPath OfSign(char sign) => OfSigns[Math.Max(0, Signs.All.IndexOf(sign, StringComparison.Ordinal))];

    /// <summary>A path that is written down as in SVG.</summary>
    public static SKPath Outline(string path) => SKPath.ParseSvgPathData(path) ?? throw new InvalidOperationException($"No path: {path}");
}
