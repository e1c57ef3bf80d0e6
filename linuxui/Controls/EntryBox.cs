using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A box that shows a text of the model and takes a new one with Enter, or when it is left; Escape gives it up.</summary>
/// <remarks>
/// [ui] While it is being edited the model's text does not overwrite what was typed. One click selects all of it, the next one sets the caret. Enter and
/// Escape give the keyboard back to the host.
/// </remarks>
internal sealed class EntryBox(Func<string> shown, Action<string> take) : Element
{
    private const int Longest = 120;

    private readonly TypedText _typed = new(Longest);
    private readonly TextLines _whole = new();
    private string _shown = "";
    private bool _isEdited;
    private float _scroll;

    /// <summary>Size and weight of its letters.</summary>
    public Lettering Lettering { get; init; } = Lettering.Text;

    /// <summary>Room beside its letters.</summary>
    public float Padding { get; init; } = 9;

    /// <summary>Whether its text stands in the middle.</summary>
    public bool IsCentred { get; init; }

    /// <summary>Moves the figure by a step of an arrow key or of the wheel; null = there is no such thing.</summary>
    public Action<double>? Nudge { get; init; }

    /// <inheritdoc/>
    public override bool TakesKeyboard => true;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    /// <inheritdoc/>
    public override string ShownText => HasKeyboard ? _typed.Text : _shown;

    private float TextLeft
    {
        get
        {
            float width = Letters.Width(ShownText, Lettering);
            float room = Bounds.Width - (2 * Padding);
            return IsCentred && width < room ? MathF.Round(Bounds.Left + Padding + ((room - width) / 2)) : Bounds.Left + Padding - _scroll;
        }
    }

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        if (!HasKeyboard)
        {
            Scene?.TakeKeyboard(this);
        }
        else if (at.Clicks == 2)
        {
            _typed.SelectAll();
        }
        else
        {
            _typed.GoTo(LetterAt(at.X), isSelecting: at.IsShift);
        }

        Damage();
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at)
    {
        if (HasKeyboard && !_typed.IsAllSelected)
        {
            _typed.GoTo(LetterAt(at.X), isSelecting: true);
            Damage();
        }
    }

    /// <inheritdoc/>
    public override bool OnWheel(int notches, Pointer at)
    {
        if (!HasKeyboard || Nudge is null)
        {
            return false;
        }

        GoBy(notches * 0.5);
        return true;
    }

    /// <inheritdoc/>
    public override void OnKeyboard(bool hasIt)
    {
        base.OnKeyboard(hasIt);
        _scroll = 0;
        if (hasIt)
        {
            _isEdited = false;
            _typed.Begin(_shown);
        }
        else
        {
            Enter();
        }
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => key switch
    {
        { Key: Key.Tab } => false,
        { Key: Key.Up or Key.Down } => Nudge is not null && key.IsPlain,
        { Key: Key.PageUp or Key.PageDown } => false,
        { IsControl: true, IsAlt: false } => key.Key is Key.Left or Key.Right or Key.Home or Key.End || IsEdit(key),
        { IsAlt: true, IsControl: false } => false,
        _ => key.Key != Key.None || key.Letter >= ' ',
    };

    /// <inheritdoc/>
    public override void OnKey(KeyPress key)
    {
        Damage();
        switch (key)
        {
            case { Key: Key.Enter }:
                Enter();
                Scene?.TakeKeyboard(null);
                break;
            case { Key: Key.Escape }:
                _isEdited = false;
                Scene?.TakeKeyboard(null);
                break;
            case { Key: Key.Up or Key.Down }:
                double step = key.IsShift ? 0.1 : 0.5;
                GoBy(key.Key == Key.Up ? step : -step);
                break;
            case { IsControl: true, IsAlt: false } when IsEdit(key):
                Edit(key);
                break;
            default:
                _isEdited |= _typed.Take(key);
                break;
        }

        KeepCaretInView();
    }

    /// <summary>Writes a text where the caret is, as typed or pasted.</summary>
    public void Write(string text)
    {
        _isEdited |= _typed.Write(text);
        Damage();
    }

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(MathF.Ceiling(Letters.Width(_shown, Lettering)) + (2 * Padding), 28);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        bool isNew = Follow(ref _shown, shown());
        if (isNew && HasKeyboard && !_isEdited)
        {
            _typed.Begin(_shown);
        }
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        painter.FillRound(Bounds, 4, Palette.Groove.Faded(Opacity));
        painter.Frame(Bounds, 4, (HasKeyboard ? Palette.Next : IsHovered ? Palette.Faint : Palette.Edge).Faded(Opacity), HasKeyboard ? 2 : 1);
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(new SKRect(Bounds.Left + 2, Bounds.Top, Bounds.Right - 2, Bounds.Bottom));
        float left = TextLeft;
        float baseline = MathF.Round(Bounds.MidY + (Lettering.Size * 0.355f));
        string text = ShownText;
        if (HasKeyboard)
        {
            float from = left + Letters.Width(text.AsSpan(0, _typed.SelectionStart), Lettering);
            float to = left + Letters.Width(text.AsSpan(0, _typed.SelectionEnd), Lettering);
            painter.Fill(new SKRect(from, baseline - Lettering.Size, to, baseline + 4), Palette.Next.WithAlpha(0x70));
            float caret = MathF.Round(left + Letters.Width(text.AsSpan(0, _typed.Caret), Lettering));
            painter.Fill(new SKRect(caret, baseline - Lettering.Size, caret + 1, baseline + 4), Palette.Text);
        }

        if (HasKeyboard || Letters.Width(text, Lettering) <= Bounds.Width - (2 * Padding))
        {
            painter.Text(text, left, baseline, Lettering, Palette.Text.Faded(Opacity));
        }
        else
        {
            // Nobody edits it: all of it smaller, and what is too long even so says that more follows.
            _whole.Set(text, Lettering, Bounds.Width - (2 * Padding), most: 1, shrinks: true);
            _whole.Draw(painter, Bounds.Left + Padding, Bounds.Top, Bounds.Right - Padding, Bounds.Bottom, Palette.Text.Faded(Opacity));
        }

        painter.Canvas.RestoreToCount(count);
    }

    private static bool IsEdit(KeyPress key) => key.IsCommand('a') || key.IsCommand('c') || key.IsCommand('x') || key.IsCommand('v') || key.IsCommand('z');

    private void Edit(KeyPress key)
    {
        switch (char.ToLowerInvariant(key.Letter))
        {
            case 'a':
                _typed.SelectAll();
                break;
            case 'z':
                _isEdited = false;
                _typed.Begin(_shown);
                break;
            case 'v':
                Scene?.Clipboard?.Ask(text =>
                {
                    if (HasKeyboard)
                    {
                        Write(text);
                    }
                });
                break;
            default:
                if (_typed.Selection.Length > 0)
                {
                    Scene?.Clipboard?.Put(_typed.Selection);
                    _isEdited |= key.IsCommand('x') && _typed.Write("");
                }

                break;
        }
    }

    private void GoBy(double step)
    {
        Nudge?.Invoke(step);
        _isEdited &= Nudge is null;
    }

    private void Enter()
    {
        if (_isEdited)
        {
            _isEdited = false;
            take(_typed.Text);
        }
    }

    private int LetterAt(float x)
    {
        float at = TextLeft;
        int letter = 0;
        while (letter < _typed.Text.Length)
        {
            float width = Letters.Width(_typed.Text.AsSpan(letter, 1), Lettering);
            if (at + (width / 2) >= x)
            {
                break;
            }

            at += width;
            letter++;
        }

        return letter;
    }

    private void KeepCaretInView()
    {
        float caret = Letters.Width(_typed.Text.AsSpan(0, _typed.Caret), Lettering);
        float room = Bounds.Width - (2 * Padding);
        _scroll = Math.Clamp(_scroll, Math.Max(0, caret - room), caret);
    }
}
