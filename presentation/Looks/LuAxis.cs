namespace FaderStager.Presentation.Looks;

/// <summary>The way from LU to pixels, shared by the large scale and by every row.</summary>
/// <param name="LowLu">LU at the start.</param>
/// <param name="HighLu">LU at the end.</param>
/// <param name="Start">Pixel of the start; on the upright scale the larger one.</param>
/// <param name="End">Pixel of the end.</param>
/// <remarks>[any] Pure.</remarks>
public readonly record struct LuAxis(double LowLu, double HighLu, double Start, double End)
{
    /// <summary>Whether there is anything to draw on.</summary>
    public bool IsUsable => HighLu > LowLu && Math.Abs(End - Start) > 1;

    /// <summary>Pixel of a level; levels outside stand at the ends.</summary>
    /// <param name="lu">The level in LU.</param>
    /// <returns>Its pixel; NaN for NaN.</returns>
    public double At(double lu) => Start + ((Math.Clamp(lu, LowLu, HighLu) - LowLu) / (HighLu - LowLu) * (End - Start));

    /// <summary>Whether a level lies on the axis.</summary>
    /// <param name="lu">The level in LU.</param>
    /// <returns>False for NaN too.</returns>
    public bool Holds(double lu) => lu >= LowLu && lu <= HighLu;

    /// <summary>Levels of the marks, lowest first.</summary>
    /// <param name="stepLu">Distance of two marks in LU.</param>
    /// <returns>The levels in LU.</returns>
    public LuMarks Marks(double stepLu) => new(Math.Ceiling(LowLu / stepLu) * stepLu, HighLu, stepLu);
}
