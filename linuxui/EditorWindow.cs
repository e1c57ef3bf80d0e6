using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.X11;
using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Looks;
using SkiaSharp;

namespace FaderStager.LinuxUi;

/// <summary>Puts the editor of a track into a window that a host owns, and takes it out again, any number of times.</summary>
/// <remarks>
/// <para>
/// [ui] Call all members on one thread, the host's. Sizes are in pixels. It has no thread and no timer: the host's run loop watches
/// <see cref="Descriptor"/> and calls <see cref="OnReady"/>, and calls <see cref="OnTimer"/> every <see cref="TimerMs"/>.
/// </para>
/// <para>While the window is hidden the view models stand still and nothing is drawn: some hosts close an editor by hiding it.</para>
/// </remarks>
public sealed class EditorWindow : IDisposable
{
    /// <summary>Time between two calls of the host's timer in ms.</summary>
    public const int TimerMs = 50;

    // How often the server is asked whether the window can be seen, in calls of the timer.
    private const int LookEvery = 20;

    // A view that fails so often without a pause is drawn no more.
    private const int MostFaults = 20;

    private const int DoubleClickMs = 400;
    private const int DoubleClickPixels = 4;
    private const int LeftButton = 1;
    private const int WheelUp = 4;
    private const int WheelDown = 5;
    private const ushort Shift = 0x1;

    private readonly TrackInstance _track;
    private readonly EditorContext _context;
    private readonly WindowClock _clock = new();
    private Opening? _opening;
    private double _scale = 1;
    private int _faults;

    /// <summary>Makes the editor of a track; nothing is opened yet.</summary>
    /// <param name="track">The track.</param>
    /// <param name="hostName">The host's name for the footer; empty = not known.</param>
    /// <param name="shellName">The shell around the plug-in.</param>
    /// <remarks>[ui]</remarks>
    public EditorWindow(TrackInstance track, string hostName, string shellName)
    {
        _track = track;
        _context = new EditorContext { Clock = _clock, HostName = hostName, ShellName = shellName, CopyText = Copy };
    }

    /// <summary>Whether the editor is in a host's window.</summary>
    /// <remarks>[ui]</remarks>
    public bool IsOpen => _opening is not null;

    /// <summary>Whether it can be seen, as far as is known.</summary>
    /// <remarks>[ui]</remarks>
    public bool IsSeen => _opening is { IsSeen: true };

    /// <summary>The file whose events are to be handed to <see cref="OnReady"/>; -1 while it is closed.</summary>
    /// <remarks>[ui]</remarks>
    public int Descriptor => _opening?.Window.Descriptor ?? -1;

    /// <summary>Width in pixels.</summary>
    /// <remarks>[ui]</remarks>
    public int Width { get; private set; } = EditorBounds.DefaultWidth;

    /// <summary>Height in pixels.</summary>
    /// <remarks>[ui]</remarks>
    public int Height { get; private set; } = EditorBounds.DefaultHeight;

    /// <summary>Frames drawn since it was made.</summary>
    /// <remarks>[ui]</remarks>
    public long Frames { get; private set; }

    /// <summary>Opens the editor in a host's window.</summary>
    /// <param name="parent">The host's window.</param>
    /// <exception cref="InvalidOperationException">There is no X server, or no such window on it.</exception>
    /// <remarks>[ui] Open already, it stays as it is.</remarks>
    public void Open(uint parent) => _opening ??= new Opening(this, parent);

    /// <summary>Closes it: window, connection and view are gone when it returns. A second call does nothing.</summary>
    /// <remarks>[ui]</remarks>
    public void Close()
    {
        Opening? opening = _opening;
        _opening = null;
        opening?.Dispose();
    }

    /// <summary>The same as <see cref="Close"/>.</summary>
    /// <remarks>[ui]</remarks>
    public void Dispose() => Close();

    /// <summary>The host gave a size. It is taken up with the next turn: hosts tell several at once, one within another.</summary>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <remarks>[ui]</remarks>
    public void Resize(int width, int height) => (Width, Height) = (Math.Clamp(width, 1, 16_000), Math.Clamp(height, 1, 16_000));

    /// <summary>Sets the scale of the whole editor; it is taken up with the next turn.</summary>
    /// <param name="scale">1 = 100 %.</param>
    /// <remarks>[ui]</remarks>
    public void SetScale(double scale) => _scale = scale;

    /// <summary>The host's run loop saw that there are events.</summary>
    /// <remarks>[ui]</remarks>
    public void OnReady() => Turn(elapsedMs: 0);

    /// <summary>The host's timer.</summary>
    /// <remarks>[ui]</remarks>
    public void OnTimer() => Turn(TimerMs);

    /// <summary>A key that the host saw: whether the editor has a use for it. Where keys come this way alone it does what the key says.</summary>
    /// <param name="letter">What it writes; 0 = nothing.</param>
    /// <param name="named">The interface's number of a key that does something; 0 = none.</param>
    /// <param name="isShift">Whether Shift is held.</param>
    /// <param name="isControl">Whether Ctrl is held.</param>
    /// <param name="isAlt">Whether Alt is held.</param>
    /// <returns>False for every key that is the host's.</returns>
    /// <remarks>[ui]</remarks>
    public bool TakeKey(char letter, int named, bool isShift, bool isControl, bool isAlt)
    {
        if (_opening is not { } opening)
        {
            return false;
        }

        KeyPress key = new(HostKeys.Of(named), HostKeys.Of(named) == Key.None ? letter : '\0', isShift, isControl, isAlt);

        // With the keyboard the key comes to the window itself as well.
        return opening.Hold.HasFocus ? opening.Canvas.Scene.WantsKey(key) : opening.Canvas.Scene.Type(key);
    }

    private void Copy(string text)
    {
        if (_opening is { } opening)
        {
            opening.Window.Clipboard.Put(text);
        }
    }

    // A host is no place for an exception of ours, whatever it is; and one that comes back with every turn would cost the host its time.
#pragma warning disable CA1031
    private void Turn(int elapsedMs)
    {
        if (_opening is not { } opening || _faults >= MostFaults)
        {
            return;
        }

        try
        {
            opening.Turn(elapsedMs);
            _faults = elapsedMs > 0 ? 0 : _faults;
        }
        catch (Exception problem)
        {
            _faults++;
            FaultLog.Shared.Note("the editor", problem);
        }
    }
#pragma warning restore CA1031

    /// <summary>One opening of the editor: all that has to go when it closes.</summary>
    private sealed class Opening : IDisposable
    {
        private readonly EditorWindow _editor;
        private readonly EditorViewModel _model;
        private (int Width, int Height, double Scale) _shown;
        private (uint Time, int X, int Y) _lastPress;
        private int _sinceLook;
        private bool _isExposed;

        public Opening(EditorWindow editor, uint parent)
        {
            _editor = editor;
            _model = new EditorViewModel(editor._track, editor._context);
            Canvas = new EditorCanvas(_model);
            try
            {
                Window = new XWindow(parent, editor.Width, editor.Height);
            }
            catch
            {
                Canvas.Dispose();
                throw;
            }

            Canvas.Scene.Clipboard = Window.Clipboard;
            Hold = new KeyboardHold(Window, Canvas.Scene);
        }

        public XWindow Window { get; }

        public EditorCanvas Canvas { get; }

        public KeyboardHold Hold { get; }

        public bool IsSeen { get; private set; }

        public void Turn(int elapsedMs)
        {
            while (Window.TryTake(out XEvent taken))
            {
                Take(taken);
            }

            if (elapsedMs > 0 && ++_sinceLook >= LookEvery)
            {
                See(Window.IsViewable());
            }

            if (Window.IsGone)
            {
                See(false);
            }

            if (!IsSeen)
            {
                return;
            }

            Fit();
            Hold.Follow();
            if (elapsedMs > 0)
            {
                Canvas.Scene.Tooltip.Pass(elapsedMs);
                _editor._clock.Turn();
            }

            Show();
        }

        public void Dispose()
        {
            _model.Dispose();
            Canvas.Scene.TakeKeyboard(null);
            Hold.Follow();
            Window.Dispose();
            Canvas.Dispose();
        }

        private void See(bool isSeen)
        {
            _sinceLook = 0;
            if (isSeen == IsSeen)
            {
                return;
            }

            IsSeen = isSeen;
            if (isSeen)
            {
                _model.Start();
                _isExposed = true;
            }
            else
            {
                Canvas.Scene.Release(default);
                Canvas.Scene.TakeKeyboard(null);
                Hold.Follow();
                _model.Stop();
            }
        }

        private void Fit()
        {
            (int Width, int Height, double Scale) wanted = (_editor.Width, _editor.Height, _editor._scale);
            if (wanted != _shown)
            {
                bool isSize = (wanted.Width, wanted.Height) != (_shown.Width, _shown.Height);
                _shown = wanted;
                if (isSize)
                {
                    Window.Resize(wanted.Width, wanted.Height);
                }

                Canvas.Resize(wanted.Width, wanted.Height, wanted.Scale);
            }
        }

        private void Show()
        {
            IReadOnlyList<SKRectI> drawn = Canvas.Draw();
            if (_isExposed)
            {
                _isExposed = false;
                Window.Put(Canvas.Pixels, Canvas.Width, new SKRectI(0, 0, Canvas.Width, Canvas.Height));
            }
            else
            {
                for (int i = 0; i < drawn.Count; i++)
                {
                    Window.Put(Canvas.Pixels, Canvas.Width, drawn[i]);
                }
            }

            _editor.Frames += drawn.Count > 0 ? 1 : 0;
            Window.Flush();
        }

        private void Take(in XEvent taken)
        {
            switch (taken.Kind)
            {
                case Xcb.Expose when taken.Following == 0:
                    See(true);
                    _isExposed = true;
                    break;
                case Xcb.UnmapNotify:
                    See(false);
                    break;
                case Xcb.KeyPress or Xcb.KeyRelease:
                    Hold.Take(taken);
                    break;
                case Xcb.FocusIn or Xcb.FocusOut:
                    Hold.NoteFocus(taken);
                    break;
                case Xcb.SelectionClear or Xcb.SelectionRequest or Xcb.SelectionNotify:
                    Window.Clipboard.Take(taken);
                    break;
                case Xcb.MappingNotify when taken.MappingRequest != 2:
                    Window.ReadKeyboard();
                    break;
                default:
                    // Before it was drawn for the first time nothing stands anywhere yet.
                    if (_shown.Width > 0)
                    {
                        TakeMouse(taken);
                    }

                    break;
            }
        }

        private void TakeMouse(in XEvent taken)
        {
            Scene scene = Canvas.Scene;
            Pointer at = new((float)(taken.X / Canvas.ShownScale), (float)(taken.Y / Canvas.ShownScale), (taken.State & Shift) != 0);
            switch (taken.Kind, (int)taken.Detail)
            {
                case (Xcb.MotionNotify, _):
                    scene.Move(at);
                    break;
                case (Xcb.LeaveNotify, _):
                    scene.Leave();
                    break;
                case (Xcb.ButtonPress, LeftButton):
                    scene.Press(at with { Clicks = ClicksOf(taken) });
                    Hold.Follow();
                    break;
                case (Xcb.ButtonRelease, LeftButton):
                    scene.Release(at);
                    break;
                case (Xcb.ButtonPress, WheelUp):
                    scene.Wheel(1, at);
                    break;
                case (Xcb.ButtonPress, WheelDown):
                    scene.Wheel(-1, at);
                    break;
                default:
                    break;
            }
        }

        private int ClicksOf(in XEvent press)
        {
            bool isSecond = press.Time - _lastPress.Time <= DoubleClickMs && Math.Abs(press.X - _lastPress.X) <= DoubleClickPixels && Math.Abs(press.Y - _lastPress.Y) <= DoubleClickPixels;
            _lastPress = isSecond ? default : (press.Time, press.X, press.Y);
            return isSecond ? 2 : 1;
        }
    }
}
