namespace FaderStager.LinuxUi.Controls;

/// <summary>Keys that do something other than write.</summary>
internal enum Key
{
    /// <summary>A key that writes, or one that means nothing here.</summary>
    None = 0,
    Tab,
    Enter,
    Escape,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
}
