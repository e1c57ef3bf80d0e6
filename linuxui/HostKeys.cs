using FaderStager.LinuxUi.Controls;

namespace FaderStager.LinuxUi;

/// <summary>The keys of a host's question.</summary>
/// <remarks>[any] Pure. Source: VST 3 SDK, pluginterfaces/base/keycodes.h.</remarks>
internal static class HostKeys
{
    /// <summary>A key by the interface's number.</summary>
    public static Key Of(int named) => named switch
    {
        1 => Key.Backspace,
        2 => Key.Tab,
        4 or 19 => Key.Enter,
        6 => Key.Escape,
        9 => Key.End,
        10 => Key.Home,
        11 => Key.Left,
        12 => Key.Up,
        13 => Key.Right,
        14 => Key.Down,
        15 => Key.PageUp,
        16 => Key.PageDown,
        22 => Key.Delete,
        _ => Key.None,
    };
}
