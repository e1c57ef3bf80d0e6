using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Profiles;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A factory of this process' own, with a coordinator that the test drives: for tests that look inside, whatever module is under test.</summary>
internal sealed unsafe class InProcess : IDisposable
{
    private readonly PluginFactory _factory;

    public InProcess(IViewFactory? views = null)
    {
        Coordinator = new Coordinator(new ProfileLibrary(), TimeProvider.System);
        _factory = new PluginFactory(Coordinator, views);
    }

    public Coordinator Coordinator { get; }

    /// <summary>The object behind a plug-in that was made here.</summary>
    public static FaderStagerPlugin Inside(HostedPlugin plugin) => NativeObject.Of<FaderStagerPlugin>(plugin.Component);

    /// <summary>Makes a plug-in, as a host does.</summary>
    public HostedPlugin Create(HostHandler? handler = null, void* context = null)
    {
        InterfaceId classId = PluginIdentity.ClassId;
        InterfaceId component = ComponentTable.Id;
        void* created;
        Assert.That(_factory.CreateInstance(&classId, &component, &created), Is.EqualTo(Result.Ok));
        return new HostedPlugin(created, handler, context);
    }

    /// <summary>What the host introduces itself with to the factory.</summary>
    public void SetHostContext(void* context) => _factory.SetHostContext(context);

    public void Dispose()
    {
        _factory.Release();
        Coordinator.Dispose();
    }
}
