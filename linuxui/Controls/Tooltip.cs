using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>What the thing under the mouse means, drawn over the rest once the mouse has rested on it.</summary>
/// <remarks>[ui]</remarks>
internal sealed class Tooltip : Element
{
    /// <summary>How long the mouse rests before it shows, in ms.</summary>
    public const int RestMs = 600;

    /// <summary>How long it stays, in ms.</summary>
    public const int ShownMs = 20_000;

    private const float WidestText = 322;
    private const float PaddingAcross = 9;
    private const float PaddingDown = 6;
    private const float BelowMouse = 18;
    private const int MostLines = 12;

    private readonly TextLines _lines = new();
    private Func<string>? _tip;
    private string _text = "";
    private Pointer _at;
    private int _restedMs;

    /// <summary>What it says; empty = it does not show.</summary>
    public override string ShownText => _text;

    /// <summary>The mouse came to an element.</summary>
    public void Rest(Element? element, Pointer at)
    {
        Hide();
        _at = at;
        _tip = null;
        for (Element? each = element; each is not null && _tip is null; each = each.Parent)
        {
            _tip = each.Tip;
        }
    }

    /// <summary>Time passed.</summary>
    public void Pass(int ms)
    {
        if (_tip is null)
        {
            return;
        }

        _restedMs += ms;
        if (_restedMs >= RestMs + ShownMs)
        {
            Hide();
        }
        else if (_restedMs >= RestMs && _text.Length == 0)
        {
            _text = _tip();
            Place(Scene!.Bounds);
            Damage();
        }
    }

    /// <summary>It goes, and comes no more until the mouse goes elsewhere.</summary>
    public void Hide()
    {
        _tip = null;
        _restedMs = 0;
        if (_text.Length > 0)
        {
            Damage();
            _text = "";
            Arrange(SKRect.Empty);
        }
    }

    /// <summary>Finds its place within the editor.</summary>
    public void Place(SKRect room)
    {
        if (_text.Length == 0)
        {
            Arrange(SKRect.Empty);
            return;
        }

        _lines.Set(_text, Lettering.Text, WidestText, MostLines, shrinks: false);
        float width = MathF.Ceiling(_lines.Width) + (2 * PaddingAcross);
        float height = (_lines.Count * Lettering.Text.LineHeight) + (2 * PaddingDown);
        float left = Math.Clamp(_at.X, 2, Math.Max(2, room.Right - width - 2));
        float top = _at.Y + BelowMouse + height < room.Bottom ? _at.Y + BelowMouse : Math.Max(2, _at.Y - height - PaddingDown);
        Arrange(new SKRect(left, top, left + width, top + height));
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        painter.FillRound(Bounds, 3, Palette.Raised);
        painter.Frame(Bounds, 3, Palette.Edge);
        _lines.Draw(painter, Bounds.Left + PaddingAcross, Bounds.Top, Bounds.Right, Bounds.Bottom, Palette.Text);
    }
}
