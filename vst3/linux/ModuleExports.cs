using System.Runtime.InteropServices;
using FaderStager.LinuxUi;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Linux;

/// <summary>What the shared object exports.</summary>
/// <remarks>[ui] The runtime stays in the process once it is there: leaving the module ends no thread that the host did not start.</remarks>
internal static unsafe partial class ModuleExports
{
    private const byte True = 1;

    private static bool _isReady;

    /// <summary>The host has loaded the module.</summary>
    [UnmanagedCallersOnly(EntryPoint = "ModuleEntry")]
    public static byte ModuleEntry(nint library) => True;

    /// <summary>The host is about to unload the module.</summary>
    [UnmanagedCallersOnly(EntryPoint = "ModuleExit")]
    public static byte ModuleExit() => True;

    /// <summary>The host asks for the factory.</summary>
    [UnmanagedCallersOnly(EntryPoint = "GetPluginFactory")]
    public static nint GetPluginFactory()
    {
        try
        {
            if (!_isReady)
            {
                _isReady = true;
                OfferEditor();
            }

            return PluginModule.GetPluginFactory();
        }
        catch (Exception exception)
        {
            Fault.Report("GetPluginFactory", exception);
            return 0;
        }
    }

    /// <summary>Counts of this module's own runtime and of its faults, for tests and for whoever looks after a host.</summary>
    /// <param name="values">Receives them: see <see cref="ModuleCounters"/> for their order.</param>
    /// <param name="capacity">How many there is room for.</param>
    /// <returns>How many were written.</returns>
    /// <remarks>[any]</remarks>
    [UnmanagedCallersOnly(EntryPoint = "FaderStagerCounters")]
    public static int Counters(long* values, int capacity) =>
        values == null || capacity < 0 ? 0 : ModuleCounters.Read(new Span<long>(values, capacity));

    // Skia lies beside the module; it is loaded with the first editor, not by a scan.
    private static void OfferEditor()
    {
        DlInfo info = default;
        if (DlAddr((delegate* unmanaged<nint, byte>)&ModuleEntry, &info) != 0 && Marshal.PtrToStringUTF8(info.FileName) is { } path)
        {
            NativeParts.LieIn(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }

        PluginModule.ViewFactory = new LinuxViewFactory();
    }

    [LibraryImport("libdl.so.2", EntryPoint = "dladdr")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int DlAddr(void* address, DlInfo* info);

    [StructLayout(LayoutKind.Sequential)]
    private struct DlInfo
    {
        public nint FileName;
        public nint Base;
        public nint SymbolName;
        public nint SymbolAddress;
    }
}
