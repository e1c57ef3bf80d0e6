using System.Reflection;
using System.Runtime.CompilerServices;
using AudioPlugSharp;

namespace FaderStager.Plugin;

/// <summary>What AudioPlugSharp's bridge finds and makes: a <see cref="FaderStagerPlugin"/>, of the engine that this process runs already where there is one.</summary>
/// <remarks>[ui] The assembly's only public type, so that the bridge takes no other. See <see cref="EngineHome"/>.</remarks>
public sealed class FaderStagerEdition : IAudioPlugin
{
    private readonly IAudioPlugin _plugin;

    /// <summary>Makes a plug-in. No side effects but the choice of an engine: hosts do it to scan.</summary>
    public FaderStagerEdition()
    {
        Assembly own = typeof(FaderStagerEdition).Assembly;
        Assembly shell = EngineHome.Find(own);
        _plugin = shell == own ? Make() : MakeIn(shell) ?? Make();
    }

    /// <inheritdoc/>
    public string Company => _plugin.Company;

    /// <inheritdoc/>
    public string Website => _plugin.Website;

    /// <inheritdoc/>
    public string Contact => _plugin.Contact;

    /// <inheritdoc/>
    public string PluginName => _plugin.PluginName;

    /// <inheritdoc/>
    public string PluginCategory => _plugin.PluginCategory;

    /// <inheritdoc/>
    public string PluginVersion => _plugin.PluginVersion;

    /// <inheritdoc/>
    public ulong PluginID => _plugin.PluginID;

    /// <inheritdoc/>
    public bool CacheLoadContext => _plugin.CacheLoadContext;

    /// <inheritdoc/>
    public IAudioHost Host
    {
        get => _plugin.Host;
        set => _plugin.Host = value;
    }

    /// <inheritdoc/>
    public IAudioPluginProcessor Processor => _plugin.Processor;

    /// <inheritdoc/>
    public IAudioPluginEditor Editor => _plugin.Editor;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static FaderStagerPlugin Make() => new();

    /// <summary>Null where the home's AudioPlugSharp is not ours: two bridges cannot share a plug-in's types.</summary>
    private static IAudioPlugin? MakeIn(Assembly shell) => shell.CreateInstance(typeof(FaderStagerPlugin).FullName!) as IAudioPlugin;
}
