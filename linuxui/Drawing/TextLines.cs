namespace FaderStager.LinuxUi.Drawing;

/// <summary>A text in lines: broken between words, cut with "…" where there are not enough, drawn smaller before that where it may be.</summary>
/// <remarks>[ui] Set anew only when something that it depends on changes; then without allocation unless it has more lines than ever before.</remarks>
internal sealed class TextLines
{
    private const float LeastShrink = 0.65f;
    private const float ShrinkStep = 0.5f;
    private const string Ellipsis = "…";

    private (int Start, int Length, float Width, bool IsCut)[] _lines = new (int, int, float, bool)[1];
    private string _text = "";
    private Lettering _wanted;
    private float _room = -1;
    private int _most;
    private bool _shrinks;

    /// <summary>How many lines there are.</summary>
    public int Count { get; private set; }

    /// <summary>The lettering it is set in, which may be smaller than the one that was asked for.</summary>
    public Lettering Lettering { get; private set; }

    /// <summary>Whether letters had to be left out.</summary>
    public bool IsCut => Count > 0 && _lines[Count - 1].IsCut;

    /// <summary>Width of the widest line.</summary>
    public float Width
    {
        get
        {
            float widest = 0;
            for (int i = 0; i < Count; i++)
            {
                widest = Math.Max(widest, _lines[i].Width);
            }

            return widest;
        }
    }

    /// <summary>Sets a text.</summary>
    /// <param name="text">The text; its own line ends are kept.</param>
    /// <param name="lettering">Size and weight.</param>
    /// <param name="room">Width of a line.</param>
    /// <param name="most">Most lines.</param>
    /// <param name="shrinks">Whether it may be smaller.</param>
    public void Set(string text, Lettering lettering, float room, int most, bool shrinks)
    {
        if (ReferenceEquals(text, _text) && lettering == _wanted && room.Equals(_room) && most == _most && shrinks == _shrinks)
        {
            return;
        }

        (_text, _wanted, _room, _most, _shrinks) = (text, lettering, room, most, shrinks);
        Lettering = lettering;
        Break();
        while (shrinks && IsCut && Lettering.Size > lettering.Size * LeastShrink)
        {
            Lettering = Lettering with { Size = Lettering.Size - ShrinkStep };
            Break();
        }
    }

    /// <summary>Draws it in the middle of a height.</summary>
    public void Draw(Painter painter, float left, float top, float right, float bottom, SkiaSharp.SKColor colour, TextEnd end = TextEnd.Left, bool isUnderlined = false, float gap = 0)
    {
        float step = Lettering.LineHeight + gap;
        float baseline = MathF.Round(top + ((bottom - top - (step * Count)) / 2) + (gap / 2) + Lettering.Baseline);
        for (int i = 0; i < Count; i++)
        {
            (int start, int length, float width, bool isCut) = _lines[i];
            float x = end switch
            {
                TextEnd.Right => MathF.Round(right - width),
                TextEnd.Middle => MathF.Round(left + ((right - left - width) / 2)),
                _ => left,
            };
            ReadOnlySpan<char> letters = _text.AsSpan(start, length);
            painter.Text(letters, x, baseline, Lettering, colour);
            if (isCut)
            {
                painter.Text(Ellipsis, x + Letters.Width(letters, Lettering), baseline, Lettering, colour);
            }

            if (isUnderlined)
            {
                painter.Fill(new SkiaSharp.SKRect(x, baseline + 2, x + width, baseline + 3), colour);
            }

            baseline += step;
        }
    }

    private void Break()
    {
        Count = 0;
        int at = 0;
        while (at < _text.Length)
        {
            int end = _text.IndexOf('\n', at);
            end = end < 0 ? _text.Length : end;
            if (!BreakParagraph(at, end > at && _text[end - 1] == '\r' ? end - 1 : end))
            {
                return;
            }

            at = end + 1;
        }
    }

    // False when there is no line left.
    private bool BreakParagraph(int at, int end)
    {
        do
        {
            bool isLast = Count == _most - 1;
            ReadOnlySpan<char> rest = _text.AsSpan(at, end - at);
            float width = Letters.Width(rest, Lettering);
            if (width <= _room)
            {
                Add(at, end - at, width, isCut: false);
                return Count < _most;
            }

            int fits = isLast ? -1 : LastSpaceWithin(rest);
            if (fits <= 0)
            {
                int kept = LettersWithin(rest, _room - Letters.Width(Ellipsis, Lettering));
                Add(at, kept, Letters.Width(rest[..kept], Lettering) + Letters.Width(Ellipsis, Lettering), isCut: true);
                return false;
            }

            Add(at, fits, Letters.Width(rest[..fits], Lettering), isCut: false);
            at += fits + 1;
        }
        while (at < end);
        return Count < _most;
    }

    private int LastSpaceWithin(ReadOnlySpan<char> text)
    {
        int space = -1;
        float used = 0;
        for (int i = 0; i < text.Length && used <= _room; i++)
        {
            if (text[i] == ' ')
            {
                space = i;
            }

            used += Letters.Width(text.Slice(i, 1), Lettering);
        }

        return space;
    }

    private int LettersWithin(ReadOnlySpan<char> text, float room)
    {
        int count = 0;
        float used = 0;
        while (count < text.Length && (used += Letters.Width(text.Slice(count, 1), Lettering)) <= room)
        {
            count++;
        }

        return count;
    }

    private void Add(int start, int length, float width, bool isCut)
    {
        if (Count == _lines.Length)
        {
            Array.Resize(ref _lines, Count * 2);
        }

        _lines[Count++] = (start, length, width, isCut);
    }
}
