using System.Buffers;
using System.Collections.Concurrent;
using FaderStager.Presentation.Looks;
using SkiaSharp;

namespace FaderStager.LinuxUi.Drawing;

/// <summary>The embedded typeface. Roboto's figures are tabular, so numbers stand still while they change.</summary>
/// <remarks>[any] Fonts are made once for each size and weight, and stay: text is measured and drawn without allocation.</remarks>
internal static class Letters
{
    private static readonly Lazy<SKTypeface>[] Faces = [new(() => Load("Roboto-Regular.ttf")), new(() => Load("Roboto-Medium.ttf")), new(() => Load("Roboto-Bold.ttf"))];

    private static readonly ConcurrentDictionary<Lettering, SKFont> Fonts = new();

    private static readonly ConcurrentDictionary<Lettering, float[]> Advances = new();

    /// <summary>Signs that are drawn as shapes, to be looked for.</summary>
    public static readonly SearchValues<char> SignLetters = SearchValues.Create(Signs.All);

    /// <summary>The font of a lettering.</summary>
    public static SKFont Font(Lettering lettering)
    {
        if (!Fonts.TryGetValue(lettering, out SKFont? font))
        {
            SKFont made = new(Faces[(int)lettering.Weight].Value, lettering.Size)
            {
                Subpixel = true,
                Edging = SKFontEdging.Antialias,
                Hinting = SKFontHinting.Slight,
            };
            font = Fonts.GetOrAdd(lettering, made);
        }

        return font;
    }

    /// <summary>Width of a text.</summary>
    public static float Width(ReadOnlySpan<char> text, Lettering lettering)
    {
        if (!Advances.TryGetValue(lettering, out float[]? advances))
        {
            advances = Advances.GetOrAdd(lettering, MeasureLatin(lettering));
        }

        // Nearly all of it is Latin: its widths are known without asking Skia.
        float width = 0;
        foreach (char letter in text)
        {
            width += letter < advances.Length ? advances[letter] : Signs.Is(letter) ? lettering.Size * Signs.Advance : Font(lettering).MeasureText(new ReadOnlySpan<char>(in letter));
        }

        return width;
    }

    private static float[] MeasureLatin(Lettering lettering)
    {
        float[] advances = new float[0x180];
        Span<char> letter = stackalloc char[1];
        for (int i = 0; i < advances.Length; i++)
        {
            letter[0] = (char)i;
            advances[i] = Font(lettering).MeasureText(letter);
        }

        return advances;
    }

    private static unsafe SKTypeface Load(string name)
    {
        // The resource lies in the module's own memory, which stays: no copy is made.
        using Stream font = typeof(Letters).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        if (font is not UnmanagedMemoryStream memory)
        {
            return SKTypeface.FromStream(font);
        }

        using SKData data = SKData.Create((nint)memory.PositionPointer, (int)memory.Length);
        return SKTypeface.FromData(data);
    }
}
