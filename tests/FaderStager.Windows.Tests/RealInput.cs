using System.Runtime.InteropServices;

namespace FaderStager.Windows.Tests;

/// <summary>Key presses and clicks as the system makes them of the devices: they go to whatever has the keyboard or lies under the pointer.</summary>
internal static partial class RealInput
{
    private const int MouseInput = 0;
    private const int KeyboardInput = 1;
    private const int KeyIsExtended = 1;
    private const int KeyIsUp = 2;
    private const int LeftDown = 2;
    private const int LeftUp = 4;

    /// <summary>Presses or releases a key.</summary>
    public static void Key(int virtualKey, bool isUp)
    {
        Input input = new()
        {
            Kind = KeyboardInput,
            Key = new KeyEvent
            {
                VirtualKey = (short)virtualKey,
                ScanCode = (short)MapVirtualKey(virtualKey, 0),
                Flags = (IsExtended(virtualKey) ? KeyIsExtended : 0) | (isUp ? KeyIsUp : 0),
            },
        };
        Send(input);
    }

    /// <summary>Clicks the left button where a point of the screen is.</summary>
    public static void Click(double x, double y)
    {
        HostWindow.MovePointer(x, y);
        Button(isUp: false);
        Button(isUp: true);
    }

    /// <summary>Presses or releases the left button where the pointer is.</summary>
    public static void Button(bool isUp) => Send(new Input { Kind = MouseInput, Mouse = new MouseEvent { Flags = isUp ? LeftUp : LeftDown } });

    // Insert, Delete, Home, End, the pages and the arrows.
    private static bool IsExtended(int virtualKey) => virtualKey is (>= 0x21 and <= 0x28) or 0x2D or 0x2E;

    private static void Send(Input input) => Assert.That(SendInput(1, ref input, Marshal.SizeOf<Input>()), Is.EqualTo(1), "The system takes no input.");

    [StructLayout(LayoutKind.Explicit, Size = 40)]
    private struct Input
    {
        [FieldOffset(0)]
        public int Kind;

        [FieldOffset(8)]
        public MouseEvent Mouse;

        [FieldOffset(8)]
        public KeyEvent Key;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct MouseEvent
    {
        public int X;
        public int Y;
        public int Data;
        public int Flags;
        public int Time;
        public nint Extra;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct KeyEvent
    {
        public short VirtualKey;
        public short ScanCode;
        public int Flags;
        public int Time;
        public nint Extra;
    }

    [LibraryImport("user32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SendInput(int count, ref Input input, int size);

    [LibraryImport("user32.dll", EntryPoint = "MapVirtualKeyW")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int MapVirtualKey(int code, int kind);
}
