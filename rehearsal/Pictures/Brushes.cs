using FaderStager.LinuxUi;
using FaderStager.Staging.Readings;
using SkiaSharp;

namespace FaderStager.Rehearsal.Pictures;

/// <summary>The colours and letters of the picture: those of the web page and the editor.</summary>
internal sealed class Brushes : IDisposable
{
    /// <summary>Ground of the page.</summary>
    public static readonly SKColor Ground = new(0x15, 0x18, 0x1C);

    /// <summary>Ground of the plot.</summary>
    public static readonly SKColor Raised = new(0x1D, 0x22, 0x28);

    /// <summary>Lines.</summary>
    public static readonly SKColor Line = new(0x33, 0x3B, 0x45);

    /// <summary>Letters.</summary>
    public static readonly SKColor Text = new(0xE6, 0xE9, 0xEC);

    /// <summary>Letters that stand back.</summary>
    public static readonly SKColor Dim = new(0xA3, 0xAD, 0xB8);

    /// <summary>The focal.</summary>
    public static readonly SKColor Focal = new(0xF2, 0xC1, 0x4E);

    /// <summary>The zone about a target.</summary>
    public static readonly SKColor Zone = new(0x3B, 0x4A, 0x40);

    /// <summary>A target.</summary>
    public static readonly SKColor Target = new(0xB9, 0xCF, 0xC0);

    private readonly SKTypeface _regular = Load("Roboto-Regular.ttf");
    private readonly SKTypeface _medium = Load("Roboto-Medium.ttf");
    private readonly SKPaint _paint = new() { IsAntialias = true };

    /// <summary>The colour of a kind of hint; shape and word say the same.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The colour.</returns>
    public static SKColor Tone(HintKind kind) => kind switch
    {
        HintKind.Focal => Focal,
        HintKind.TooLoud or HintKind.Adjust or HintKind.TrimFirst => new SKColor(0xFF, 0x9F, 0x4A),
        HintKind.Buried or HintKind.Next or HintKind.Start => new SKColor(0x6D, 0xB3, 0xF2),
        HintKind.InPlace or HintKind.Placed => new SKColor(0x9D, 0xBF, 0xA8),
        _ => new SKColor(0x98, 0xA1, 0xAB),
    };

    /// <summary>A paint that fills.</summary>
    /// <param name="colour">Its colour.</param>
    /// <returns>The one paint there is, until the next call.</returns>
    public SKPaint Fill(SKColor colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        return _paint;
    }

    /// <summary>A paint that draws lines.</summary>
    /// <param name="colour">Its colour.</param>
    /// <param name="width">Their width.</param>
    /// <returns>The one paint there is, until the next call.</returns>
    public SKPaint Stroke(SKColor colour, float width)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = width;
        _paint.Color = colour;
        return _paint;
    }

    /// <summary>Writes a line, shortened where it does not fit.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="text">The line.</param>
    /// <param name="place">Its base line's start, or end where it is set to the right.</param>
    /// <param name="size">Height of the letters.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="widest">The most room that it has.</param>
    /// <param name="align">To which side of the place.</param>
    /// <param name="isMedium">Whether the letters are heavier.</param>
    public void Write(SKCanvas canvas, string text, SKPoint place, float size, SKColor colour, float widest, SKTextAlign align = SKTextAlign.Left, bool isMedium = false)
    {
        using SKFont font = new(isMedium ? _medium : _regular, size) { Subpixel = true, Hinting = SKFontHinting.None };
        string shown = text;
        while (shown.Length > 2 && font.MeasureText(shown) > widest)
        {
            shown = shown[..^2].TrimEnd('…', ' ') + "…";
        }

        canvas.DrawText(shown, place.X, place.Y, align, font, Fill(colour));
    }

    /// <summary>A text in as many lines as it needs, broken between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Height of the letters.</param>
    /// <param name="widest">Width of a line.</param>
    /// <returns>One line at least.</returns>
    public string[] Lines(string text, float size, float widest)
    {
        using SKFont font = new(_regular, size) { Subpixel = true, Hinting = SKFontHinting.None };
        List<string> lines = [""];
        foreach (string word in text.Split(' '))
        {
            string longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length > 0 && font.MeasureText(longer) > widest)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] = longer;
            }
        }

        return [.. lines];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _paint.Dispose();
        _regular.Dispose();
        _medium.Dispose();
    }

    private static SKTypeface Load(string name)
    {
        using Stream font = typeof(EditorPicture).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        return SKTypeface.FromStream(font);
    }
}
