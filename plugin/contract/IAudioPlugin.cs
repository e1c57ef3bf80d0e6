namespace AudioPlugSharp;

/// <summary>The plug-in as its bridge sees it.</summary>
public interface IAudioPlugin
{
    string Company { get; }
    string Website { get; }
    string Contact { get; }
    string PluginName { get; }
    string PluginCategory { get; }
    string PluginVersion { get; }
    ulong PluginID { get; }
    bool CacheLoadContext { get; }
    IAudioHost Host { get; set; }
    IAudioPluginProcessor Processor { get; }
    IAudioPluginEditor Editor { get; }
}
