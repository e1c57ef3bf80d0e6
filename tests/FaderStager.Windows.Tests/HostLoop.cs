using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FaderStager.Windows.Tests;

/// <summary>The message loop that a host runs on its thread. It decides which keys an editor gets to see at all.</summary>
public enum HostLoopKind
{
    /// <summary>WPF's own, as in a host that uses WPF itself: WPF sees a key before it is dispatched.</summary>
    Wpf,

    /// <summary>The plain one of most hosts: get, translate, dispatch.</summary>
    Plain,

    /// <summary>A dialog's: Tab, Enter, Escape and the arrows are the dialog's unless the window with the keyboard asks for them.</summary>
    Dialog,
}

/// <summary>Runs a host's message loop until something is so.</summary>
internal static partial class HostLoop
{
    private const int Remove = 1;
    private const int AnyInput = 0x04FF;
    private const int InputAvailable = 4;

    /// <summary>Runs the loop.</summary>
    /// <returns>False when it did not come about in time.</returns>
    public static bool RunUntil(HostLoopKind kind, nint window, Func<bool> isSo, int ms = 10_000)
    {
        if (kind == HostLoopKind.Wpf)
        {
            return UiThread.PumpUntil(isSo, ms);
        }

        Stopwatch waited = Stopwatch.StartNew();
        while (!isSo() && waited.ElapsedMilliseconds < ms)
        {
            if (!PeekMessage(out Message message, 0, 0, 0, Remove))
            {
                _ = MsgWaitForMultipleObjectsEx(0, 0, 20, AnyInput, InputAvailable);
            }
            else if (kind != HostLoopKind.Dialog || !IsDialogMessage(window, ref message))
            {
                TranslateMessage(ref message);
                DispatchMessage(ref message);
            }
        }

        return isSo();
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Message
    {
        public nint Window;
        public int Number;
        public nint WParam;
        public nint LParam;
        public int Time;
        public int X;
        public int Y;
    }

    [LibraryImport("user32.dll", EntryPoint = "PeekMessageW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool PeekMessage(out Message message, nint window, int first, int last, int flags);

    [LibraryImport("user32.dll", EntryPoint = "IsDialogMessageW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool IsDialogMessage(nint dialog, ref Message message);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool TranslateMessage(ref Message message);

    [LibraryImport("user32.dll", EntryPoint = "DispatchMessageW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint DispatchMessage(ref Message message);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MsgWaitForMultipleObjectsEx(int count, nint handles, int ms, int wakeMask, int flags);
}
