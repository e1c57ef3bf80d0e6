using System.Diagnostics;
using System.Windows;
using System.Windows.Input;
using System.Windows.Interop;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Looks;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Hosting;
using FaderStager.WpfUi.Views;

namespace FaderStager.WpfUi;

/// <summary>Puts the editor of a track into a window that a host owns, and takes it out again, any number of times.</summary>
/// <remarks>
/// <para>
/// [ui] Call all members on one thread, the host's message thread. Sizes are in pixels, as hosts count them. Nothing is thrown into
/// the host: a call that fails returns false and leaves its reason in <see cref="Problem"/>.
/// </para>
/// <para>
/// There is no Application object and no style of ours outside the editor's own tree. Each opening makes a new view, closing lets go of it.
/// </para>
/// </remarks>
public sealed class EditorHost : IDisposable
{
    /// <summary>Width at 100 % that a host should open the editor with, in pixels.</summary>
    public const int DefaultWidth = EditorBounds.DefaultWidth;

    /// <summary>Height at 100 % that a host should open the editor with, in pixels.</summary>
    public const int DefaultHeight = EditorBounds.DefaultHeight;

    /// <summary>Smallest width at 100 %, in pixels. Below it the editor is drawn smaller.</summary>
    public const int LeastWidth = (int)FitRoot.LeastWidth;

    /// <summary>Smallest height at 100 %, in pixels. Below it the editor is drawn smaller.</summary>
    public const int LeastHeight = (int)FitRoot.LeastHeight;

    private readonly TrackInstance _track;
    private readonly EditorContext _context;
    private Opening? _opening;
    private double _scale = double.NaN;

    /// <summary>Makes a host for a track's editor; nothing is opened yet.</summary>
    /// <param name="track">The track.</param>
    /// <param name="hostName">The host's name for the footer; empty = not known.</param>
    /// <param name="shellName">The shell around the plug-in: "VST3", "AudioPlugSharp".</param>
    /// <remarks>[ui]</remarks>
    public EditorHost(TrackInstance track, string hostName, string shellName)
    {
        _track = track;
        _context = new EditorContext { Clock = new DispatcherRefreshClock(Note), HostName = hostName, ShellName = shellName, CopyText = Clipboard.SetText };
    }

    /// <summary>Makes a host for a track's editor in other surroundings than the usual: another clock, other folders.</summary>
    /// <param name="track">The track.</param>
    /// <param name="context">The surroundings. Its clock serves one opening at a time.</param>
    /// <remarks>[ui]</remarks>
    public EditorHost(TrackInstance track, EditorContext context) => (_track, _context) = (track, context);

    /// <summary>Whether the editor is open.</summary>
    /// <remarks>[ui]</remarks>
    public bool IsAttached => _opening is not null;

    /// <summary>The child window, or zero.</summary>
    /// <remarks>[ui]</remarks>
    public nint Handle => _opening?.Source.Handle ?? 0;

    /// <summary>What went wrong last, or null.</summary>
    /// <remarks>[ui]</remarks>
    public Exception? Problem { get; private set; }

    internal EditorView? View => _opening?.View;

    internal EditorViewModel? Model => _opening?.Model;

    /// <summary>Opens the editor in a host's window; one that is open elsewhere is closed first.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>False when it could not be opened: see <see cref="Problem"/>.</returns>
    /// <remarks>[ui]</remarks>
    public bool Attach(nint parent, double width, double height) => Guarded(() =>
    {
        Close();
        if (!NativeMethods.IsWindow(parent))
        {
            throw new ArgumentException("The host's window is none.", nameof(parent));
        }

        _opening = new Opening(this, parent, Pixels(width), Pixels(height));
        ShowScale();
        try
        {
            _opening.Show();
        }
        catch
        {
            Close();
            throw;
        }
    });

    /// <summary>Follows the size of the host's window.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <returns>False when it failed; true too while the editor is closed.</returns>
    /// <remarks>[ui]</remarks>
    public bool Resize(double width, double height) => Guarded(() =>
    {
        if (_opening is { } opening)
        {
            _ = NativeMethods.SetWindowPos(
                opening.Source.Handle, 0, 0, 0, Pixels(width), Pixels(height), NativeMethods.SwpNoZOrder | NativeMethods.SwpNoActivate | NativeMethods.SwpNoMove);
        }
    });

    /// <summary>Sets the scale of the whole editor as the host names it: 1 = 100 %, 1.5 = 150 %. Until it is called the screen's own scale counts.</summary>
    /// <param name="scale">The scale; kept for later openings. NaN gives it back to the screen.</param>
    /// <returns>False when it failed.</returns>
    /// <remarks>[ui]</remarks>
    public bool SetScale(double scale) => Guarded(() =>
    {
        _scale = scale;
        ShowScale();
    });

    /// <summary>Gives the editor the keyboard.</summary>
    /// <returns>False when it failed.</returns>
    /// <remarks>[ui]</remarks>
    public bool TakeFocus() => Guarded(() => _opening?.View.Focus());

    /// <summary>Whether the editor has the keyboard and a use for a key: a box that is typed in, Escape while something is open, Tab.</summary>
    /// <param name="key">The key.</param>
    /// <param name="modifiers">What is held with it.</param>
    /// <returns>False for every key that is the host's, and while the editor is closed.</returns>
    /// <remarks>[ui] For hosts that ask before they take a key for a shortcut. The key itself comes to the editor's window.</remarks>
    public bool UsesKey(Key key, ModifierKeys modifiers)
    {
        bool isUsed = false;
        return Guarded(() => isUsed = _opening is { } opening && KeyUse.Of(opening.View, key, modifiers)) && isUsed;
    }

    /// <summary>Closes the editor: window, timer and view are gone when it returns. A second call does nothing.</summary>
    /// <returns>False when something failed on the way; the editor is closed all the same.</returns>
    /// <remarks>[ui]</remarks>
    public bool Detach() => Guarded(Close);

    /// <summary>The same as <see cref="Detach"/>.</summary>
    public void Dispose() => Detach();

    private static int Pixels(double size) => double.IsFinite(size) ? (int)Math.Clamp(Math.Round(size), 1, 32_000) : 1;

    private void ShowScale()
    {
        if (_opening is { } opening)
        {
            // WPF draws at the screen's scale already; what the host asks for beyond that is ours.
            double own = opening.Source.CompositionTarget?.TransformToDevice.M11 ?? 1;
            opening.Root.Scale = double.IsFinite(_scale) ? _scale / Math.Max(0.1, own) : 1;
        }
    }

    private void Close()
    {
        Opening? opening = _opening;
        _opening = null;
        opening?.Dispose();
    }

    private void Note(Exception problem)
    {
        Problem = problem;
        Trace.TraceError($"FaderStager editor: {problem}");
    }

    // A host is no place for an exception of ours, whatever it is.
#pragma warning disable CA1031
    private bool Guarded(Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (Exception problem)
        {
            Note(problem);
            return false;
        }
    }
#pragma warning restore CA1031

    /// <summary>One opening of the editor: all that has to go when it closes.</summary>
    private sealed class Opening : IDisposable, IFaultBearer
    {
        private readonly EditorHost _host;
        private readonly KeyRouting _keys;

        public Opening(EditorHost host, nint parent, int width, int height)
        {
            _host = host;
            Model = new EditorViewModel(host._track, host._context);
            View = new EditorView { DataContext = Model };
            Root = new FitRoot { Child = View };
            _keys = new KeyRouting(parent, View);
            Source = new HwndSource(new HwndSourceParameters("FaderStager editor", width, height)
            {
                ParentWindow = parent,
                PositionX = 0,
                PositionY = 0,
                WindowStyle = NativeMethods.WsChild | NativeMethods.WsVisible | NativeMethods.WsClipChildren,
                HwndSourceHook = OnMessage,
            });
            Source.Disposed += OnSourceDisposed;
            ThreadFaults.Join(this);

            // A graphics device is lost after sleep or a remote session, and takes WPF's drawing with it; what the editor draws is little.
            Source.CompositionTarget!.RenderMode = RenderMode.SoftwareOnly;
        }

        public EditorViewModel Model { get; }

        public EditorView View { get; }

        public FitRoot Root { get; }

        public HwndSource Source { get; }

        public void Show()
        {
            Source.RootVisual = Root;
            Model.Start();
        }

        public void Note(Exception problem) => _host.Note(problem);

        public void Blank() => _host.Guarded(() =>
        {
            Model.Stop();
            Source.RootVisual = null;
        });

        public void Restore() => _host.Guarded(Show);

        public void Dispose()
        {
            ThreadFaults.Leave(this);
            Source.Disposed -= OnSourceDisposed;
            Model.Dispose();
            _keys.Dispose();
            View.Release();
            if (!Source.IsDisposed)
            {
                Source.RootVisual = null;
                Source.Dispose();
            }

            Root.Child = null;
        }

        private nint OnMessage(nint window, int message, nint wParam, nint lParam, ref bool handled)
        {
            if (message == NativeMethods.WmMouseActivate)
            {
                handled = true;
                ThreadFaults.Used(this);
                return NativeMethods.MaActivate;
            }

            handled = _keys.Takes(message, wParam, lParam, out nint answer);
            return answer;
        }

        // The host destroyed its window before it said so.
        private void OnSourceDisposed(object? sender, EventArgs e) => _host.Guarded(_host.Close);
    }
}
