using System.Runtime.InteropServices;

namespace FaderStager.WpfUi.Hosting;

/// <summary>What the editor needs of user32.</summary>
internal static partial class NativeMethods
{
    public const int WmGetDlgCode = 0x0087;
    public const int WmKeyDown = 0x0100;
    public const int WmKeyUp = 0x0101;
    public const int WmChar = 0x0102;
    public const int WmDeadChar = 0x0103;
    public const int WmSysKeyDown = 0x0104;
    public const int WmSysKeyUp = 0x0105;
    public const int WmSysChar = 0x0106;
    public const int WmSysDeadChar = 0x0107;
    public const int WmMouseActivate = 0x0021;
    public const int MaActivate = 1;
    public const int DlgcWantArrows = 0x0001;
    public const int DlgcWantTab = 0x0002;
    public const int DlgcWantAllKeys = 0x0004;
    public const int DlgcWantChars = 0x0080;
    public const int WsChild = 0x40000000;
    public const int WsVisible = 0x10000000;
    public const int WsClipChildren = 0x02000000;
    public const int SwpNoZOrder = 0x0004;
    public const int SwpNoActivate = 0x0010;
    public const int SwpNoMove = 0x0002;

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool IsWindow(nint window);

    [LibraryImport("user32.dll", EntryPoint = "PostMessageW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool PostMessage(nint window, int message, nint wParam, nint lParam);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    public static partial bool SetWindowPos(nint window, nint after, int x, int y, int width, int height, int flags);

    /// <summary>A message as a message loop holds it.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Message
    {
        public nint Window;
        public int Number;
        public nint WParam;
        public nint LParam;
        public int Time;
        public int X;
        public int Y;
    }
}
