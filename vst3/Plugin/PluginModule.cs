using FaderStager.Mixing.Mixes;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>The module that a host loads: one factory for the life of the process.</summary>
/// <remarks>[ui]</remarks>
public static unsafe class PluginModule
{
    private static readonly Lock Gate = new();
    private static PluginFactory? _factory;

    /// <summary>What makes editors; null, the default, leaves the host's generic one. Taken up when the factory is first asked for.</summary>
    public static IViewFactory? ViewFactory { get; set; }

    /// <summary>The module's factory.</summary>
    /// <returns>An IPluginFactory with a reference for the caller.</returns>
    public static nint GetPluginFactory()
    {
        lock (Gate)
        {
            _factory ??= new PluginFactory(Coordinator.Shared, ViewFactory);
            _factory.AddRef();
            return (nint)_factory.PointerTo(PluginFactory3Table.Id);
        }
    }
}
