using System.Runtime.InteropServices;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Drawing;

/// <summary>Draws on a canvas with few words, and allocates nothing.</summary>
/// <remarks>[ui] One a surface: its paint changes with every call.</remarks>
internal sealed unsafe partial class Painter : IDisposable
{
    private const int Utf16 = 1;

    private readonly SKPaint _paint = new() { IsAntialias = true };
    private readonly SKPathEffect _dashes = SKPathEffect.CreateDash([4, 3], 0);

    /// <summary>Where it draws.</summary>
    public required SKCanvas Canvas { get; set; }

    public void Fill(SKRect rect, SKColor colour) => Canvas.DrawRect(rect, Filled(colour));

    public void FillRound(SKRect rect, float radius, SKColor colour) => Canvas.DrawRoundRect(rect, radius, radius, Filled(colour));

    /// <summary>A frame of one pixel that lies inside its rectangle.</summary>
    public void Frame(SKRect rect, float radius, SKColor colour, float width = 1, bool isDashed = false)
    {
        float half = width / 2;
        Canvas.DrawRoundRect(new SKRect(rect.Left + half, rect.Top + half, rect.Right - half, rect.Bottom - half), radius, radius, Stroked(colour, width, isDashed));
        _paint.PathEffect = null;
    }

    public void Line(float x0, float y0, float x1, float y1, SKColor colour, float width, bool isDashed = false)
    {
        Canvas.DrawLine(x0, y0, x1, y1, Stroked(colour, width, isDashed));
        _paint.PathEffect = null;
    }

    public void Circle(float x, float y, float radius, SKColor colour) => Canvas.DrawCircle(x, y, radius, Filled(colour));

    /// <summary>A path whose own origin comes to stand at a point.</summary>
    public void Path(SKPath path, float x, float y, SKColor colour, float stroke = 0, float scale = 1)
    {
        int count = Canvas.Save();
        Canvas.Translate(x, y);
        Canvas.Scale(scale);
        if (stroke > 0)
        {
            SKPaint paint = Stroked(colour, stroke, isDashed: false);
            (paint.StrokeCap, paint.StrokeJoin) = (SKStrokeCap.Round, SKStrokeJoin.Round);
            Canvas.DrawPath(path, paint);
            (paint.StrokeCap, paint.StrokeJoin) = (SKStrokeCap.Butt, SKStrokeJoin.Miter);
        }
        else
        {
            Canvas.DrawPath(path, Filled(colour));
        }

        Canvas.RestoreToCount(count);
    }

    /// <summary>A state's shape about a point.</summary>
    public void Shape(StateShape shape, float centreX, float centreY, float size, SKColor colour)
    {
        (SKPath outline, float stroke) = Shapes.Of(shape);
        Path(outline, centreX - (size / 2), centreY - (size / 2), colour, stroke, size / Outlines.Square);
    }

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="x">Left end of its baseline.</param>
    /// <param name="baseline">Its baseline.</param>
    /// <param name="lettering">Size and weight.</param>
    /// <param name="colour">Colour.</param>
    public void Text(ReadOnlySpan<char> text, float x, float baseline, Lettering lettering, SKColor colour)
    {
        while (text.Length > 0)
        {
            int sign = text.IndexOfAny(Letters.SignLetters);
            ReadOnlySpan<char> run = sign < 0 ? text : text[..sign];
            Run(run, x, baseline, lettering, colour);
            if (sign < 0)
            {
                return;
            }

            x += Letters.Width(run, lettering);
            Sign(text[sign], x, baseline, lettering.Size, colour);
            x += lettering.Size * Signs.Advance;
            text = text[(sign + 1)..];
        }
    }

    public void Dispose()
    {
        _paint.Dispose();
        _dashes.Dispose();
    }

    private void Run(ReadOnlySpan<char> text, float x, float baseline, Lettering lettering, SKColor colour)
    {
        if (text.Length > 0)
        {
            SKFont font = Letters.Font(lettering);
            SKPaint paint = Filled(colour);
            fixed (char* letters = text)
            {
                DrawSimpleText(Canvas.Handle, letters, text.Length * sizeof(char), Utf16, x, baseline, font.Handle, paint.Handle);
            }
        }
    }

    private void Sign(char sign, float x, float baseline, float size, SKColor colour)
    {
        float side = size * Signs.Side;
        Path(Shapes.OfSign(sign), x + (((size * Signs.Advance) - side) / 2), baseline - (size * Signs.Middle) - (side / 2), colour, scale: side / Outlines.Square);
    }

    private SKPaint Filled(SKColor colour)
    {
        _paint.Style = SKPaintStyle.Fill;
        _paint.Color = colour;
        return _paint;
    }

    private SKPaint Stroked(SKColor colour, float width, bool isDashed)
    {
        _paint.Style = SKPaintStyle.Stroke;
        _paint.StrokeWidth = width;
        _paint.Color = colour;
        if (isDashed)
        {
            _paint.PathEffect = _dashes;
        }

        return _paint;
    }

    // SkiaSharp's own call makes a blob of each text: 160 bytes a string, every time.
    [LibraryImport("libSkiaSharp", EntryPoint = "sk_canvas_draw_simple_text")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial void DrawSimpleText(nint canvas, char* text, nint byteLength, int encoding, float x, float y, nint font, nint paint);
}
