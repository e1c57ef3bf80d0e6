using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
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
    public static IPluginEditor? Create(TrackInstance track, string hostName) => new Wpf(track, hostName);

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetDpiForSystem();

    private sealed class Wpf(TrackInstance track, string hostName) : IPluginEditor
    {
        private readonly EditorHost _host = new(track, hostName, "AudioPlugSharp");

        public Exception? Problem => _host.Problem;

        public bool Attach(nint parent, double width, double height) => _host.Attach(parent, width, height);

        public bool Resize(double width, double height) => _host.Resize(width, height);

        public bool Detach() => _host.Detach();

        public void Dispose() => _host.Dispose();
    }
}
