using FaderStager.Mixing.Tracks;
using FaderStager.Plugin;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Windows;

/// <summary>Makes WPF editors.</summary>
/// <param name="log">Where an editor that fails says why.</param>
/// <remarks>[ui]</remarks>
internal sealed class WpfViewFactory(LoaderLog log) : IViewFactory
{
    private readonly string _hostName = HostName.Find();

    /// <inheritdoc/>
    public IEditorView? TryCreate(TrackInstance track) => new WpfEditorView(track, _hostName, log);
}
