namespace FaderStager.LinuxUi.Drawing;

/// <summary>Size and weight of letters.</summary>
/// <param name="Size">Size in pixels at 100 %.</param>
/// <param name="Weight">Weight.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct Lettering(float Size, Weight Weight = Weight.Regular)
{
    /// <summary>The large reading.</summary>
    public static Lettering Large => new(28, Weight.Bold);

    /// <summary>A state, a move.</summary>
    public static Lettering Move => new(20, Weight.Medium);

    /// <summary>What is said once, in a line of its own.</summary>
    public static Lettering Line => new(15);

    /// <summary>Everything else.</summary>
    public static Lettering Text => new(13);

    /// <summary>Heads and captions.</summary>
    public static Lettering Small => new(12);

    // Of Roboto: from its highest letter, with accents, to its lowest.
    private const float HeightShare = 1.3188f;
    private const float BaselineShare = 1.0479f;

    /// <summary>Distance from one line to the next.</summary>
    public float LineHeight => MathF.Ceiling(Size * HeightShare);

    /// <summary>From the top of a line to its baseline.</summary>
    public float Baseline => Size * BaselineShare;
}
