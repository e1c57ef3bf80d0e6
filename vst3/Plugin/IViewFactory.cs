using FaderStager.Mixing.Tracks;

namespace FaderStager.Vst3.Plugin;

/// <summary>Makes editors: what a system with windows puts in place of the host's generic one.</summary>
/// <remarks>[ui] Set once, at <see cref="PluginModule.ViewFactory"/>, before the host asks for the module's factory.</remarks>
public interface IViewFactory
{
    /// <summary>Makes an editor that is not shown yet.</summary>
    /// <param name="track">The track it shows and edits; it stays the plug-in's.</param>
    /// <returns>The editor; null where none can be shown: the host shows its generic one then.</returns>
    IEditorView? TryCreate(TrackInstance track);
}
