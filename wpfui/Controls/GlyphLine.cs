using System.Windows;
using System.Windows.Media;
using FaderStager.Presentation.Looks;
using FaderStager.WpfUi.Theme;

namespace FaderStager.WpfUi.Controls;

/// <summary>A line of glyphs side by side, ready to be broken, cut and drawn.</summary>
/// <remarks>[ui] Without kerning and for scripts that run from left to right, letter by letter.</remarks>
internal sealed class GlyphLine
{
    private const char Ellipsis = '\u2026';

    private static readonly Dictionary<char, Geometry> SignShapes = Signs.All.ToDictionary(sign => sign, sign => Geometry.Parse(Signs.PathOf(sign)));

    private readonly LetterFace _face;
    private readonly double _size;
    private readonly double _pixelsPerUnit;
    private readonly string _text;
    private readonly ushort[] _glyphs;
    private readonly double[] _advances;

    private GlyphLine(LetterFace face, string text, double size, double pixelsPerUnit, ushort[] glyphs, double[] advances)
    {
        (_face, _text, _size, _pixelsPerUnit, _glyphs, _advances) = (face, text, size, pixelsPerUnit, glyphs, advances);
        Width = advances.Sum();
    }

    /// <summary>Its width.</summary>
    public double Width { get; }

    /// <summary>Whether it ends in "…" because it was too long.</summary>
    public bool IsCut { get; private init; }

    /// <summary>Sets a text; null where the face lacks one of its letters.</summary>
    /// <param name="face">The face.</param>
    /// <param name="text">The text.</param>
    /// <param name="size">The size.</param>
    /// <param name="pixelsPerUnit">Pixels of the screen to one unit of length here: letters stand on whole ones.</param>
    public static GlyphLine? Set(LetterFace face, string text, double size, double pixelsPerUnit)
    {
        ushort[] glyphs = new ushort[text.Length];
        double[] advances = new double[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            // In the place of a sign stands a space, and the shape is drawn over it.
            bool isSign = Signs.Is(text[i]);
            if (!face.TryFind(isSign ? ' ' : text[i], out glyphs[i], out double advance))
            {
                return null;
            }

            advance = isSign ? Signs.Advance : advance;
            advance *= size * pixelsPerUnit;

            // A space that loses a fraction of its few pixels runs two words together.
            advances[i] = (text[i] == ' ' ? Math.Ceiling(advance) : Math.Round(advance)) / pixelsPerUnit;
        }

        return new GlyphLine(face, text, size, pixelsPerUnit, glyphs, advances);
    }

    /// <summary>The line in as many lines as it needs, broken between words; the last one is cut where there are not enough.</summary>
    /// <param name="width">Width of each line.</param>
    /// <param name="most">Most lines.</param>
    public GlyphLine[] Broken(double width, int most)
    {
        if (Width <= width)
        {
            return [this];
        }

        if (most <= 1)
        {
            return [Cut(width)];
        }

        int end = LastSpaceWithin(width);
        return end <= 0 ? [Cut(width)] : [Part(0, end), .. Part(end + 1, _text.Length - end - 1).Broken(width, most - 1)];
    }

    /// <summary>Draws it.</summary>
    /// <param name="drawing">Where to.</param>
    /// <param name="brush">Its colour.</param>
    /// <param name="origin">Left end of its baseline.</param>
    /// <param name="pixelsPerDip">The screen's scale.</param>
    public void Draw(DrawingContext drawing, Brush brush, Point origin, float pixelsPerDip)
    {
        if (_glyphs.Length > 0)
        {
            drawing.DrawGlyphRun(brush, new GlyphRun(_face.Glyphs, 0, false, _size, pixelsPerDip, _glyphs, origin, _advances, null, null, null, null, null, null));
        }

        double x = origin.X;
        for (int i = 0; i < _text.Length; i++)
        {
            if (Signs.Is(_text[i]))
            {
                DrawSign(drawing, brush, SignShapes[_text[i]], x, origin.Y);
            }

            x += _advances[i];
        }
    }

    private void DrawSign(DrawingContext drawing, Brush brush, Geometry shape, double x, double baseline)
    {
        double side = _size * Signs.Side;
        double scale = side / Outlines.Square;
        drawing.PushTransform(new MatrixTransform(scale, 0, 0, scale, x + (((_size * Signs.Advance) - side) / 2), baseline - (_size * Signs.Middle) - (side / 2)));
        drawing.DrawGeometry(brush, null, shape);
        drawing.Pop();
    }

    private GlyphLine Part(int from, int length) =>
        new(_face, _text.Substring(from, length), _size, _pixelsPerUnit, _glyphs[from..(from + length)], _advances[from..(from + length)]);

    private int LastSpaceWithin(double width)
    {
        int space = -1;
        double used = 0;
        for (int i = 0; i < _text.Length && used <= width; i++)
        {
            if (_text[i] == ' ')
            {
                space = i;
            }

            used += _advances[i];
        }

        return space;
    }

    private GlyphLine Cut(double width)
    {
        if (Set(_face, Ellipsis.ToString(), _size, _pixelsPerUnit) is not { } dots)
        {
            return this;
        }

        int count = 0;
        double used = dots.Width;
        while (count < _advances.Length && used + _advances[count] <= width)
        {
            used += _advances[count++];
        }

        return new GlyphLine(_face, _text[..count] + Ellipsis, _size, _pixelsPerUnit, [.. _glyphs[..count], .. dots._glyphs], [.. _advances[..count], .. dots._advances]) { IsCut = true };
    }
}
