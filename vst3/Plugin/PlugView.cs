using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Hosting;

namespace FaderStager.Vst3.Plugin;

/// <summary>Puts an editor into a host's window.</summary>
/// <remarks>[ui] Keys come to the editor's own window; a host that asks is told which of them the editor uses.</remarks>
internal sealed unsafe class PlugView : NativeObject, IPlugView, IPlugViewContentScaleSupport, IEditorLoop
{
    private readonly IEditorView _editor;

    // Keys that the editor used when they were pressed: it uses their release too, whatever has the keyboard by then.
    private readonly HashSet<(ushort Key, short Code)> _used = [];
    private void* _context;
    private void* _frame;
    private bool _isAttached;

    /// <summary>Makes a view with one reference.</summary>
    /// <param name="editor">The editor; the view disposes it.</param>
    /// <param name="context">What the host gave the plug-in, which may offer a run loop where the frame does not; or null.</param>
    public PlugView(IEditorView editor, void* context = null)
        : base(
            new InterfaceEntry(PlugViewTable.Id, PlugViewTable.Managed),
            new InterfaceEntry(PlugViewContentScaleSupportTable.Id, PlugViewContentScaleSupportTable.Managed))
    {
        _editor = editor;
        _editor.AskForSize = AskHostForSize;
        _editor.Loop = this;
        _context = context;
        Unknown.AddRef(context);
    }

    /// <inheritdoc/>
    public int IsPlatformTypeSupported(byte* platform) =>
        Result.Of(platform != null && _editor.IsPlatformSupported(Marshal.PtrToStringUTF8((nint)platform)!));

    /// <inheritdoc/>
    public int Attached(void* parent, byte* platform)
    {
        if (parent == null || _isAttached || IsPlatformTypeSupported(platform) != Result.Ok)
        {
            return Result.False;
        }

        _isAttached = _editor.Attach((nint)parent);
        return Result.Of(_isAttached);
    }

    /// <inheritdoc/>
    public int Removed()
    {
        if (_isAttached)
        {
            _isAttached = false;
            _editor.Detach();
        }

        return Result.Ok;
    }

    /// <inheritdoc/>
    public int OnWheel(float distance) => Result.False;

    /// <inheritdoc/>
    public int OnKeyDown(ushort key, short keyCode, short modifiers)
    {
        bool isUsed = _isAttached && _editor.UsesKey(new EditorKey((char)key, keyCode, modifiers));
        _ = isUsed ? _used.Add((key, keyCode)) : _used.Remove((key, keyCode));
        return Result.Of(isUsed);
    }

    /// <inheritdoc/>
    public int OnKeyUp(ushort key, short keyCode, short modifiers) => Result.Of(_used.Remove((key, keyCode)));

    /// <inheritdoc/>
    public int GetSize(ViewRect* size)
    {
        if (size == null)
        {
            return Result.InvalidArgument;
        }

        *size = Rect(_editor.Size);
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int OnSize(ViewRect* size)
    {
        if (size == null)
        {
            return Result.InvalidArgument;
        }

        _editor.Resize(new EditorSize(size->Right - size->Left, size->Bottom - size->Top));
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int OnFocus(byte state) => Result.Ok;

    /// <inheritdoc/>
    public int SetFrame(void* frame)
    {
        Unknown.AddRef(frame);
        Unknown.Release(_frame);
        _frame = frame;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public Action? Watch(int descriptor, Action ready)
    {
        RunLoopWatch? watch = RunLoopWatch.TryStart(_frame, descriptor, ready) ?? RunLoopWatch.TryStart(_context, descriptor, ready);
        return watch is null ? null : watch.Stop;
    }

    /// <inheritdoc/>
    public Action? Every(int intervalMs, Action turn)
    {
        RunLoopTimer? timer = RunLoopTimer.TryStart(_frame, turn, intervalMs) ?? RunLoopTimer.TryStart(_context, turn, intervalMs);
        return timer is null ? null : timer.Stop;
    }

    /// <inheritdoc/>
    public int CanResize() => Result.Ok;

    /// <inheritdoc/>
    public int CheckSizeConstraint(ViewRect* size)
    {
        if (size == null)
        {
            return Result.InvalidArgument;
        }

        EditorSize legal = _editor.Constrain(new EditorSize(size->Right - size->Left, size->Bottom - size->Top));
        size->Right = size->Left + legal.Width;
        size->Bottom = size->Top + legal.Height;
        return Result.Ok;
    }

    /// <inheritdoc/>
    public int SetContentScaleFactor(float factor) => Result.Of(float.IsFinite(factor) && factor > 0 && _editor.SetScale(factor));

    /// <inheritdoc/>
    protected override void OnLastRelease()
    {
        _editor.AskForSize = null;
        Removed();
        _editor.Dispose();
        SetFrame(null);
        Unknown.Release(_context);
        _context = null;
    }

    private static ViewRect Rect(EditorSize size) => new() { Right = size.Width, Bottom = size.Height };

    private void AskHostForSize(EditorSize size)
    {
        if (_frame != null)
        {
            ViewRect rect = Rect(size);
            PlugFrameTable.Of(_frame)->ResizeView(_frame, PointerTo(PlugViewTable.Id), &rect);
        }
    }
}
