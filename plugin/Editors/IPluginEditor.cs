namespace FaderStager.Plugin.Editors;

/// <summary>The editor as the adapter sees it: put into the host's window, resized, taken out.</summary>
/// <remarks>[ui] Never throws.</remarks>
internal interface IPluginEditor : IDisposable
{
    /// <summary>What went wrong last, or null.</summary>
    Exception? Problem { get; }

    /// <summary>Opens the editor in a host's window; sizes are in pixels.</summary>
    /// <returns>False when it could not be opened: see <see cref="Problem"/>.</returns>
    bool Attach(nint parent, double width, double height);

    /// <summary>Follows the size of the host's window, in pixels.</summary>
    bool Resize(double width, double height);

    /// <summary>Closes the editor.</summary>
    bool Detach();
}
