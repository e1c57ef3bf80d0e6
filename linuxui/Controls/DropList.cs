using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The list of a choice, drawn over the rest: one at a time.</summary>
/// <remarks>[ui]</remarks>
internal sealed class DropList : Element
{
    private const float ItemHeight = 24;
    private const float Padding = 3;
    private const float Highest = 320;

    private readonly TextLines _line = new();
    private Choice? _owner;
    private int _marked;
    private float _scroll;

    /// <summary>The choice whose list is open, or null.</summary>
    public Choice? Owner => _owner;

    /// <inheritdoc/>
    public override string ShownText => _owner is { } owner ? string.Join('\n', Enumerable.Range(0, owner.Count).Select(owner.TextOf)) : "";

    private float ContentHeight => (_owner?.Count ?? 0) * ItemHeight;

    private float MostScroll => Math.Max(0, ContentHeight - (Bounds.Height - (2 * Padding)));

    /// <summary>Opens the list of a choice, or closes it where it is open.</summary>
    public void Toggle(Choice owner)
    {
        bool opens = !ReferenceEquals(_owner, owner);
        Close();
        if (opens)
        {
            _owner = owner;
            _marked = owner.Index;
            Scene!.Pressed += OnPressed;
            Place(Scene.Bounds);
            ShowMarked();
            Damage();
            owner.Damage();
        }
    }

    /// <summary>Closes it; nothing is chosen.</summary>
    public void Close()
    {
        if (_owner is { } owner)
        {
            Damage();
            owner.Damage();
            _owner = null;
            Scene!.Pressed -= OnPressed;
            Arrange(SKRect.Empty);
        }
    }

    /// <summary>Finds its place within the editor: below its choice, or above where there is more room.</summary>
    public void Place(SKRect room)
    {
        if (_owner is not { } owner)
        {
            Arrange(SKRect.Empty);
            return;
        }

        float width = owner.Bounds.Width;
        for (int i = 0; i < owner.Count; i++)
        {
            width = Math.Max(width, MathF.Ceiling(Letters.Width(owner.TextOf(i), Lettering.Text)) + 28);
        }

        float below = room.Bottom - owner.Bounds.Bottom - 4;
        float above = owner.Bounds.Top - room.Top - 4;
        float wanted = Math.Min(Highest, ContentHeight + (2 * Padding));
        bool isBelow = wanted <= below || below >= above;
        float height = Math.Max(ItemHeight, Math.Min(wanted, isBelow ? below : above));
        float left = Math.Max(room.Left + 2, Math.Min(owner.Bounds.Left, room.Right - width - 2));
        float top = isBelow ? owner.Bounds.Bottom + 1 : owner.Bounds.Top - height - 1;
        Arrange(new SKRect(left, top, left + width, top + height));
        _scroll = Math.Clamp(_scroll, 0, MostScroll);
    }

    /// <summary>A key while it is open, which its choice got.</summary>
    public void OnListKey(Key key)
    {
        if (_owner is not { } owner)
        {
            return;
        }

        int page = Math.Max(1, (int)(Bounds.Height / ItemHeight) - 1);
        int step = key switch
        {
            Key.Up => -1,
            Key.Down => 1,
            Key.PageUp => -page,
            Key.PageDown => page,
            Key.Home => -owner.Count,
            Key.End => owner.Count,
            _ => 0,
        };
        if (step != 0)
        {
            _marked = Math.Clamp(_marked + step, 0, owner.Count - 1);
            ShowMarked();
            Damage();
        }
        else
        {
            int chosen = _marked;
            Close();
            if (key == Key.Enter)
            {
                owner.Choose(chosen);
            }
        }
    }

    /// <inheritdoc/>
    public override bool OnPress(Pointer at) => true;

    /// <inheritdoc/>
    public override void OnRelease(Pointer at)
    {
        int index = IndexAt(at.Y);
        if (_owner is { } owner && Bounds.Contains(at.X, at.Y) && index >= 0 && index < owner.Count)
        {
            Close();
            owner.Choose(index);
        }
    }

    /// <inheritdoc/>
    public override bool OnWheel(int notches, Pointer at)
    {
        _scroll = Math.Clamp(_scroll - (notches * 2 * ItemHeight), 0, MostScroll);
        Damage();
        return true;
    }

    /// <summary>The item at a height.</summary>
    internal SKPoint PointOf(int index) => new(Bounds.MidX, Bounds.Top + Padding + ((index + 0.5f) * ItemHeight) - _scroll);

    /// <summary>The mouse went over an item.</summary>
    internal void Mark(float y)
    {
        int index = IndexAt(y);
        if (_owner is { } owner && index >= 0 && index < owner.Count && index != _marked)
        {
            _marked = index;
            Damage();
        }
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        if (_owner is not { } owner)
        {
            return;
        }

        painter.FillRound(Bounds, 3, Palette.Surface);
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(new SKRect(Bounds.Left + 1, Bounds.Top + Padding, Bounds.Right - 1, Bounds.Bottom - Padding));
        for (int i = 0; i < owner.Count; i++)
        {
            float top = Bounds.Top + Padding + (i * ItemHeight) - _scroll;
            if (top + ItemHeight < Bounds.Top || top > Bounds.Bottom)
            {
                continue;
            }

            if (i == _marked)
            {
                painter.FillRound(new SKRect(Bounds.Left + Padding, top, Bounds.Right - Padding, top + ItemHeight), 3, Palette.Hovered);
            }

            _line.Set(owner.TextOf(i), Lettering.Text with { Weight = i == owner.Index ? Weight.Bold : Weight.Regular }, Bounds.Width - 18, 1, shrinks: true);
            _line.Draw(painter, Bounds.Left + 12, top, Bounds.Right, top + ItemHeight, Palette.Text);
        }

        painter.Canvas.RestoreToCount(count);
        painter.Frame(Bounds, 3, Palette.Edge);
        if (MostScroll > 0)
        {
            float room = Bounds.Height - (2 * Padding);
            float thumb = room * room / ContentHeight;
            float top = Bounds.Top + Padding + (_scroll / MostScroll * (room - thumb));
            painter.FillRound(new SKRect(Bounds.Right - 8, top, Bounds.Right - 4, top + thumb), 2, Palette.Edge);
        }
    }

    private int IndexAt(float y) => (int)MathF.Floor((y - Bounds.Top - Padding + _scroll) / ItemHeight);

    private void ShowMarked()
    {
        float room = Bounds.Height - (2 * Padding);
        _scroll = Math.Clamp(_scroll, ((_marked + 1) * ItemHeight) - room, _marked * ItemHeight);
        _scroll = Math.Clamp(_scroll, 0, MostScroll);
    }

    private void OnPressed(Element? hit)
    {
        if (!ReferenceEquals(hit, this) && !ReferenceEquals(hit, _owner))
        {
            Close();
        }
    }
}
