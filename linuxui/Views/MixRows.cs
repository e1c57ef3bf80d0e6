using FaderStager.LinuxUi.Controls;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;
using SkiaSharp;

namespace FaderStager.LinuxUi.Views;

/// <summary>The rows of the table: they scroll, one can be chosen and edited, and they can be dragged: onto another to be one voice with it, out of their voice, and to another place where the order is the person's.</summary>
/// <remarks>[ui]</remarks>
internal sealed class MixRows : Element
{
    private const float UsualHeight = 25;
    private const float LowHeight = 22;
    private const float DragsFrom = 6;

    private readonly EditorViewModel _editor;
    private readonly Element _edit;
    private readonly ScrollBar _bar;
    private readonly List<MixRow> _lines = [];
    private readonly List<MixRowViewModel> _placed = [];
    private MixRowViewModel? _selected;
    private MixRowViewModel? _pressed;
    private float _pressedY;
    private float _scroll;
    private float _dropY = float.NaN;
    private RowDrop _drop;
    private bool _isDragging;

    public MixRows(EditorViewModel editor)
    {
        _editor = editor;
        _edit = RowEdit.Of(editor.Mix);
        _bar = new ScrollBar(() => ContentHeight, () => Bounds.Height, () => _scroll, ScrollTo) { Name = "scroll" };
        Adopt(_edit, _bar);
    }

    /// <inheritdoc/>
    public override bool TakesKeyboard => Mix.Rows.Count > 0;

    /// <summary>Whether the chosen row shows that the table has the keyboard.</summary>
    public bool HasRing => HasKeyboard;

    private MixViewModel Mix => _editor.Mix;

    private float RowHeight => Room.IsLow ? LowHeight : UsualHeight;

    private float EditHeight => Mix.SelectedRow is null ? 0 : _edit.Measured(Bounds.Width - ScrollBar.Thickness - _edit.Margin.Across).Height + _edit.Margin.Down;

    private float ContentHeight => (Mix.Rows.Count * RowHeight) + EditHeight;

    /// <summary>Whether a row is the chosen one.</summary>
    public bool IsSelected(MixRowViewModel row) => ReferenceEquals(row, _selected);

    /// <summary>The mouse was pressed on a row.</summary>
    public void PressRow(MixRowViewModel row, Pointer at)
    {
        Mix.SelectedRow = row;
        (_pressed, _pressedY) = (row, at.Y);
    }

    /// <summary>The mouse moved while it was held down on a row.</summary>
    public void DragRow(Pointer at)
    {
        if (_pressed is null)
        {
            return;
        }

        if (!_isDragging && Math.Abs(at.Y - _pressedY) > DragsFrom)
        {
            _isDragging = Mix.IsOrderHeld = true;
        }

        if (_isDragging)
        {
            ShowDrop(_pressed, at.Y);
        }
    }

    /// <summary>The button came up.</summary>
    public void DropRow()
    {
        if (_isDragging && _pressed is { } row)
        {
            Mix.Drop(row, _drop);
        }

        (_pressed, _isDragging, _dropY) = (null, false, float.NaN);
        Damage();
    }

    /// <inheritdoc/>
    public override bool OnWheel(int notches, Pointer at)
    {
        ScrollTo(_scroll - (notches * 3 * RowHeight));
        return true;
    }

    /// <inheritdoc/>
    public override void OnKeyboard(bool hasIt)
    {
        base.OnKeyboard(hasIt);

        // Tab came to the table while no row was chosen: this track's own is the nearest.
        if (hasIt && Mix is { Rows.Count: > 0, SelectedRow: null })
        {
            Mix.SelectedRow = Mix.Rows.FirstOrDefault(row => row.IsThisTrack) ?? Mix.Rows[0];
        }

        ShowSelected();
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => key.IsAlt && !key.IsControl ? key.Key is Key.Up or Key.Down
        : key is { IsPlain: true, IsShift: false }
            && (key.Key is Key.Up or Key.Down or Key.PageUp or Key.PageDown or Key.Home or Key.End || (key.Key is Key.Left or Key.Right && Mix.SelectedRow is { IsVoice: true } voice && voice.IsOpen != (key.Key == Key.Right)));

    /// <inheritdoc/>
    public override void OnKey(KeyPress key)
    {
        if (Mix.SelectedRow is not { } row)
        {
            return;
        }

        if (key.Key is Key.Left or Key.Right)
        {
            Mix.Open(row, key.Key == Key.Right);
        }
        else if (key.IsAlt)
        {
            Mix.MoveRow(row, key.Key == Key.Up ? -1 : 1);
        }
        else
        {
            int page = Math.Max(1, (int)(Bounds.Height / RowHeight) - 1);
            int step = key.Key switch
            {
                Key.Up => -1,
                Key.Down => 1,
                Key.PageUp => -page,
                Key.PageDown => page,
                Key.Home => -Mix.Rows.Count,
                _ => Mix.Rows.Count,
            };
            Mix.SelectedRow = Mix.Rows[Math.Clamp(Mix.Rows.IndexOf(row) + step, 0, Mix.Rows.Count - 1)];
        }

        ShowSelected();
    }

    /// <inheritdoc/>
    protected override void ArrangeChildren(SKRect bounds)
    {
        _scroll = Math.Clamp(_scroll, 0, Math.Max(0, ContentHeight - bounds.Height));
        float right = bounds.Right - ScrollBar.Thickness;
        _bar.Arrange(new SKRect(right, bounds.Top, bounds.Right, bounds.Bottom));
        float y = bounds.Top - _scroll;
        int line = 0;
        foreach (MixRowViewModel row in _placed)
        {
            if (y + RowHeight > bounds.Top && y < bounds.Bottom)
            {
                MixRow at = Line(line++);
                at.Row = row;
                at.Arrange(new SKRect(bounds.Left, y, right, y + RowHeight));
            }

            y += RowHeight;
            if (ReferenceEquals(row, _selected))
            {
                float height = EditHeight;
                Edges margin = _edit.Margin;
                _edit.Arrange(new SKRect(bounds.Left + margin.Left, y + margin.Top, right - margin.Right, y + height - margin.Bottom));
                y += height;
            }
        }

        for (; line < _lines.Count; line++)
        {
            _lines[line].Row = null!;
            _lines[line].Arrange(SKRect.Empty);
        }
    }

    /// <inheritdoc/>
    protected override void Refresh()
    {
        // A row that is being typed in stays where it is, whatever the readings do.
        Mix.IsOrderHeld = _isDragging || Scene?.Keyboard?.IsIn(_edit) == true || Scene?.List.Owner?.IsIn(_edit) == true;
        if (!ReferenceEquals(_selected, Mix.SelectedRow) || !IsPlaced())
        {
            bool isChosen = !ReferenceEquals(_selected, Mix.SelectedRow);
            _selected = Mix.SelectedRow;
            _placed.Clear();
            _placed.AddRange(Mix.Rows);
            Scene?.LayOutAnew();
            if (isChosen && _selected is not null)
            {
                ShowSelected();
            }
        }
    }

    /// <inheritdoc/>
    protected override void DrawChildren(Painter painter, SKRect part)
    {
        int count = painter.Canvas.Save();
        painter.Canvas.ClipRect(Bounds);
        base.DrawChildren(painter, part);
        if (!float.IsNaN(_dropY))
        {
            float right = Bounds.Right - ScrollBar.Thickness;
            float y = Math.Clamp(_dropY - 1.5f, Bounds.Top, Bounds.Bottom - 3);
            if (_drop.IsBetween)
            {
                painter.FillRound(new SKRect(Bounds.Left, y, right, y + 3), 1.5f, Palette.Next);
            }
            else
            {
                painter.Frame(new SKRect(Bounds.Left + 0.5f, _dropY + 0.5f, right - 0.5f, _dropY + RowHeight - 0.5f), 4, Palette.Next, 2);
            }
        }

        painter.Canvas.RestoreToCount(count);
    }

    private bool IsPlaced()
    {
        if (_placed.Count != Mix.Rows.Count)
        {
            return false;
        }

        for (int i = 0; i < _placed.Count; i++)
        {
            if (!ReferenceEquals(_placed[i], Mix.Rows[i]))
            {
                return false;
            }
        }

        return true;
    }

    private MixRow Line(int index)
    {
        while (_lines.Count <= index)
        {
            MixRow[] made = new MixRow[1];
            made[0] = new MixRow(this, _editor) { ShownWhen = () => made[0].HasRow };
            _lines.Add(made[0]);
            Adopt(made[0]);
            Scene?.LayOutAnew();
        }

        return _lines[index];
    }

    private float TopOf(MixRowViewModel wanted)
    {
        float y = 0;
        for (int i = 0; i < Mix.Rows.Count; i++)
        {
            if (ReferenceEquals(Mix.Rows[i], wanted))
            {
                return y;
            }

            y += RowHeight + (ReferenceEquals(Mix.Rows[i], Mix.SelectedRow) ? EditHeight : 0);
        }

        return 0;
    }

    private void ShowSelected()
    {
        if (Mix.SelectedRow is { } row)
        {
            float top = TopOf(row);
            float bottom = top + RowHeight + EditHeight;
            ScrollTo(top < _scroll || bottom - top > Bounds.Height ? top : bottom > _scroll + Bounds.Height ? bottom - Bounds.Height : _scroll);
        }
    }

    private void ScrollTo(float at)
    {
        float wanted = MathF.Round(Math.Clamp(at, 0, Math.Max(0, ContentHeight - Bounds.Height)));
        if (!wanted.Equals(_scroll))
        {
            _scroll = wanted;
            ArrangeChildren(Bounds);
            Damage();
        }
    }

    // The row that the dragged one would join, or the line where it would come to stand.
    private void ShowDrop(MixRowViewModel dragged, float y)
    {
        int index = 0;
        float top = Bounds.Top - _scroll;
        float height = HeightOf(0);
        while (index < Mix.Rows.Count && y >= top + height)
        {
            top += height;
            height = HeightOf(++index);
        }

        _drop = Mix.DropOf(dragged, index, (y - top) / RowHeight);
        _dropY = _drop.Kind == RowDropKind.None ? float.NaN : _drop.Index > index ? top + height : top;
        Damage();
    }

    private float HeightOf(int index) =>
        index < Mix.Rows.Count && ReferenceEquals(Mix.Rows[index], Mix.SelectedRow) ? RowHeight + EditHeight : RowHeight;
}
