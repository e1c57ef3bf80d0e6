using FaderStager.Presentation.Looks;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The editor's size at 100 %, and what is left out as it gets smaller.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct Room(float Width, float Height)
{
    /// <summary>The size that a host should open the editor with.</summary>
    public static Room Default { get; } = new(EditorBounds.DefaultWidth, EditorBounds.DefaultHeight);

    /// <summary>The smallest size: below it the editor is drawn smaller.</summary>
    public static Room Least { get; } = new(EditorBounds.LeastWidth, EditorBounds.LeastHeight);

    public bool IsNarrow => Width < EditorBounds.NarrowWidth;

    public bool IsWide => Width >= EditorBounds.WideWidth;

    public bool IsLow => Height < EditorBounds.LowHeight;
}
