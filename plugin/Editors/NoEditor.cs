using FaderStager.Mixing.Tracks;

namespace FaderStager.Plugin.Editors;

/// <summary>A build without editor: the host shows its own controls. The file beside it takes its place where there is one.</summary>
internal static class EditorFactory
{
    /// <summary>Whether there is an editor.</summary>
    public static bool IsPresent => false;

    /// <summary>Scale of the screen: 1 = 100 %.</summary>
    public static double ScreenScale => 1;

    /// <summary>Makes the editor of a track.</summary>
    public static IPluginEditor? Create(TrackInstance track, string hostName) => null;
}
