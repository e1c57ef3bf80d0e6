using System.Windows;
using System.Windows.Controls;
using System.Windows.Input;

namespace FaderStager.WpfUi.Controls;

/// <summary>A box that shows a text of the model and takes a new one with Enter, or when it is left; Escape gives it up.</summary>
/// <remarks>
/// [ui] While it is being edited the model's text does not overwrite what was typed. One click selects all of it, the next one sets the
/// caret. Enter and Escape give the keyboard back. Undo knows only what was typed since the box got the keyboard.
/// </remarks>
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

    /// <summary>Whether arrow keys and the wheel change the figure.</summary>
    protected virtual bool HasSteps => false;

    /// <summary>Whether the box, which has the keyboard, uses a key: all that write, move the caret, select or edit.</summary>
    public bool UsesKey(Key key, ModifierKeys modifiers)
    {
        ModifierKeys held = modifiers & (ModifierKeys.Control | ModifierKeys.Alt);
        return key is not ((>= Key.F1 and <= Key.F24) or Key.PageUp or Key.PageDown or Key.Apps or Key.LWin or Key.RWin or (>= Key.BrowserBack and <= Key.LaunchApplication2))
            && held switch
            {
                ModifierKeys.None => key is not (Key.Up or Key.Down) || HasSteps,
                ModifierKeys.Control => key is Key.A or Key.C or Key.V or Key.X or Key.Insert or Key.Back or Key.Delete or Key.Left or Key.Right or Key.Home or Key.End or Key.LeftCtrl or Key.RightCtrl
                    || (key == Key.Z && CanUndo) || (key == Key.Y && CanRedo),
                ModifierKeys.Alt => false,
                _ => true, // AltGr writes.
            };
    }

    /// <inheritdoc/>
    protected override void OnTextChanged(TextChangedEventArgs e)
    {
        base.OnTextChanged(e);
        if (IsKeyboardFocused)
        {
            _isEdited = Text != Shown;
        }
    }

    /// <inheritdoc/>
    protected override void OnPreviewMouseLeftButtonDown(MouseButtonEventArgs e)
    {
        base.OnPreviewMouseLeftButtonDown(e);
        if (!IsKeyboardFocused)
        {
            e.Handled = Focus();
        }
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
                KeyboardBack.Give(this);
                e.Handled = true;
                break;
            case Key.Escape:
                _isEdited = false;
                Show();
                KeyboardBack.Give(this);
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

    /// <summary>Gives what was typed to the model, which says so where it cannot take it.</summary>
    protected abstract void Take(string typed);

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
            Take(Text);
        }

        Show();
    }

    private void Show()
    {
        if (_isEdited)
        {
            return;
        }

        // What the model says is no step that undo could take back, and neither is what was taken.
        bool wasSelected = IsKeyboardFocused && SelectionLength == Text.Length;
        IsUndoEnabled = false;
        if (Text != Shown)
        {
            Text = Shown;
        }

        IsUndoEnabled = true;
        if (wasSelected)
        {
            SelectAll();
        }
    }
}
