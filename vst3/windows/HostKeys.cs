using System.Windows.Input;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Windows;

/// <summary>The keys of a host's question as WPF names them.</summary>
/// <remarks>[any] Pure. Source: VST 3 SDK, pluginterfaces/base/keycodes.h.</remarks>
internal static class HostKeys
{
    private const short FirstAscii = 128;
    private const short FirstDigitOfPad = 24;
    private const short FirstFunction = 40;
    private const short Shift = 1;
    private const short Alt = 2;
    private const short Ctrl = 4;

    private static readonly Dictionary<short, Key> Named = new()
    {
        [1] = Key.Back, [2] = Key.Tab, [3] = Key.Clear, [4] = Key.Return, [5] = Key.Pause, [6] = Key.Escape, [7] = Key.Space, [8] = Key.PageDown,
        [9] = Key.End, [10] = Key.Home, [11] = Key.Left, [12] = Key.Up, [13] = Key.Right, [14] = Key.Down, [15] = Key.PageUp, [16] = Key.PageDown,
        [17] = Key.Select, [18] = Key.Print, [19] = Key.Return, [20] = Key.Snapshot, [21] = Key.Insert, [22] = Key.Delete, [23] = Key.Help,
        [34] = Key.Multiply, [35] = Key.Add, [36] = Key.Separator, [37] = Key.Subtract, [38] = Key.Decimal, [39] = Key.Divide,
        [52] = Key.NumLock, [53] = Key.Scroll, [54] = Key.LeftShift, [55] = Key.LeftCtrl, [56] = Key.LeftAlt, [58] = Key.Apps,
        [59] = Key.MediaPlayPause, [60] = Key.MediaStop, [61] = Key.MediaPreviousTrack, [62] = Key.MediaNextTrack, [63] = Key.VolumeUp, [64] = Key.VolumeDown,
    };

    /// <summary>The key; a character that no letter, digit or space is comes as a key of the kind that writes.</summary>
    public static Key KeyOf(EditorKey key)
    {
        char letter = char.ToUpperInvariant(key.Code >= FirstAscii ? (char)(key.Code - FirstAscii + '0') : key.Character);
        return Named.TryGetValue(key.Code, out Key named) ? named
            : key.Code is >= FirstDigitOfPad and < FirstDigitOfPad + 10 ? Key.NumPad0 + (key.Code - FirstDigitOfPad)
            : key.Code is >= FirstFunction and < FirstFunction + 12 ? Key.F1 + (key.Code - FirstFunction)
            : key.Code is >= 65 and <= 71 ? Key.F13 + (key.Code - 65)
            : letter is >= 'A' and <= 'Z' ? Key.A + (letter - 'A')
            : letter is >= '0' and <= '9' ? Key.D0 + (letter - '0')
            : letter == ' ' ? Key.Space
            : letter == 0 ? Key.None
            : Key.OemComma;
    }

    /// <summary>What is held with it.</summary>
    public static ModifierKeys ModifiersOf(EditorKey key) =>
        ((key.Modifiers & Shift) != 0 ? ModifierKeys.Shift : ModifierKeys.None)
        | ((key.Modifiers & Alt) != 0 ? ModifierKeys.Alt : ModifierKeys.None)
        | ((key.Modifiers & Ctrl) != 0 ? ModifierKeys.Control : ModifierKeys.None);
}
