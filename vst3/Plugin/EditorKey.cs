namespace FaderStager.Vst3.Plugin;

/// <summary>A key as a host names it to a view.</summary>
/// <param name="Character">The character it writes; 0 = none.</param>
/// <param name="Code">The interface's code of a key that writes none, such as 2 = Tab, 4 = Return, 6 = Escape, 7 = space; 0 = none.</param>
/// <param name="Modifiers">What is held with it, as bits: 1 = Shift, 2 = Alt, 4 = Ctrl on Windows.</param>
/// <remarks>[any] Immutable. Source: VST 3 SDK, pluginterfaces/base/keycodes.h.</remarks>
public readonly record struct EditorKey(char Character, short Code, short Modifiers);
