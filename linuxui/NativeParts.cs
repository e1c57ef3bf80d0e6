using System.Reflection;
using System.Runtime.InteropServices;
using FaderStager.LinuxUi.X11;
using SkiaSharp;

namespace FaderStager.LinuxUi;

/// <summary>The native libraries that the editor draws and shows itself with.</summary>
/// <remarks>[ui]</remarks>
public static class NativeParts
{
    private const string Skia = "libSkiaSharp";

    private static nint _skia;
    private static int _isSet;

    /// <summary>Says where Skia lies: beside the plug-in. Without it the system's own way of finding libraries counts.</summary>
    /// <param name="folder">The folder, as a full path.</param>
    /// <remarks>[ui] The first call counts. Nothing is loaded yet.</remarks>
    public static void LieIn(string folder)
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            nint Find(string name, Assembly assembly, DllImportSearchPath? path) => !name.Contains(Skia, StringComparison.Ordinal) ? 0 : _skia != 0 ? _skia : _skia = NativeLibrary.Load(Path.Combine(folder, Skia + ".so"));
            NativeLibrary.SetDllImportResolver(typeof(SKCanvas).Assembly, Find);
            NativeLibrary.SetDllImportResolver(typeof(NativeParts).Assembly, Find);
        }
    }

    /// <summary>Skia lies where SkiaSharp finds it by itself: in a program, which may have it beside itself or in a package's folder.</summary>
    /// <remarks>[ui] The first call of this or <see cref="LieIn"/> counts.</remarks>
    internal static void LieWithSkiaSharp()
    {
        if (Interlocked.Exchange(ref _isSet, 1) == 0)
        {
            NativeLibrary.SetDllImportResolver(
                typeof(NativeParts).Assembly,
                (name, _, _) => name.Contains(Skia, StringComparison.Ordinal) ? NativeLibrary.Load(Skia, typeof(SKCanvas).Assembly, searchPath: null) : 0);
        }
    }

    /// <summary>Tries whether all of them can be loaded.</summary>
    /// <returns>What the system says of the one that cannot; null when all can.</returns>
    /// <remarks>[ui] What was loaded stays.</remarks>
    public static string? Missing()
    {
        try
        {
            _ = NativeLibrary.Load(Xcb.Library, typeof(NativeParts).Assembly, DllImportSearchPath.SafeDirectories);
            _ = SKGraphics.GetFontCacheLimit();
            return null;
        }
        catch (Exception problem) when (problem is DllNotFoundException or BadImageFormatException or TypeInitializationException or EntryPointNotFoundException or InvalidOperationException)
        {
            return (problem.InnerException ?? problem).Message;
        }
    }
}
