using FaderStager.LinuxUi;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;
using FaderStager.Plugin;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Linux;

/// <summary>Makes the editors that are drawn here.</summary>
/// <remarks>[ui] Hosts make views that they never show: a view costs nothing before it is in a window.</remarks>
internal sealed class LinuxViewFactory : IViewFactory
{
    private readonly string _hostName = HostName.Find();
    private bool _isTried;
    private bool _isThere;

    /// <inheritdoc/>
    public IEditorView? TryCreate(TrackInstance track)
    {
        if (!_isTried)
        {
            _isTried = true;
            string? missing = NativeParts.Missing();
            _isThere = missing is null;
            if (missing is not null)
            {
                LogFile.Write($"FaderStager shows no editor of its own here, the host's generic editor stays. What it is drawn with cannot be loaded: {missing}");
            }
        }

        return _isThere ? new LinuxEditorView(track, _hostName) : null;
    }
}
