namespace FaderStager.Vst3.Plugin;

/// <summary>An editor's size in pixels of the screen.</summary>
/// <param name="Width">Width.</param>
/// <param name="Height">Height.</param>
/// <remarks>[any]</remarks>
public readonly record struct EditorSize(int Width, int Height);
