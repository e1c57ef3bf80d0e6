using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace FaderStager.Tests.X11;

/// <summary>A host's windows on the X server, and a hand on the mouse and the keyboard in them.</summary>
/// <remarks>A connection of its own. Input is sent as events: a window cannot tell it from a hand's but by a mark that the editor does not look at.</remarks>
// Each test disposes its own.
#pragma warning disable CA2216
internal sealed unsafe partial class XHost : IDisposable
#pragma warning restore CA2216
{
    private const string Library = "libxcb.so.1";

    private readonly nint _connection;
    private readonly uint _root;

    public XHost()
    {
        XServer.Need();
        _connection = Connect(null, null);
        byte* screen = Screens(GetSetup(_connection)).Data;
        _root = *(uint*)screen;
    }

    /// <summary>Makes a window of the host and shows it.</summary>
    public uint MakeWindow(int width = 1000, int height = 640)
    {
        uint id = GenerateId(_connection);
        CreateWindow(_connection, 0, id, _root, 0, 0, (ushort)width, (ushort)height, 0, 1, 0, 0, null);
        Map(id);
        return id;
    }

    public void Map(uint window) => Do(() => MapWindow(_connection, window));

    public void Unmap(uint window) => Do(() => UnmapWindow(_connection, window));

    public void Destroy(uint window) => Do(() => DestroyWindow(_connection, window));

    /// <summary>The windows inside one, or all of the screen.</summary>
    public uint[] Inside(uint? window = null)
    {
        byte* reply = QueryTreeReply(_connection, QueryTree(_connection, window ?? _root), null);
        if (reply == null)
        {
            return [];
        }

        uint[] children = new ReadOnlySpan<uint>(QueryTreeChildren(reply), QueryTreeChildrenLength(reply)).ToArray();
        Free(reply);
        return children;
    }

    /// <summary>Width and height of a window.</summary>
    public (int Width, int Height) SizeOf(uint window)
    {
        byte* reply = GetGeometryReply(_connection, GetGeometry(_connection, window), null);
        (int, int) size = reply == null ? default : (*(ushort*)(reply + 16), *(ushort*)(reply + 18));
        Free(reply);
        return size;
    }

    /// <summary>The colour of a pixel, as RGB.</summary>
    public uint PixelOf(uint window, int x, int y)
    {
        byte* reply = GetImageReply(_connection, GetImage(_connection, 2, window, (short)x, (short)y, 1, 1, uint.MaxValue), null);
        uint pixel = reply == null ? 0 : *(uint*)GetImageData(reply) & 0xFFFFFF;
        Free(reply);
        return pixel;
    }

    /// <summary>Presses the left button and lets go.</summary>
    public void Click(uint window, int x, int y, int button = 1)
    {
        Send(window, 6, 0, x, y);
        Send(window, 4, (byte)button, x, y);
        Send(window, 5, (byte)button, x, y);
    }

    /// <summary>Sends an event of a kind with 31 bytes of the test's own.</summary>
    public void SendRaw(uint window, ReadOnlySpan<byte> bytes)
    {
        byte* sent = stackalloc byte[32];
        bytes[..32].CopyTo(new Span<byte>(sent, 32));
        SendEvent(_connection, 0, window, 0, sent);
        Sync();
    }

    /// <summary>Waits until the server has done all that was asked of it here.</summary>
    public void Sync() => _ = Inside(_root);

    public void Dispose() => Disconnect(_connection);

    public void Send(uint window, byte kind, byte detail, int x, int y, ushort state = 0)
    {
        byte* sent = stackalloc byte[32];
        new Span<byte>(sent, 32).Clear();
        (sent[0], sent[1]) = (kind, detail);
        *(uint*)(sent + 4) = (uint)Environment.TickCount;
        *(uint*)(sent + 12) = window;
        *(short*)(sent + 24) = (short)x;
        *(short*)(sent + 26) = (short)y;
        *(ushort*)(sent + 28) = state;
        SendEvent(_connection, 0, window, 0, sent);
        Sync();
    }

    private void Do(Action request)
    {
        request();
        Sync();
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct ScreenIterator
    {
        public byte* Data;
        public int Left;
        public int Index;
    }

    [LibraryImport(Library, EntryPoint = "xcb_connect")]
    private static partial nint Connect(byte* display, int* screen);

    [LibraryImport(Library, EntryPoint = "xcb_disconnect")]
    private static partial void Disconnect(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_get_setup")]
    private static partial byte* GetSetup(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_setup_roots_iterator")]
    private static partial ScreenIterator Screens(byte* setup);

    [LibraryImport(Library, EntryPoint = "xcb_generate_id")]
    private static partial uint GenerateId(nint connection);

    [LibraryImport(Library, EntryPoint = "xcb_create_window")]
    private static partial void CreateWindow(nint connection, byte depth, uint id, uint parent, short x, short y, ushort width, ushort height, ushort border, ushort kind, uint visual, uint mask, uint* values);

    [LibraryImport(Library, EntryPoint = "xcb_map_window")]
    private static partial void MapWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_unmap_window")]
    private static partial void UnmapWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_destroy_window")]
    private static partial void DestroyWindow(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree")]
    private static partial uint QueryTree(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree_reply")]
    private static partial byte* QueryTreeReply(nint connection, uint cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree_children")]
    private static partial uint* QueryTreeChildren(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_query_tree_children_length")]
    private static partial int QueryTreeChildrenLength(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_get_geometry")]
    private static partial uint GetGeometry(nint connection, uint window);

    [LibraryImport(Library, EntryPoint = "xcb_get_geometry_reply")]
    private static partial byte* GetGeometryReply(nint connection, uint cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_get_image")]
    private static partial uint GetImage(nint connection, byte format, uint drawable, short x, short y, ushort width, ushort height, uint planes);

    [LibraryImport(Library, EntryPoint = "xcb_get_image_reply")]
    private static partial byte* GetImageReply(nint connection, uint cookie, nint* error);

    [LibraryImport(Library, EntryPoint = "xcb_get_image_data")]
    private static partial byte* GetImageData(byte* reply);

    [LibraryImport(Library, EntryPoint = "xcb_send_event")]
    private static partial void SendEvent(nint connection, byte propagate, uint destination, uint mask, byte* sent);

    [LibraryImport("libc", EntryPoint = "free")]
    private static partial void Free(void* pointer);
}
