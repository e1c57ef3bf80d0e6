using FaderStager.LinuxUi;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Looks;
using FaderStager.Vst3.Plugin;

namespace FaderStager.Vst3.Linux;

/// <summary>The drawn editor in a host's X11 window, driven by the host's run loop.</summary>
/// <remarks>[ui]</remarks>
internal sealed class LinuxEditorView : IEditorView
{
    private const short Shift = 1;
    private const short Alt = 2;
    private const short Control = 4;

    private static int _isSaid;

    private readonly TrackInstance _track;
    private readonly EditorWindow _editor;
    private Action? _endWatch;
    private Action? _endTimer;
    private double _scale = 1;

    /// <summary>Makes an editor that is not open yet.</summary>
    /// <param name="track">The track.</param>
    /// <param name="hostName">The host's name for the footer.</param>
    public LinuxEditorView(TrackInstance track, string hostName)
    {
        _track = track;
        _editor = new EditorWindow(track, hostName, "VST3");

        // Ardour takes the first size for the smallest: what was made large could never be made small again.
        if (!hostName.Contains("Ardour", StringComparison.OrdinalIgnoreCase) && !hostName.Contains("Mixbus", StringComparison.OrdinalIgnoreCase))
        {
            (int width, int height) = EditorSizes.Of(track);
            _editor.Resize(width, height);
        }
    }

    /// <inheritdoc/>
    public Action<EditorSize>? AskForSize { get; set; }

    /// <inheritdoc/>
    public IEditorLoop? Loop { get; set; }

    /// <inheritdoc/>
    public EditorSize Size => new(_editor.Width, _editor.Height);

    /// <inheritdoc/>
    public bool IsPlatformSupported(string platform) => platform == "X11EmbedWindowID";

    /// <inheritdoc/>
    /// <remarks>False in a host without a run loop: nothing would ever draw it.</remarks>
    public bool Attach(nint parent)
    {
        _endTimer = Loop?.Every(EditorWindow.TimerMs, _editor.OnTimer);
        if (_endTimer is null)
        {
            SayOnce("This host offers its plug-ins no run loop (IRunLoop of the VST3 interface), so FaderStager shows no editor of its own: the host's generic editor stays.");
            return false;
        }

        try
        {
            _editor.Open((uint)parent);
            _endWatch = Loop!.Watch(_editor.Descriptor, _editor.OnReady);
            return true;
        }
        catch
        {
            Detach();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Detach()
    {
        _endWatch?.Invoke();
        _endTimer?.Invoke();
        (_endWatch, _endTimer) = (null, null);
        _editor.Close();
    }

    /// <inheritdoc/>
    public void Resize(EditorSize size)
    {
        _editor.Resize(size.Width, size.Height);
        EditorSizes.Remember(_track, size.Width, size.Height, _scale);
    }

    /// <inheritdoc/>
    public EditorSize Constrain(EditorSize size)
    {
        EditorSize least = Scaled(EditorBounds.LeastWidth, EditorBounds.LeastHeight, _scale);
        return new EditorSize(Math.Max(size.Width, least.Width), Math.Max(size.Height, least.Height));
    }

    /// <inheritdoc/>
    public bool SetScale(double factor)
    {
        if (factor is < 0.25 or > 8)
        {
            return false;
        }

        EditorSize size = Scaled(Size.Width, Size.Height, factor / _scale);
        _scale = factor;
        _editor.SetScale(factor);
        if (_editor.IsOpen)
        {
            AskForSize?.Invoke(size);
        }
        else
        {
            Resize(size);
        }

        return true;
    }

    /// <inheritdoc/>
    public bool UsesKey(EditorKey key) => _editor.TakeKey(
        key.Character, key.Code, (key.Modifiers & Shift) != 0, (key.Modifiers & Control) != 0, (key.Modifiers & Alt) != 0);

    /// <inheritdoc/>
    public void Dispose() => Detach();

    private static void SayOnce(string sentence)
    {
        if (Interlocked.Exchange(ref _isSaid, 1) == 0)
        {
            LogFile.Write(sentence);
        }
    }

    private static EditorSize Scaled(double width, double height, double factor) => new((int)Math.Round(width * factor), (int)Math.Round(height * factor));
}
