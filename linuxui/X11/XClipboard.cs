using System.Runtime.InteropServices;
using System.Text;
using FaderStager.LinuxUi.Controls;

namespace FaderStager.LinuxUi.X11;

/// <summary>The clipboard of the X server: whoever copied holds the text and hands it out when it is asked for.</summary>
/// <remarks>[ui] What was copied here is gone with the window, as the protocol has it, unless a clipboard's keeper took it.</remarks>
internal sealed unsafe class XClipboard : IClipboard
{
    private const uint LongestWords = 16_384;
    private const byte Bytes = 8;
    private const byte Words = 32;

    private readonly nint _connection;
    private readonly uint _window;
    private readonly uint _clipboard;
    private readonly uint _utf8;
    private readonly uint _targets;
    private readonly uint _place;
    private string? _held;
    private Action<string>? _asked;

    public XClipboard(nint connection, uint window)
    {
        (_connection, _window) = (connection, window);
        _clipboard = Atom(connection, "CLIPBOARD"u8);
        _utf8 = Atom(connection, "UTF8_STRING"u8);
        _targets = Atom(connection, "TARGETS"u8);
        _place = Atom(connection, "FADERSTAGER_PASTE"u8);
    }

    /// <summary>The server's number for a name.</summary>
    public static uint Atom(nint connection, ReadOnlySpan<byte> name)
    {
        fixed (byte* letters = name)
        {
            byte* reply = Xcb.InternAtomReply(connection, Xcb.InternAtom(connection, 0, (ushort)name.Length, letters), null);
            uint atom = reply == null ? 0 : *(uint*)(reply + 8);
            Xcb.Free(reply);
            return atom;
        }
    }

    /// <inheritdoc/>
    public void Put(string text)
    {
        _held = text;
        Xcb.SetSelectionOwner(_connection, _window, _clipboard, 0);
        Xcb.Flush(_connection);
    }

    /// <inheritdoc/>
    public void Ask(Action<string> got)
    {
        if (_held is not null)
        {
            got(_held);
            return;
        }

        _asked = got;
        Xcb.ConvertSelection(_connection, _window, _clipboard, _utf8, _place, 0);
        Xcb.Flush(_connection);
    }

    /// <summary>An event about selections.</summary>
    public void Take(XEvent about)
    {
        switch (about.Kind)
        {
            case Xcb.SelectionClear:
                _held = null;
                break;
            case Xcb.SelectionRequest:
                Answer(about);
                break;
            default:
                Receive(about);
                break;
        }
    }

    private void Answer(XEvent request)
    {
        // Old programs name no place: the target's name is the place then.
        uint property = request.Property == 0 ? request.Target : request.Property;
        if (_held is null || (request.Target != _utf8 && request.Target != _targets))
        {
            property = 0;
        }
        else if (request.Target == _targets)
        {
            uint* targets = stackalloc uint[2] { _targets, _utf8 };
            Xcb.ChangeProperty(_connection, 0, request.EventWindow, property, Xcb.AtomAtom, Words, 2, targets);
        }
        else
        {
            byte[] text = Encoding.UTF8.GetBytes(_held);
            fixed (byte* start = text)
            {
                Xcb.ChangeProperty(_connection, 0, request.EventWindow, property, _utf8, Bytes, (uint)text.Length, start);
            }
        }

        XEvent answer = new() { Type = Xcb.SelectionNotify, Time = request.Time, Window = request.EventWindow, EventWindow = request.Child, Child = request.Target, Target = property };
        Xcb.SendEvent(_connection, 0, request.EventWindow, 0, &answer);
        Xcb.Flush(_connection);
    }

    private void Receive(XEvent notice)
    {
        Action<string>? got = _asked;
        _asked = null;
        if (got is null || notice.Target == 0)
        {
            return;
        }

        byte* reply = Xcb.GetPropertyReply(_connection, Xcb.GetProperty(_connection, 1, _window, _place, 0, 0, LongestWords), null);
        if (reply != null)
        {
            string text = Marshal.PtrToStringUTF8((nint)Xcb.GetPropertyValue(reply), Xcb.GetPropertyValueLength(reply));
            Xcb.Free(reply);
            got(text);
        }
    }
}
