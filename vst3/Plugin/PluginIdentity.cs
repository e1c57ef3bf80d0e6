using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin;

/// <summary>How the plug-in introduces itself. Hosts store the class id in projects: it never changes.</summary>
/// <remarks>[any]</remarks>
internal static class PluginIdentity
{
    /// <summary>Name of plug-in and maker.</summary>
    public const string Name = "FaderStager";

    /// <summary>Subcategories: an effect that measures, and that has nothing to do in offline processing of a clip.</summary>
    public const string Categories = "Fx|Analyzer|NoOfflineProcess";

    /// <summary>Version of the interface that this layer follows.</summary>
    public const string InterfaceVersion = "VST 3.7.14";

    /// <summary>The plug-in's class.</summary>
    public static readonly InterfaceId ClassId = new(0x27FC99B8, 0x7A244B5B, 0xAC22F441, 0xC2616B30);

    /// <summary>The version of this build.</summary>
    public static string Version { get; } = typeof(PluginIdentity).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";
}
