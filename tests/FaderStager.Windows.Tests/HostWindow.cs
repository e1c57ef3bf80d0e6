using System.Runtime.InteropServices;

namespace FaderStager.Windows.Tests;

/// <summary>A host's window: plain Win32, it knows nothing of WPF.</summary>
internal sealed partial class HostWindow : IDisposable
{
    private const string ClassName = "FaderStagerTestHost";
    private const int WsOverlappedWindow = 0x00CF0000;
    private const int WsVisible = 0x10000000;
    private const int WmKeyDown = 0x0100;
    private const int WmKeyUp = 0x0101;
    private const int WmSysKeyDown = 0x0104;
    private const int WmSysKeyUp = 0x0105;
    private const int WmCommand = 0x0111;

    private static readonly Dictionary<nint, HostWindow> Windows = [];
    private static readonly WindowProcedure Procedure = OnMessage;
    private static bool _isRegistered;

    public HostWindow(int width, int height)
    {
        if (!_isRegistered)
        {
            WindowClass windowClass = new()
            {
                Size = Marshal.SizeOf<WindowClass>(),
                Procedure = Marshal.GetFunctionPointerForDelegate(Procedure),
                Instance = GetModuleHandle(null),
                ClassName = Marshal.StringToHGlobalUni(ClassName),
            };
            Assert.That(RegisterClassEx(ref windowClass), Is.Not.Zero);
            _isRegistered = true;
        }

        Rectangle outer = new() { Right = width, Bottom = height };
        AdjustWindowRectEx(ref outer, WsOverlappedWindow, false, 0);
        Handle = CreateWindowEx(0, ClassName, "host", WsOverlappedWindow | WsVisible, 40, 40, outer.Right - outer.Left, outer.Bottom - outer.Top, 0, 0, GetModuleHandle(null), 0);
        Assert.That(Handle, Is.Not.Zero, "The host's window could not be made.");
        Windows[Handle] = this;
    }

    public nint Handle { get; private set; }

    /// <summary>Keys that were pressed here, in order.</summary>
    public List<int> Keys { get; } = [];

    /// <summary>Keys that were released here, in order.</summary>
    public List<int> KeysUp { get; } = [];

    /// <summary>Commands that a dialog makes of Enter (1) and Escape (2).</summary>
    public List<int> Commands { get; } = [];

    /// <summary>Child windows, of whatever kind.</summary>
    public int Children
    {
        get
        {
            int count = 0;
            for (nint child = FindWindowEx(Handle, 0, null, null); child != 0; child = FindWindowEx(Handle, child, null, null))
            {
                count++;
            }

            return count;
        }
    }

    public static bool IsThere(nint window) => IsWindow(window);

    public static (int Width, int Height) SizeOf(nint window)
    {
        GetClientRect(window, out Rectangle client);
        return (client.Right, client.Bottom);
    }

    public static void PressKey(nint window, int virtualKey)
    {
        PostMessage(window, WmKeyDown, virtualKey, 1);
        PostMessage(window, WmKeyUp, virtualKey, unchecked((int)0xC0000001));
    }

    /// <summary>Makes it the window that the keyboard belongs to.</summary>
    public bool BringForward(HostLoopKind loop)
    {
        SetForegroundWindow(Handle);
        return HostLoop.RunUntil(loop, Handle, () => GetForegroundWindow() == Handle);
    }

    /// <summary>Puts the pointer somewhere on the screen.</summary>
    public static void MovePointer(double x, double y) => SetCursorPos((int)x, (int)y);

    public void Dispose()
    {
        if (Handle != 0)
        {
            Windows.Remove(Handle);
            DestroyWindow(Handle);
            Handle = 0;
        }
    }

    private static nint OnMessage(nint window, int message, nint wParam, nint lParam)
    {
        if (Windows.TryGetValue(window, out HostWindow? host))
        {
            switch (message)
            {
                case WmKeyDown or WmSysKeyDown: host.Keys.Add((int)wParam); break;
                case WmKeyUp or WmSysKeyUp: host.KeysUp.Add((int)wParam); break;
                case WmCommand: host.Commands.Add((int)wParam & 0xFFFF); break;
                default: break;
            }
        }

        return DefWindowProc(window, message, wParam, lParam);
    }

    private delegate nint WindowProcedure(nint window, int message, nint wParam, nint lParam);

    [StructLayout(LayoutKind.Sequential)]
    private struct Rectangle
    {
        public int Left;
        public int Top;
        public int Right;
        public int Bottom;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct WindowClass
    {
        public int Size;
        public int Style;
        public nint Procedure;
        public int ClassExtra;
        public int WindowExtra;
        public nint Instance;
        public nint Icon;
        public nint Cursor;
        public nint Background;
        public nint MenuName;
        public nint ClassName;
        public nint SmallIcon;
    }

    [LibraryImport("kernel32.dll", EntryPoint = "GetModuleHandleW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetModuleHandle(string? name);

    [LibraryImport("user32.dll", EntryPoint = "RegisterClassExW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial ushort RegisterClassEx(ref WindowClass windowClass);

    [LibraryImport("user32.dll", EntryPoint = "CreateWindowExW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateWindowEx(int exStyle, string className, string title, int style, int x, int y, int width, int height, nint parent, nint menu, nint instance, nint parameter);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool AdjustWindowRectEx(ref Rectangle rectangle, int style, [MarshalAs(UnmanagedType.Bool)] bool hasMenu, int exStyle);

    [LibraryImport("user32.dll", EntryPoint = "DefWindowProcW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint DefWindowProc(nint window, int message, nint wParam, nint lParam);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetCursorPos(int x, int y);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool DestroyWindow(nint window);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool IsWindow(nint window);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetClientRect(nint window, out Rectangle rectangle);

    [LibraryImport("user32.dll", EntryPoint = "PostMessageW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool PostMessage(nint window, int message, nint wParam, nint lParam);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetForegroundWindow(nint window);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetForegroundWindow();

    [LibraryImport("user32.dll", EntryPoint = "FindWindowExW", StringMarshalling = StringMarshalling.Utf16)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint FindWindowEx(nint parent, nint after, string? className, string? title);
}
