namespace FaderStager.LinuxUi.Controls;

/// <summary>How long an element is along the stack that it stands in.</summary>
/// <param name="Pixels">Its length, or the most that it takes of the rest; 0 = no bound.</param>
/// <param name="IsFixed">Whether it has that length.</param>
/// <param name="IsRest">Whether it shares what the others leave.</param>
/// <param name="Least">The least it takes of the rest.</param>
/// <remarks>[any] Immutable. The default is the element's own length, which it measures.</remarks>
internal readonly record struct Length(float Pixels, bool IsFixed, bool IsRest = false, float Least = 0)
{
    /// <summary>What the others leave.</summary>
    public static Length Rest { get; } = new(0, IsFixed: false, IsRest: true);

    /// <summary>A length in pixels at 100 %.</summary>
    public static Length Of(float pixels) => new(pixels, IsFixed: true);

    /// <summary>What the others leave, within bounds.</summary>
    public static Length RestWithin(float least, float most) => new(most, IsFixed: false, IsRest: true, least);
}
