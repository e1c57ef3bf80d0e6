using System.Runtime.InteropServices;
using FaderStager.Core.Tracks;
using FaderStager.WpfUi;

namespace FaderStager.Plugin.Editors;

/// <summary>Makes the WPF editor.</summary>
internal static partial class EditorFactory
{
    private const double DpiAt100Percent = 96;

    /// <summary>Whether there is an editor.</summary>
    public static bool IsPresent => true;

    /// <summary>Scale of the screen as the calling thread sees it: 1 = 100 %.</summary>
    public static double ScreenScale => GetDpiForSystem() / DpiAt100Percent;

    /// <summary>Makes the editor of a track.</summary>
    public static IPluginEditor? Create(TrackInstance track, string hostName) => new Wpf(new EditorHost(track, hostName));

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetDpiForSystem();

    private sealed class Wpf(EditorHost host) : IPluginEditor
    {
        public Exception? Problem => host.Problem;

        public bool Attach(nint parent, double width, double height) => host.Attach(parent, width, height);

        public bool Resize(double width, double height) => host.Resize(width, height);

        public bool Detach() => host.Detach();
    }
}
