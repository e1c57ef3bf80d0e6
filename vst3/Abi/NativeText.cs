using System.Text;

namespace FaderStager.Vst3.Abi;

/// <summary>The texts of the interface: zero-terminated, in buffers of a fixed length.</summary>
internal static unsafe class NativeText
{
    /// <summary>Characters of a String128, the terminating zero included.</summary>
    public const int String128Length = 128;

    /// <summary>Writes UTF-16, cut to fit, zero-terminated.</summary>
    /// <remarks>[any]</remarks>
    public static void Write(char* target, int capacity, string text)
    {
        int length = Math.Min(text.Length, capacity - 1);
        text.AsSpan(0, length).CopyTo(new Span<char>(target, length));
        target[length] = '\0';
    }

    /// <summary>Writes ASCII, cut to fit, zero-terminated.</summary>
    /// <remarks>[any]</remarks>
    public static void Write(byte* target, int capacity, string text)
    {
        int length = Math.Min(text.Length, capacity - 1);
        Encoding.ASCII.GetBytes(text.AsSpan(0, length), new Span<byte>(target, length));
        target[length] = 0;
    }

    /// <summary>Reads UTF-16 up to its zero, and no further than the buffer.</summary>
    /// <remarks>[any]</remarks>
    public static string Read(char* source, int capacity)
    {
        ReadOnlySpan<char> all = new(source, capacity);
        int end = all.IndexOf('\0');
        return all[..(end < 0 ? capacity : end)].ToString();
    }

    /// <summary>Reads UTF-8 up to its zero, and no further than the buffer.</summary>
    /// <remarks>[any]</remarks>
    public static string Read(byte* source, int capacity)
    {
        ReadOnlySpan<byte> all = new(source, capacity);
        int end = all.IndexOf((byte)0);
        return Encoding.UTF8.GetString(all[..(end < 0 ? capacity : end)]);
    }

    /// <summary>Whether a zero-terminated ASCII text is this one; null is none.</summary>
    /// <remarks>[any]</remarks>
    public static bool Equals(byte* text, ReadOnlySpan<byte> expected)
    {
        if (text == null)
        {
            return false;
        }

        for (int i = 0; i < expected.Length; i++)
        {
            if (text[i] != expected[i])
            {
                return false;
            }
        }

        return text[expected.Length] == 0;
    }
}
