using FaderStager.Presentation.States;

namespace FaderStager.Presentation.Looks;

/// <summary>Signs that the sentences use and the editors' typeface lacks: every editor draws them as shapes, as high as a capital.</summary>
/// <remarks>[any]</remarks>
public static class Signs
{
    /// <summary>Room of a sign, in sizes of its text.</summary>
    public const float Advance = 0.8f;

    /// <summary>Side of its shape, in sizes.</summary>
    public const float Side = 0.64f;

    /// <summary>How far the shape's middle stands over the baseline, in sizes.</summary>
    public const float Middle = 0.36f;

    /// <summary>All of them.</summary>
    public const string All = "■▼▲★►";

    /// <summary>Whether a letter is one of them.</summary>
    /// <param name="letter">The letter.</param>
    public static bool Is(char letter) => letter is '■' or '▼' or '▲' or '★' or '►';

    /// <summary>The outline of a sign, filled, as a path written down as in SVG in a square of <see cref="Outlines.Square"/>.</summary>
    /// <param name="sign">The sign; any other letter gives a square.</param>
    public static string PathOf(char sign) => sign switch
    {
        '▼' => "M0.5,2 L15.5,2 8,15 Z",
        '▲' => "M0.5,14 L15.5,14 8,1 Z",
        '★' => Outlines.Of(StateShape.Star).Path,
        '►' => Outlines.Of(StateShape.Triangle).Path,
        _ => "M0,0 L16,0 16,16 0,16 Z",
    };
}
