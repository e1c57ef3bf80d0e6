using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>One of a few, from a list that opens inside the editor.</summary>
/// <remarks>[ui] With the keyboard: Up and Down choose, Enter opens the list.</remarks>
internal abstract class Choice : Element
{
    private readonly TextLines _line = new();
    private string _shown = "";

    /// <summary>How many there are.</summary>
    public abstract int Count { get; }

    /// <summary>Which is chosen; -1 = none of them.</summary>
    public abstract int Index { get; }

    /// <inheritdoc/>
    public override bool TakesKeyboard => true;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    /// <inheritdoc/>
    public override string ShownText => _shown;

    private bool IsOpen => ReferenceEquals(Scene?.List.Owner, this);

    /// <summary>What one of them is called.</summary>
    public abstract string TextOf(int index);

    /// <summary>A person chose one.</summary>
    public abstract void Choose(int index);

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        Scene?.List.Toggle(this);
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at) => Scene?.List.Mark(at.Y);

    /// <inheritdoc/>
    public override void OnRelease(Pointer at)
    {
        // Pressed here, let go on an item: one stroke chooses.
        if (IsOpen && Scene!.List.Bounds.Contains(at.X, at.Y))
        {
            Scene.List.OnRelease(at);
        }
    }

    /// <inheritdoc/>
    public override void OnKeyboard(bool hasIt)
    {
        base.OnKeyboard(hasIt);
        if (!hasIt && IsOpen)
        {
            Scene!.List.Close();
        }
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => key.IsPlain
        && (key.Key is Key.Up or Key.Down or Key.Enter || (IsOpen && key.Key is Key.PageUp or Key.PageDown or Key.Home or Key.End or Key.Escape or Key.Tab));

    /// <inheritdoc/>
    public override void OnKey(KeyPress key)
    {
        if (IsOpen)
        {
            Scene!.List.OnListKey(key.Key);
        }
        else if (key.Key == Key.Enter)
        {
            Scene?.List.Toggle(this);
        }
        else
        {
            Choose(Math.Clamp(Index + (key.Key == Key.Up ? -1 : 1), 0, Count - 1));
        }
    }

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(MathF.Ceiling(Letters.Width(_shown, Lettering.Text)) + 31, 28);

    /// <inheritdoc/>
    protected override void Refresh() => Follow(ref _shown, Index >= 0 && Index < Count ? TextOf(Index) : "");

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        painter.FillRound(Bounds, 4, (IsOpen ? Palette.Pressed : IsHovered ? Palette.Hovered : Palette.Raised).Faded(Opacity));
        painter.Frame(Bounds, 4, Palette.Edge.Faded(Opacity));
        _line.Set(_shown, Lettering.Text, Bounds.Width - 31, 1, shrinks: true);
        _line.Draw(painter, Bounds.Left + 10, Bounds.Top, Bounds.Right, Bounds.Bottom, Palette.Text.Faded(Opacity));
        painter.Path(Shapes.Opens, Bounds.Right - 17, Bounds.MidY - 2, Palette.Quiet.Faded(Opacity), 1.6f);
        DrawRing(painter);
    }
}
