using System.Runtime.InteropServices;

namespace FaderStager.LinuxUi.X11;

/// <summary>What the editor needs of libxcb.</summary>
/// <remarks>[ui] Errors of requests come back on the connection that made them, and end nobody's process.</remarks>
internal static unsafe partial class Xcb
{
    /// <summary>The library.</summary>
    public const string Library = "libxcb.so.1";

    public const byte KeyPress = 2;
    public const byte KeyRelease = 3;
    public const byte ButtonPress = 4;
    public const byte ButtonRelease = 5;
    public const byte MotionNotify = 6;
    public const byte LeaveNotify = 8;
    public const byte FocusIn = 9;
    public const byte FocusOut = 10;
    public const byte Expose = 12;
    public const byte DestroyNotify = 17;
    public const byte UnmapNotify = 18;
    public const byte SelectionClear = 29;
    public const byte SelectionRequest = 30;
    public const byte SelectionNotify = 31;
    public const byte MappingNotify = 34;

    public const uint KeyMask = 0x1 | 0x2;
    public const uint UsualMask = 0x4 | 0x8 | 0x20 | 0x40 | 0x8000 | 0x20000 | 0x200000;

    public const uint WindowBackPixmap = 0x1;
    public const uint WindowBorderPixel = 0x8;
    public const uint WindowBitGravity = 0x10;
    public const uint WindowEventMask = 0x800;
    public const uint WindowColormap = 0x2000;

    public const ushort ConfigureWidth = 0x4;
    public const ushort ConfigureHeight = 0x8;

    public const uint AtomAtom = 4;
    public const byte ImageZPixmap = 2;
    public const byte RevertToParent = 2;

    /// <summary>A reply that is still to come.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Cookie
    {
        public uint Sequence;
    }

    /// <summary>Goes through the screens.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct ScreenIterator
    {
        public byte* Data;
        public int Left;
        public int Index;
    }

    [LibraryImport(Library, EntryPoint = "xcb_connect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial nint Connect(byte* display, int* screen);

    [LibraryImport(Library, EntryPoint = "xcb_disconnect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Disconnect(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_connection_has_error")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int HasError(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_file_descriptor")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetFileDescriptor(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_setup")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetSetup(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_setup_roots_iterator")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial ScreenIterator Screens(byte* setup);

    [LibraryImport(Library, EntryPoint = "xcb_screen_next")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void NextScreen(ScreenIterator* iterator);

    [LibraryImport(Library, EntryPoint = "xcb_generate_id")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint GenerateId(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_flush")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Flush(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_poll_for_event")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial XEvent* PollForEvent(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_create_colormap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie CreateColormap(nint connection, byte alloc, uint id, uint window, uint visual);

    [LibraryImport(Library, EntryPoint = "xcb_create_window")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie CreateWindow(nint connection, byte depth, uint id, uint parent, short x, short y, ushort width, ushort height, ushort border, ushort kind, uint visual, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_destroy_window")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie DestroyWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_map_window")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie MapWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_configure_window")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie ConfigureWindow(nint connection, uint window, ushort mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_change_window_attributes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie ChangeWindowAttributes(nint connection, uint window, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_get_window_attributes")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie GetWindowAttributes(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_get_window_attributes_reply")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetWindowAttributesReply(nint connection, Cookie cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_create_gc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie CreateGc(nint connection, uint id, uint drawable, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_put_image")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie PutImage(nint connection, byte format, uint drawable, uint gc, ushort width, ushort height, short x, short y, byte leftPad, byte depth, uint length, void* data);

    [LibraryImport(Library, EntryPoint = "xcb_intern_atom")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie InternAtom(nint connection, byte onlyIfExists, ushort length, byte* name);

    [LibraryImport(Library, EntryPoint = "xcb_intern_atom_reply")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* InternAtomReply(nint connection, Cookie cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_change_property")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie ChangeProperty(nint connection, byte mode, uint window, uint property, uint type, byte format, uint length, void* data);

    [LibraryImport(Library, EntryPoint = "xcb_get_property")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie GetProperty(nint connection, byte delete, uint window, uint property, uint type, uint offset, uint length);

    [LibraryImport(Library, EntryPoint = "xcb_get_property_reply")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetPropertyReply(nint connection, Cookie cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_get_property_value")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetPropertyValue(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_get_property_value_length")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetPropertyValueLength(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie GetInputFocus(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_input_focus_reply")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetInputFocusReply(nint connection, Cookie cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_set_input_focus")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie SetInputFocus(nint connection, byte revertTo, uint window, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_send_event")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie SendEvent(nint connection, byte propagate, uint destination, uint mask, XEvent* sent);

    [LibraryImport(Library, EntryPoint = "xcb_set_selection_owner")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie SetSelectionOwner(nint connection, uint owner, uint selection, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_convert_selection")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie ConvertSelection(nint connection, uint requestor, uint selection, uint target, uint property, uint time);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial Cookie GetKeyboardMapping(nint connection, byte first, byte count);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping_reply")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial byte* GetKeyboardMappingReply(nint connection, Cookie cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping_keysyms")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial uint* GetKeyboardMappingKeysyms(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_get_keyboard_mapping_keysyms_length")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial int GetKeyboardMappingKeysymsLength(byte* reply);

    /// <summary>Gives back what libxcb allocated.</summary>
    [LibraryImport("libc", EntryPoint = "free")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    public static partial void Free(void* pointer);
}
