using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Does something when it is pressed: by the mouse, or by Enter while it has the keyboard. The space bar is the host's.</summary>
/// <remarks>[ui] Words that are too long for their place are drawn smaller, never cut.</remarks>
internal class Button : Element
{
    private readonly Func<string> _text;
    private readonly Action _act;
    private readonly TextLines _line = new();
    private string _shown = "";
    private bool _signState;

    public Button(Func<string> text, Action act) => (_text, _act) = (text, act);

    public Button(string text, Action act)
        : this(() => text, act)
    {
    }

    /// <summary>How much it stands out.</summary>
    public ButtonLook Look { get; init; }

    /// <summary>Size of its words.</summary>
    public float TextSize { get; init; } = Lettering.Text.Size;

    /// <summary>Room beside its words.</summary>
    public float Padding { get; init; } = 11;

    /// <summary>A sign in place of words: drawn about the middle.</summary>
    public Action<Painter, SKPoint>? Sign { get; init; }

    /// <summary>What the sign depends on.</summary>
    public Func<bool>? SignState { get; init; }

    /// <inheritdoc/>
    public override bool TakesKeyboard => true;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    /// <inheritdoc/>
    public override string ShownText => _shown;

    protected virtual Lettering Lettering => new(TextSize, Look == ButtonLook.Primary ? Weight.Medium : Weight.Regular);

    private bool IsDown => IsPressed && IsHovered;

    protected virtual SKColor Ground => Look == ButtonLook.Primary
        ? !IsEnabled ? Palette.Raised : IsDown ? Palette.NextPressed : IsHovered ? Palette.NextHovered : Palette.Next
        : (IsDown ? Palette.Pressed : IsHovered ? Palette.Hovered : Palette.Raised).Faded(Opacity);

    protected virtual SKColor Edge => Look == ButtonLook.Primary ? (IsEnabled ? Palette.Next : Palette.Line) : Palette.Edge.Faded(Opacity);

    protected virtual SKColor Ink => Look == ButtonLook.Primary ? (IsEnabled ? Palette.OnAccent : Palette.Faint) : Palette.Text.Faded(Opacity);

    /// <summary>Does it.</summary>
    public void Press()
    {
        if (IsEnabledNow)
        {
            _act();
        }
    }

    /// <inheritdoc/>
    public override bool OnPress(Pointer at) => true;

    /// <inheritdoc/>
    public override void OnRelease(Pointer at)
    {
        if (Bounds.Contains(at.X, at.Y))
        {
            Press();
        }
    }

    /// <inheritdoc/>
    public override bool UsesKey(KeyPress key) => key is { Key: Key.Enter, IsPlain: true };

    /// <inheritdoc/>
    public override void OnKey(KeyPress key) => Press();

    /// <inheritdoc/>
    protected override SKSize Measure(float width) => new(MathF.Ceiling(Letters.Width(_shown, Lettering)) + (2 * Padding) + 2, 28);

    /// <inheritdoc/>
    protected override void Refresh()
    {
        string before = _shown;
        if (Follow(ref _shown, _text()) && Width == 0 && !AlongNow.IsFixed && before.Length != _shown.Length)
        {
            Scene?.LayOutAnew();
        }

        Follow(ref _signState, SignState?.Invoke() ?? false);
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        painter.FillRound(Bounds, 4, Ground);
        painter.Frame(Bounds, 4, Edge);
        Sign?.Invoke(painter, new SKPoint(Bounds.MidX, Bounds.MidY));

        _line.Set(_shown, Lettering, Bounds.Width - (2 * Padding) + 0.5f, 1, shrinks: true);
        _line.Draw(painter, Bounds.Left, Bounds.Top, Bounds.Right, Bounds.Bottom, Ink, TextEnd.Middle);
        DrawRing(painter);
    }
}
