using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Looks;
using FaderStager.Vst3.Plugin;
using FaderStager.WpfUi;

namespace FaderStager.Vst3.Windows;

/// <summary>The WPF editor in a host's window.</summary>
/// <remarks>[ui] Until the host names a scale the screen's counts, for the size and for the drawing.</remarks>
internal sealed partial class WpfEditorView : IEditorView
{
    private const double DpiAt100Percent = 96;

    private readonly TrackInstance _track;
    private readonly EditorHost _editor;
    private readonly LoaderLog _log;
    private double _scale = Math.Max(1, GetDpiForSystem() / DpiAt100Percent);

    /// <summary>Makes an editor that is not open yet.</summary>
    /// <param name="track">The track.</param>
    /// <param name="hostName">The host's name for the footer.</param>
    /// <param name="log">Where a failure is told.</param>
    public WpfEditorView(TrackInstance track, string hostName, LoaderLog log)
    {
        _editor = new EditorHost(track, hostName, "VST3");
        _log = log;
        _track = track;
        (int width, int height) = EditorSizes.Of(track, _scale);
        Size = new EditorSize(width, height);
    }

    /// <inheritdoc/>
    public Action<EditorSize>? AskForSize { get; set; }

    /// <inheritdoc/>
    public EditorSize Size { get; private set; }

    /// <inheritdoc/>
    public bool IsPlatformSupported(string platform) => platform == "HWND";

    /// <inheritdoc/>
    public bool Attach(nint parent)
    {
        // WPF asks for a single-threaded apartment; a host that never started COM on this thread has none yet.
        _ = Thread.CurrentThread.TrySetApartmentState(ApartmentState.STA);
        Check(_editor.Attach(parent, Size.Width, Size.Height));
        return true;
    }

    /// <inheritdoc/>
    public void Detach() => Check(_editor.Detach());

    /// <inheritdoc/>
    public void Resize(EditorSize size)
    {
        Size = size;
        EditorSizes.Remember(_track, size.Width, size.Height, _scale);
        Check(_editor.Resize(size.Width, size.Height));
    }

    /// <inheritdoc/>
    public EditorSize Constrain(EditorSize size)
    {
        EditorSize least = Scaled(EditorHost.LeastWidth, EditorHost.LeastHeight, _scale);
        return new EditorSize(Math.Max(size.Width, least.Width), Math.Max(size.Height, least.Height));
    }

    /// <inheritdoc/>
    public bool SetScale(double factor)
    {
        if (!_editor.SetScale(factor))
        {
            return false;
        }

        EditorSize size = Scaled(Size.Width, Size.Height, factor / _scale);
        _scale = factor;
        if (_editor.IsAttached)
        {
            AskForSize?.Invoke(size);
        }
        else
        {
            Size = size;
        }

        return true;
    }

    /// <inheritdoc/>
    public bool UsesKey(EditorKey key) => _editor.UsesKey(HostKeys.KeyOf(key), HostKeys.ModifiersOf(key));

    /// <inheritdoc/>
    public void Dispose() => _editor.Dispose();

    private static EditorSize Scaled(double width, double height, double factor) => new((int)Math.Round(width * factor), (int)Math.Round(height * factor));

    /// <summary>What happened, and the first place of ours where it did: enough for a bug report of one line.</summary>
    private static string Reason(Exception? problem)
    {
        string? place = problem?.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(nameof(FaderStager) + ".", StringComparison.Ordinal));
        return problem is null ? "no reason given" : problem.Message + (place is null ? "" : " " + place.Trim());
    }

    private void Check(bool succeeded)
    {
        if (!succeeded)
        {
            string reason = Reason(_editor.Problem);
            _log.Write($"FaderStager's editor could not do what the host asked ({reason}): close it and open it again.");
            throw new InvalidOperationException(reason, _editor.Problem);
        }
    }

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial uint GetDpiForSystem();
}
