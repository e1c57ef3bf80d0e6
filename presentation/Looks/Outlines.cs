using FaderStager.Presentation.States;

namespace FaderStager.Presentation.Looks;

/// <summary>The shapes that carry the states, as paths written down as in SVG, in a square of 16.</summary>
/// <remarks>[any]</remarks>
public static class Outlines
{
    /// <summary>Side of the square.</summary>
    public const float Square = 16;

    /// <summary>A state's shape.</summary>
    /// <param name="shape">The state.</param>
    /// <returns>The path, and the width of its stroke in the square; it is filled where that is 0.</returns>
    public static (string Path, float Stroke) Of(StateShape shape) => shape switch
    {
        StateShape.Star => ("M8,0.6 L10.3,5.5 15.6,6.2 11.7,9.9 12.7,15.2 8,12.6 3.3,15.2 4.3,9.9 0.4,6.2 5.7,5.5 Z", 0),
        StateShape.Tick => ("M2.2,8.6 L6.3,12.7 14,3.6", 2.2f),
        StateShape.ArrowDown => ("M6,1 L10,1 10,7.6 14.6,7.6 8,15 1.4,7.6 6,7.6 Z", 0),
        StateShape.ArrowUp => ("M6,15 L10,15 10,8.4 14.6,8.4 8,1 1.4,8.4 6,8.4 Z", 0),
        StateShape.Triangle => ("M3.2,1.4 L14,8 3.2,14.6 Z", 0),
        StateShape.HollowDot => ("M8,3.4 A4.6,4.6 0 1 1 7.99,3.4 Z", 1.8f),
        StateShape.Dash => ("M2.5,8 L13.5,8", 2.2f),
        StateShape.Cross => ("M3.4,3.4 L12.6,12.6 M12.6,3.4 L3.4,12.6", 2.2f),
        StateShape.Square => ("M3,3 L13,3 13,13 3,13 Z", 1.8f),
        StateShape.Exclamation => ("M8,1.8 L8,9.4 M8,13.2 L8,13.7", 2.6f),
        _ => ("M4.7,5.2 A3.4,3.4 0 1 1 9.4,7.8 Q8,8.6 8,10.2 M8,13.4 L8,13.9", 2),
    };
}
