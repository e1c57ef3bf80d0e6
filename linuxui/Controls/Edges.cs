namespace FaderStager.LinuxUi.Controls;

/// <summary>Room about an element.</summary>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct Edges(float Left, float Top, float Right, float Bottom)
{
    /// <summary>The same on every side.</summary>
    public Edges(float all)
        : this(all, all, all, all)
    {
    }

    /// <summary>The same left and right, and above and below.</summary>
    public Edges(float across, float down)
        : this(across, down, across, down)
    {
    }

    public float Across => Left + Right;

    public float Down => Top + Bottom;
}
