using System.Buffers;
using CommunityToolkit.HighPerformance.Buffers;

namespace FaderStager.Reports;

/// <summary>Texts that are made again and again: one that was made before is the same object, and making it again allocates nothing.</summary>
/// <remarks>
/// [any but audio] An editor asks for its words four times a second; with new objects each time it would make the collector's work, which stops audio threads. The pool keeps
/// some thousands of texts and lets go of those that were not asked for longest. Figures are formatted invariantly.
/// </remarks>
public static class PooledText
{
    /// <summary>How many texts are kept: those of a hundred tracks. Rule of thumb.</summary>
    private const int Kept = 4096;

    private static readonly StringPool Pool = new(Kept);

    /// <summary>The text of an interpolated string.</summary>
    /// <param name="text">The string, <c>$"..."</c>.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any but audio]</remarks>
    public static string Of(ref PooledTextHandler text) => text.TakeFrom(Pool);

    /// <summary>A part of a text as a text.</summary>
    /// <param name="text">The letters.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any but audio]</remarks>
    public static string Of(ReadOnlySpan<char> text) => Pool.GetOrAdd(text);

    /// <summary>Parts as one text; empty ones are left out.</summary>
    /// <param name="separator">What stands between two.</param>
    /// <param name="parts">The parts.</param>
    /// <returns>The text; empty where all are.</returns>
    /// <remarks>[any but audio]</remarks>
    public static string Join(string separator, params ReadOnlySpan<string> parts)
    {
        int length = 0;
        foreach (string part in parts)
        {
            length += part.Length + separator.Length;
        }

        char[] letters = ArrayPool<char>.Shared.Rent(length);
        Span<char> left = letters;
        foreach (string part in parts)
        {
            if (part.Length > 0)
            {
                string before = left.Length == letters.Length ? "" : separator;
                before.CopyTo(left);
                part.CopyTo(left[before.Length..]);
                left = left[(before.Length + part.Length)..];
            }
        }

        string text = Pool.GetOrAdd(letters.AsSpan(0, letters.Length - left.Length));
        ArrayPool<char>.Shared.Return(letters);
        return text;
    }
}
