using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Words and figures.</summary>
/// <remarks>
/// [ui] Its height comes from its lines, so that a new text moves nothing about it, unless it wraps: then it is as high as its text. A text that is too long is
/// broken between words where there are lines left, drawn smaller where it may be, and ends in "…" last.
/// </remarks>
internal sealed class Label : Element
{
    private const int MostWrapped = 40;

    private readonly Func<string> _text;
    private readonly TextLines _lines = new();
    private readonly TextLines _measured = new();
    private string _shown = "";
    private SKColor _shownColour = Palette.Text;
    private Lettering _shownLettering = Lettering.Text;
    private bool _isUnderlined;

    public Label(Func<string> text) => _text = text;

    public Label(string text) => _text = () => text;

    /// <summary>Size and weight.</summary>
    public Lettering Lettering { get; init; } = Lettering.Text;

    /// <summary>The same where the window is narrow; null = the same.</summary>
    public Lettering? LetteringNarrow { get; init; }

    /// <summary>The same where it changes.</summary>
    public Func<Lettering>? LetteringNow { get; init; }

    /// <summary>Colour.</summary>
    public SKColor Colour { get; init; } = Palette.Text;

    /// <summary>The same where it changes.</summary>
    public Func<SKColor>? ColourNow { get; init; }

    /// <summary>How many lines it has room for.</summary>
    public int Lines { get; init; } = 1;

    /// <summary>The same where the window is narrow.</summary>
    public int? LinesNarrow { get; init; }

    /// <summary>Whether it is drawn smaller where it is too long, before it is cut.</summary>
    public bool Shrinks { get; init; }

    /// <summary>Whether it takes as many lines as it needs.</summary>
    public bool Wraps { get; init; }

    /// <summary>Room between its lines beyond the usual.</summary>
    public float LineGap { get; init; }

    /// <summary>To which side it stands.</summary>
    public TextEnd End { get; init; }

    /// <summary>Whether it is underlined.</summary>
    public Func<bool>? UnderlinedWhen { get; init; }

    /// <inheritdoc/>
    public override string ShownText => _shown;

    /// <summary>Whether the last drawing had to leave out letters.</summary>
    public bool IsCut => _lines.IsCut;

    private int LinesNow => Wraps ? MostWrapped : Room.IsNarrow && LinesNarrow is { } narrow ? narrow : Lines;

    /// <inheritdoc/>
    protected override SKSize Measure(float width)
    {
        if (Wraps)
        {
            _measured.Set(_shown, _shownLettering, width, MostWrapped, shrinks: false);
            return new SKSize(MathF.Ceiling(_measured.Width), _measured.Count * (_shownLettering.LineHeight + LineGap));
        }

        return new SKSize(Math.Min(width, MathF.Ceiling(Letters.Width(_shown, _shownLettering))), LinesNow * _shownLettering.LineHeight);
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        bool isOwnWidth = !AlongNow.IsFixed && !AlongNow.IsRest && Width == 0;
        string before = _shown;
        if (Follow(ref _shown, _text()) && (Wraps || (isOwnWidth && !Letters.Width(before, _shownLettering).Equals(Letters.Width(_shown, _shownLettering)))))
        {
            Scene?.LayOutAnew();
        }

        if (Follow(ref _shownLettering, LetteringNow?.Invoke() ?? (Room.IsNarrow && LetteringNarrow is { } narrow ? narrow : Lettering)))
        {
            Scene?.LayOutAnew();
        }

        Follow(ref _shownColour, ColourNow?.Invoke() ?? Colour);
        Follow(ref _isUnderlined, UnderlinedWhen?.Invoke() ?? false);
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        if (Bounds.Width < 4)
        {
            return;
        }

        // A rounding of the layout is no reason to cut.
        _lines.Set(_shown, _shownLettering, Bounds.Width + 0.5f, LinesNow, Shrinks);
        _lines.Draw(painter, Bounds.Left, Bounds.Top, Bounds.Right, Bounds.Bottom, _shownColour, End, _isUnderlined, LineGap);
    }
}
