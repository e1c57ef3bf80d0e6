using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SkiaSharp;

namespace FaderStager.LinuxUi.X11;

/// <summary>A window of ours inside a host's, on a connection of its own.</summary>
/// <remarks>
/// [ui] All of it on the host's thread. Closing takes window and connection away; when the host's window, and ours with it, was destroyed before, that is no fault.
/// </remarks>
// A finalizer would take the connection away on a thread that it is not for.
#pragma warning disable CA2216
internal sealed unsafe class XWindow : IDisposable
#pragma warning restore CA2216
{
    // A request may hold 65,535 words where the server has nothing better, and large ones are slower than several.
    private const int LongestRequestBytes = 262_140;
    private const int RequestHeadBytes = 24;
    private const int RootDepthOffset = 38;
    private const int RootVisualOffset = 32;
    private const int MapStateOffset = 26;
    private const int FocusOffset = 8;
    private const byte MapStateViewable = 2;
    private const byte LeastDepth = 24;

    private readonly nint _connection;
    private readonly byte _depth;
    private readonly uint _gc;

    // Parts that are not as wide as the picture are put together here. It does not move, so that the server's library may read it.
    private readonly byte[] _rows = GC.AllocateUninitializedArray<byte>(LongestRequestBytes, pinned: true);
    private bool _isDisposed;

    /// <summary>Makes a window and shows it.</summary>
    /// <param name="parent">The host's window.</param>
    /// <param name="width">Width in pixels.</param>
    /// <param name="height">Height in pixels.</param>
    /// <exception cref="InvalidOperationException">There is no X server, or no such window on it.</exception>
    public XWindow(uint parent, int width, int height)
    {
        int screen = 0;
        _connection = Xcb.Connect(null, &screen);
        try
        {
            if (Xcb.HasError(_connection) != 0)
            {
                throw new InvalidOperationException("No X server answers: DISPLAY names none.");
            }

            byte* root = ScreenOf(_connection, screen);
            _depth = root[RootDepthOffset];
            if (_depth < LeastDepth)
            {
                throw new InvalidOperationException($"The screen has {_depth} bits a pixel; the editor needs {LeastDepth}.");
            }

            if (!IsWindow(parent))
            {
                throw new InvalidOperationException("The host's window is none of this X server.");
            }

            Id = Create(parent, *(uint*)(root + RootVisualOffset), Clamped(width), Clamped(height));
            _gc = Xcb.GenerateId(_connection);
            Xcb.CreateGc(_connection, _gc, Id, 0, null);
            Keyboard.Read(_connection);
            Clipboard = new XClipboard(_connection, Id);
            NoteEmbedding();
            Xcb.MapWindow(_connection, Id);
            Xcb.Flush(_connection);
        }
        catch
        {
            Xcb.Disconnect(_connection);
            throw;
        }
    }

    /// <summary>The window's number.</summary>
    public uint Id { get; }

    /// <summary>The file to be watched for events.</summary>
    public int Descriptor => Xcb.GetFileDescriptor(_connection);

    /// <summary>The keyboard's table.</summary>
    public XKeyboard Keyboard { get; } = new();

    /// <summary>The clipboard.</summary>
    public XClipboard Clipboard { get; }

    /// <summary>Whether the window was destroyed by someone else, or the server is gone.</summary>
    public bool IsGone { get; private set; }

    /// <summary>Takes the next event, if there is one.</summary>
    public bool TryTake(out XEvent taken)
    {
        XEvent* found = IsGone ? null : Xcb.PollForEvent(_connection);
        taken = found == null ? default : *found;
        Xcb.Free(found);
        if (found == null)
        {
            IsGone |= Xcb.HasError(_connection) != 0;
            return false;
        }

        IsGone |= taken.Kind == Xcb.DestroyNotify && taken.Window == Id;
        return true;
    }

    /// <summary>Whether it can be seen: not where it, or a window that it is in, is hidden. Asks the server.</summary>
    public bool IsViewable()
    {
        byte* reply = IsGone ? null : Xcb.GetWindowAttributesReply(_connection, Xcb.GetWindowAttributes(_connection, Id), null);
        bool isViewable = reply != null && reply[MapStateOffset] == MapStateViewable;
        Xcb.Free(reply);
        return isViewable;
    }

    /// <summary>Reads the keyboard's table again.</summary>
    public void ReadKeyboard() => Keyboard.Read(_connection);

    /// <summary>Gives it a size.</summary>
    public void Resize(int width, int height)
    {
        if (!IsGone)
        {
            uint* values = stackalloc uint[2] { Clamped(width), Clamped(height) };
            Xcb.ConfigureWindow(_connection, Id, Xcb.ConfigureWidth | Xcb.ConfigureHeight, values);
            Xcb.Flush(_connection);
        }
    }

    /// <summary>Puts a part of a picture into it.</summary>
    /// <param name="pixels">The picture, row by row.</param>
    /// <param name="pictureWidth">Its width.</param>
    /// <param name="part">The part.</param>
    public void Put(nint pixels, int pictureWidth, SKRectI part)
    {
        const int PixelBytes = EditorCanvas.PixelBytes;
        if (IsGone || part.Width <= 0)
        {
            return;
        }

        int rowBytes = part.Width * PixelBytes;
        int most = Math.Max(1, (LongestRequestBytes - RequestHeadBytes) / rowBytes);
        for (int top = part.Top; top < part.Bottom; top += most)
        {
            int count = Math.Min(most, part.Bottom - top);
            byte* from = (byte*)pixels + (((nint)top * pictureWidth) + part.Left) * PixelBytes;
            byte* data = from;
            if (part.Width != pictureWidth)
            {
                data = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_rows));
                for (int row = 0; row < count; row++)
                {
                    Buffer.MemoryCopy(from + ((nint)row * pictureWidth * PixelBytes), data + (row * rowBytes), rowBytes, rowBytes);
                }
            }

            Xcb.PutImage(_connection, Xcb.ImageZPixmap, Id, _gc, (ushort)part.Width, (ushort)count, (short)part.Left, (short)top, 0, _depth, (uint)(count * rowBytes), data);
        }
    }

    /// <summary>Sends what waits to the server.</summary>
    public void Flush()
    {
        if (!IsGone)
        {
            Xcb.Flush(_connection);
        }
    }

    /// <summary>The window that has the keyboard; 0 or 1 = none in particular.</summary>
    public uint FocusedWindow()
    {
        byte* reply = IsGone ? null : Xcb.GetInputFocusReply(_connection, Xcb.GetInputFocus(_connection), null);
        uint window = reply == null ? 0 : *(uint*)(reply + FocusOffset);
        Xcb.Free(reply);
        return window;
    }

    /// <summary>Gives the keyboard to a window.</summary>
    public void Focus(uint window)
    {
        if (!IsGone)
        {
            Xcb.SetInputFocus(_connection, Xcb.RevertToParent, window, 0);
            Xcb.Flush(_connection);
        }
    }

    /// <summary>Whether keys come here. Only while the editor has the keyboard: the server sends keys to the window under the mouse as well, and those are the host's.</summary>
    public void TakeKeys(bool takes)
    {
        if (!IsGone)
        {
            uint mask = Xcb.UsualMask | (takes ? Xcb.KeyMask : 0);
            Xcb.ChangeWindowAttributes(_connection, Id, Xcb.WindowEventMask, &mask);
            Xcb.Flush(_connection);
        }
    }

    /// <summary>Hands a key on to another window.</summary>
    public void HandOn(XEvent key, uint window)
    {
        if (!IsGone)
        {
            key.EventWindow = window;
            key.Child = 0;
            Xcb.SendEvent(_connection, 0, window, Xcb.KeyMask, &key);
            Xcb.Flush(_connection);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isDisposed)
        {
            _isDisposed = true;
            if (!IsGone)
            {
                Xcb.DestroyWindow(_connection, Id);
                Xcb.Flush(_connection);
            }

            IsGone = true;
            Xcb.Disconnect(_connection);
        }
    }

    private static byte* ScreenOf(nint connection, int number)
    {
        Xcb.ScreenIterator screens = Xcb.Screens(Xcb.GetSetup(connection));
        while (screens.Left > 1 && number-- > 0)
        {
            Xcb.NextScreen(&screens);
        }

        return screens.Data;
    }

    private static uint Clamped(int size) => (uint)Math.Clamp(size, 1, 16_000);

    private bool IsWindow(uint window)
    {
        nint error = 0;
        byte* reply = Xcb.GetWindowAttributesReply(_connection, Xcb.GetWindowAttributes(_connection, window), &error);
        Xcb.Free(reply);
        Xcb.Free((void*)error);
        return reply != null;
    }

    // A border and a colour map of its own, for parents of another visual; no ground, so that nothing flickers when it is resized.
    private uint Create(uint parent, uint visual, uint width, uint height)
    {
        uint colours = Xcb.GenerateId(_connection);
        Xcb.CreateColormap(_connection, 0, colours, parent, visual);
        uint id = Xcb.GenerateId(_connection);
        uint* values = stackalloc uint[5] { 0, 0, 1, Xcb.UsualMask, colours };
        Xcb.CreateWindow(
            _connection, _depth, id, parent, 0, 0, (ushort)width, (ushort)height, 0, 1, visual,
            Xcb.WindowBackPixmap | Xcb.WindowBorderPixel | Xcb.WindowBitGravity | Xcb.WindowEventMask | Xcb.WindowColormap, values);
        return id;
    }

    // Hosts that embed by XEMBED look for this; version 0, shown.
    private void NoteEmbedding()
    {
        uint atom = XClipboard.Atom(_connection, "_XEMBED_INFO"u8);
        uint* info = stackalloc uint[2] { 0, 1 };
        Xcb.ChangeProperty(_connection, 0, Id, atom, atom, 32, 2, info);
    }
}
