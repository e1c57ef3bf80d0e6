using System.Windows;
using System.Windows.Controls;
using System.Windows.Input;

namespace FaderStager.WpfUi.Controls;

/// <summary>A box that shows a text of the model and takes a new one with Enter, or when it is left; Escape gives it up.</summary>
/// <remarks>[ui] While it is being edited the model's text does not overwrite what was typed.</remarks>
internal abstract class EntryBox : TextBox
{
    public static readonly DependencyProperty ShownProperty = DependencyProperty.Register(
        nameof(Shown), typeof(string), typeof(EntryBox), new FrameworkPropertyMetadata("", (box, _) => ((EntryBox)box).Show()));

    private bool _isEdited;

    protected EntryBox()
    {
        // The dictionary's style of a text box is this one's as well.
        SetResourceReference(StyleProperty, typeof(TextBox));
        AcceptsReturn = false;
    }

    /// <summary>The model's text.</summary>
    public string Shown
    {
        get => (string)GetValue(ShownProperty);
        set => SetValue(ShownProperty, value);
    }

    /// <inheritdoc/>
    protected override void OnTextChanged(TextChangedEventArgs e)
    {
        base.OnTextChanged(e);
        _isEdited |= IsKeyboardFocused && Text != Shown;
    }

    /// <inheritdoc/>
    protected override void OnGotKeyboardFocus(KeyboardFocusChangedEventArgs e)
    {
        base.OnGotKeyboardFocus(e);
        SelectAll();
    }

    /// <inheritdoc/>
    protected override void OnLostKeyboardFocus(KeyboardFocusChangedEventArgs e)
    {
        base.OnLostKeyboardFocus(e);
        Enter();
    }

    /// <inheritdoc/>
    protected override void OnPreviewKeyDown(KeyEventArgs e)
    {
        base.OnPreviewKeyDown(e);
        switch (e.Key)
        {
            case Key.Enter:
                Enter();
                SelectAll();
                e.Handled = true;
                break;
            case Key.Escape when _isEdited:
                _isEdited = false;
                Show();
                SelectAll();
                e.Handled = true;
                break;
            case Key.Up or Key.Down when Keyboard.Modifiers is ModifierKeys.None or ModifierKeys.Shift:
                double step = Keyboard.Modifiers == ModifierKeys.Shift ? 0.1 : 0.5;
                e.Handled = GoBy(e.Key == Key.Up ? step : -step);
                break;
            default:
                break;
        }
    }

    /// <inheritdoc/>
    protected override void OnMouseWheel(MouseWheelEventArgs e)
    {
        if (IsKeyboardFocused)
        {
            e.Handled = GoBy(Math.Sign(e.Delta) * 0.5);
        }

        base.OnMouseWheel(e);
    }

    /// <summary>Takes what was typed; false when it cannot be taken.</summary>
    protected abstract bool Take(string typed);

    /// <summary>Moves by a step of an arrow key or the wheel; false when there is no such thing.</summary>
    protected virtual bool Nudge(double step) => false;

    private bool GoBy(double step)
    {
        bool isDone = Nudge(step);
        _isEdited &= !isDone;
        return isDone;
    }

    private void Enter()
    {
        bool isEdited = _isEdited;
        _isEdited = false;
        if (isEdited)
        {
            _ = Take(Text);
        }

        Show();
    }

    private void Show()
    {
        if (!_isEdited && Text != Shown)
        {
            Text = Shown;
        }
    }
}
