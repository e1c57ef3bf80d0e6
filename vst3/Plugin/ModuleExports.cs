using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>What a shared object of this layer exports.</summary>
/// <remarks>[ui] The runtime stays in the process once it is there: leaving the module ends no thread that the host did not start.</remarks>
internal static class ModuleExports
{
    private const byte True = 1;

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
    public static unsafe int Counters(long* values, int capacity) =>
        values == null || capacity < 0 ? 0 : ModuleCounters.Read(new Span<long>(values, capacity));
}
