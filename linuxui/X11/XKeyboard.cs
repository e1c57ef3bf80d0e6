using FaderStager.LinuxUi.Controls;

namespace FaderStager.LinuxUi.X11;

/// <summary>Makes of the number of a key what it writes or does, by the server's own table.</summary>
/// <remarks>[ui] Latin layouts, and others as far as their keys are told as Unicode. There are no dead keys and no input methods.</remarks>
internal sealed unsafe class XKeyboard
{
    private const ushort Shift = 0x1;
    private const ushort Caps = 0x2;
    private const ushort Control = 0x4;
    private const ushort Alt = 0x8;
    private const ushort NumLock = 0x10;
    private const ushort AltGr = 0x80;
    private const int GroupShift = 13;

    private const int MinKeycodeOffset = 34;
    private const int MaxKeycodeOffset = 35;

    private uint[] _symbols = [];
    private int _perKey;
    private int _first;

    /// <summary>Reads the server's table: at first, and when it says that it changed.</summary>
    public void Read(nint connection)
    {
        byte* setup = Xcb.GetSetup(connection);
        _first = setup[MinKeycodeOffset];
        byte* reply = Xcb.GetKeyboardMappingReply(connection, Xcb.GetKeyboardMapping(connection, (byte)_first, (byte)(setup[MaxKeycodeOffset] - _first + 1)), null);
        if (reply != null)
        {
            _perKey = reply[1];
            _symbols = new ReadOnlySpan<uint>(Xcb.GetKeyboardMappingKeysyms(reply), Xcb.GetKeyboardMappingKeysymsLength(reply)).ToArray();
            Xcb.Free(reply);
        }
    }

    /// <summary>The key of an event.</summary>
    public KeyPress Of(in XEvent key)
    {
        bool isAltGr = (key.State & AltGr) != 0;
        uint symbol = SymbolOf(key.Detail, key.State, isAltGr);
        Key named = NamedOf(symbol);
        char letter = named == Key.None ? LetterOf(symbol) : '\0';
        if ((key.State & Caps) != 0 && char.IsLetter(letter))
        {
            letter = (key.State & Shift) != 0 ? char.ToLowerInvariant(letter) : char.ToUpperInvariant(letter);
        }

        return new KeyPress(named, letter, (key.State & Shift) != 0, (key.State & Control) != 0, (key.State & Alt) != 0 && !isAltGr);
    }

    /// <summary>What a symbol does.</summary>
    internal static Key NamedOf(uint symbol) => symbol switch
    {
        0xFF08 => Key.Backspace,
        0xFF09 or 0xFE20 => Key.Tab,
        0xFF0D or 0xFF8D => Key.Enter,
        0xFF1B => Key.Escape,
        0xFF50 or 0xFF95 => Key.Home,
        0xFF51 or 0xFF96 => Key.Left,
        0xFF52 or 0xFF97 => Key.Up,
        0xFF53 or 0xFF98 => Key.Right,
        0xFF54 or 0xFF99 => Key.Down,
        0xFF55 or 0xFF9A => Key.PageUp,
        0xFF56 or 0xFF9B => Key.PageDown,
        0xFF57 or 0xFF9C => Key.End,
        0xFFFF or 0xFF9F => Key.Delete,
        _ => Key.None,
    };

    /// <summary>What a symbol writes; 0 = nothing.</summary>
    internal static char LetterOf(uint symbol) => symbol switch
    {
        >= 0x20 and <= 0x7E or >= 0xA0 and <= 0xFF => (char)symbol,
        >= 0xFFAA and <= 0xFFB9 => (char)(symbol - 0xFF80),
        0xFFBD => '=',
        0x20AC or 0x13BD => symbol == 0x20AC ? '€' : 'œ',
        >= 0x0100_0100 and <= 0x0100_FFFF => (char)(symbol & 0xFFFF),
        _ => '\0',
    };

    private uint SymbolOf(int key, ushort state, bool isAltGr)
    {
        int at = (key - _first) * _perKey;
        if (key < _first || _perKey == 0 || at + _perKey > _symbols.Length)
        {
            return 0;
        }

        int group = 2 * ((state >> GroupShift) & 3);
        int level = (state & Shift) != 0 ? 1 : 0;

        // The keypad writes digits while Num Lock is on; they stand in its second column.
        uint upper = Symbol(at, 1);
        if ((state & NumLock) != 0 && upper is >= 0xFF80 and <= 0xFFBD)
        {
            return level == 0 ? upper : Symbol(at, 0);
        }

        uint found = isAltGr ? Symbol(at, 4 + level) : Symbol(at, group + level);
        found = found == 0 && level == 1 ? Symbol(at, isAltGr ? 4 : group) : found;
        return found == 0 && !isAltGr ? Symbol(at, level) : found;
    }

    private uint Symbol(int at, int column) => column < _perKey ? _symbols[at + column] : 0;
}
