using System.Runtime.InteropServices;

namespace FaderStager.LinuxUi.X11;

/// <summary>An event of the X server, as far as the editor reads it.</summary>
/// <remarks>Source: X Window System Protocol, version 11, appendix B, the encodings of events.</remarks>
[StructLayout(LayoutKind.Explicit, Size = 32)]
internal struct XEvent
{
    /// <summary>Its kind; the highest bit says that another program sent it.</summary>
    [FieldOffset(0)]
    public byte Type;

    /// <summary>Key, button, or kind of a change of focus.</summary>
    [FieldOffset(1)]
    public byte Detail;

    /// <summary>Keys, buttons, motion, leaving, selections: the server's time in ms.</summary>
    [FieldOffset(4)]
    public uint Time;

    /// <summary>A change of the mapping: 0 = modifiers, 1 = keyboard, 2 = mouse.</summary>
    [FieldOffset(4)]
    public byte MappingRequest;

    /// <summary>Structure: the window that it is about. A selection's request: its owner. A selection's answer: who asked.</summary>
    [FieldOffset(8)]
    public uint Window;

    /// <summary>Keys, buttons: the window that it is for. A selection's request: who asks. A selection's answer: which selection.</summary>
    [FieldOffset(12)]
    public uint EventWindow;

    /// <summary>Keys: the child. A selection's request: which selection. A selection's answer: as what.</summary>
    [FieldOffset(16)]
    public uint Child;

    /// <summary>An exposure: how many follow.</summary>
    [FieldOffset(16)]
    public ushort Following;

    /// <summary>A selection's request: as what. A selection's answer: where it is.</summary>
    [FieldOffset(20)]
    public uint Target;

    /// <summary>A selection's request: where to.</summary>
    [FieldOffset(24)]
    public uint Property;

    /// <summary>From the left of the window in pixels.</summary>
    [FieldOffset(24)]
    public short X;

    /// <summary>From the top of the window in pixels.</summary>
    [FieldOffset(26)]
    public short Y;

    /// <summary>What was held: 1 Shift, 2 Caps, 4 Ctrl, 8 Alt, 0x10 Num, 0x80 AltGr; bits 13 and 14 the group.</summary>
    [FieldOffset(28)]
    public ushort State;

    /// <summary>Its kind without the bit that says that it was sent.</summary>
    public readonly byte Kind => (byte)(Type & 0x7F);

    /// <summary>Whether another program sent it.</summary>
    public readonly bool IsSent => (Type & 0x80) != 0;
}
