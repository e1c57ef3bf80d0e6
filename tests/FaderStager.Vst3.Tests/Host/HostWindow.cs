using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host's window on Windows, and its message loop.</summary>
internal sealed unsafe partial class HostWindow : IDisposable
{
    private const int OverlappedWindow = 0x00CF0000;
    private const int ClipChildren = 0x02000000;
    private const int Show = 5;
    private const uint Child = 5;
    private const uint Remove = 1;

    public HostWindow(int width, int height)
    {
        fixed (char* kind = "STATIC\0", title = "FaderStager test host\0")
        {
            Handle = CreateWindowExW(0, kind, title, OverlappedWindow | ClipChildren, 20, 20, width, height, 0, 0, 0, 0);
        }

        Assert.That((long)Handle, Is.Not.Zero);
        _ = ShowWindow(Handle, Show);
    }

    public nint Handle { get; }

    /// <summary>The window inside, or zero.</summary>
    public nint Inner => GetWindow(Handle, Child);

    /// <summary>Width and height of the window inside.</summary>
    public (int Width, int Height) InnerSize
    {
        get
        {
            int* rectangle = stackalloc int[4];
            _ = GetClientRect(Inner, rectangle);
            return (rectangle[2], rectangle[3]);
        }
    }

    /// <summary>Takes messages until something holds.</summary>
    /// <returns>False when it did not within the time.</returns>
    public static bool PumpUntil(Func<bool> isThere, double seconds = 20)
    {
        byte* message = stackalloc byte[48];
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start).TotalSeconds < seconds; Thread.Yield())
        {
            while (PeekMessageW(message, 0, 0, 0, Remove) != 0)
            {
                _ = TranslateMessage(message);
                DispatchMessageW(message);
            }

            if (isThere())
            {
                return true;
            }
        }

        return false;
    }

    public void Dispose() => _ = DestroyWindow(Handle);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint CreateWindowExW(int moreStyle, char* kind, char* title, int style, int x, int y, int width, int height, nint parent, nint menu, nint module, nint data);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int DestroyWindow(nint window);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int ShowWindow(nint window, int how);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint GetWindow(nint window, uint which);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetClientRect(nint window, int* rectangle);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int PeekMessageW(byte* message, nint window, uint first, uint last, uint remove);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int TranslateMessage(byte* message);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nint DispatchMessageW(byte* message);
}
