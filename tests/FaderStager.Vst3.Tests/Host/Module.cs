using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>
/// The module under test. By default the managed layer in this process: the same tables, called by function pointers. With
/// FADERSTAGER_VST3_MODULE = a path, the shared object there, entered as a host does.
/// </summary>
internal static unsafe class Module
{
    public const string PathVariable = "FADERSTAGER_VST3_MODULE";

    private static readonly Lazy<nint> Entry = new(Load);
    private static nint _library;

    /// <summary>Whether the module is this process' own managed code, so that a test may look inside.</summary>
    public static bool IsInProcess => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(PathVariable));

    /// <summary>The module's factory with a reference of its own.</summary>
    public static void* GetPluginFactory() => Entry.Value == 0
        ? (void*)PluginModule.GetPluginFactory()
        : ((delegate* unmanaged<void*>)Entry.Value)();

    /// <summary>What the module's own runtime did since it started: see ModuleCounters.</summary>
    public static long[] Counters()
    {
        long[] values = new long[ModuleCounters.Count];
        if (Entry.Value == 0)
        {
            ModuleCounters.Read(values);
            return values;
        }

        fixed (long* start = values)
        {
            Assert.That(((delegate* unmanaged<long*, int, int>)NativeLibrary.GetExport(_library, "FaderStagerCounters"))(start, values.Length), Is.EqualTo(values.Length));
        }

        return values;
    }

    /// <summary>Creates an object of the module's only class.</summary>
    public static void* Create(InterfaceId interfaceId)
    {
        void* factory = GetPluginFactory();
        ClassInfo info = default;
        PluginFactory3Table* table = *(PluginFactory3Table**)factory;
        Assert.That(table->GetClassInfo(factory, 0, &info), Is.EqualTo(Result.Ok));
        void* created = null;
        Assert.That(table->CreateInstance(factory, &info.Id, &interfaceId, &created), Is.EqualTo(Result.Ok));
        Unknown.Release(factory);
        return created;
    }

    private static nint Load()
    {
        if (IsInProcess)
        {
            return 0;
        }

        nint library = NativeLibrary.Load(Environment.GetEnvironmentVariable(PathVariable)!);
        _library = library;
        if (NativeLibrary.TryGetExport(library, "ModuleEntry", out nint entry))
        {
            Assert.That(((delegate* unmanaged<nint, byte>)entry)(library), Is.EqualTo(1));
        }
        else
        {
            Assert.That(((delegate* unmanaged<byte>)NativeLibrary.GetExport(library, "InitDll"))(), Is.EqualTo(1));
        }

        return NativeLibrary.GetExport(library, "GetPluginFactory");
    }
}
