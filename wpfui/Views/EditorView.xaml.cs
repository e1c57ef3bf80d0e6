using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Input;
using FaderStager.Mixing.Mixes;
using FaderStager.Presentation.Editor;
using FaderStager.WpfUi.Controls;
using FaderStager.WpfUi.Hosting;

namespace FaderStager.WpfUi.Views;

/// <summary>The editor: header, this track, the whole mix, footer. Its data context is an <see cref="EditorViewModel"/>.</summary>
/// <remarks>
/// [ui] After a click, and after a box was left by Enter or Escape, the keyboard goes back to the editor itself, whose keys are the
/// host's: the space bar starts the song. Who comes by Tab stays on the control. Which keys are used: <see cref="KeyUse"/>.
/// </remarks>
internal sealed partial class EditorView : UserControl
{
    private const double TrackWidth = 336;
    private const double NarrowTrackWidth = 316;

    // Where Tab goes on from: the box that gave the keyboard back.
    private UIElement? _cameFrom;
    private bool _isPressOnPanel;

    public EditorView()
    {
        InitializeComponent();
        AddHandler(ButtonBase.ClickEvent, new RoutedEventHandler(OnClick));
        AddHandler(KeyboardBack.GivenEvent, new RoutedEventHandler(OnKeyboardBack));
        Header.Opener.Checked += OnPanelOpened;
        Header.Opener.Unchecked += OnPanelClosed;
        More.AddHandler(MouseDownEvent, new MouseButtonEventHandler((_, _) => _isPressOnPanel = true), handledEventsToo: true);
        AddHandler(MouseDownEvent, new MouseButtonEventHandler(OnAnyPress), handledEventsToo: true);
    }

    /// <summary>Whether something is open that Escape closes.</summary>
    public bool HasOpen => IsPanelOpen || DataContext is EditorViewModel { Mix.IsPreviewing: true } or EditorViewModel { Notice.IsVisible: true };

    private bool IsPanelOpen => Header.Opener.IsChecked == true;

    /// <summary>Whether there are moves to take back.</summary>
    public bool CanUndo => DataContext is EditorViewModel model && model.Mix.UndoCommand.CanExecute(null);

    /// <summary>Lets go of the model and of whatever listens to it.</summary>
    public void Release()
    {
        if (IsKeyboardFocusWithin)
        {
            Keyboard.ClearFocus();
        }

        DataContext = null;
        Content = null;
    }

    /// <inheritdoc/>
    protected override void OnRenderSizeChanged(SizeChangedInfo sizeInfo)
    {
        base.OnRenderSizeChanged(sizeInfo);
        EditorLayout.Follow(this, sizeInfo.NewSize);
        (DataContext as EditorViewModel)?.Lane.FitWindow(sizeInfo.NewSize.Height);
        TrackColumn.Width = new GridLength(EditorLayout.GetIsNarrow(this) ? NarrowTrackWidth : TrackWidth);
    }

    /// <inheritdoc/>
    protected override void OnMouseDown(MouseButtonEventArgs e)
    {
        base.OnMouseDown(e);
        if (!e.Handled)
        {
            Take(null);
        }
    }

    /// <inheritdoc/>
    protected override void OnKeyDown(KeyEventArgs e)
    {
        base.OnKeyDown(e);
        if (!e.Handled)
        {
            e.Handled = e.Key switch
            {
                Key.Escape => Close(),
                Key.Tab => GoOn(isBack: Keyboard.Modifiers == ModifierKeys.Shift),
                Key.Enter when e.OriginalSource is ComboBox { IsDropDownOpen: false } list => list.IsDropDownOpen = true,
                _ => false,
            };
        }
    }

    private bool Close()
    {
        if (IsPanelOpen)
        {
            Header.Opener.IsChecked = false;
        }
        else
        {
            (DataContext as EditorViewModel)?.EscapeCommand.Execute(null);
        }

        return true;
    }

    // WPF's own way from control to control, but for where it begins and for an open list, which Tab closes.
    private bool GoOn(bool isBack)
    {
        if (KeyUse.ListOf(Keyboard.FocusedElement) is { IsDropDownOpen: true } list)
        {
            list.IsDropDownOpen = false;
            return list.Focus();
        }

        if (!IsKeyboardFocused)
        {
            return false;
        }

        if (IsPanelOpen)
        {
            More.TakeKeyboard();
            return true;
        }

        return _cameFrom is { IsVisible: true }
            ? _cameFrom.MoveFocus(new TraversalRequest(isBack ? FocusNavigationDirection.Previous : FocusNavigationDirection.Next))
            : MoveFocus(new TraversalRequest(isBack ? FocusNavigationDirection.Last : FocusNavigationDirection.First));
    }

    // Opened by a key the panel takes the keyboard, and gives it to its button again when it closes.
    private void OnPanelOpened(object sender, RoutedEventArgs e)
    {
        Point below = Header.Opener.TranslatePoint(new Point(Header.Opener.ActualWidth, Header.Opener.ActualHeight + 6), this);
        More.Margin = new Thickness(8, below.Y, Math.Max(0, ActualWidth - below.X), 8);
        More.Visibility = Visibility.Visible;
        if (InputManager.Current.MostRecentInputDevice is KeyboardDevice)
        {
            UpdateLayout();
            More.TakeKeyboard();
        }
    }

    private void OnPanelClosed(object sender, RoutedEventArgs e)
    {
        if (More.IsKeyboardFocusWithin)
        {
            Header.Opener.Focus();
        }

        More.Visibility = Visibility.Collapsed;
        More.Reset();
    }

    // A press beside the panel closes it.
    private void OnAnyPress(object sender, MouseButtonEventArgs e)
    {
        if (!_isPressOnPanel && !Header.Opener.IsMouseOver)
        {
            Header.Opener.IsChecked = false;
        }

        _isPressOnPanel = false;
    }

    private void OnClick(object sender, RoutedEventArgs e)
    {
        // Not the parts of a list or of a scroll bar.
        if (InputManager.Current.MostRecentInputDevice is MouseDevice && e.OriginalSource is ButtonBase { TemplatedParent: null })
        {
            Take(null);
        }
    }

    private void OnKeyboardBack(object sender, RoutedEventArgs e)
    {
        Take(e.OriginalSource as UIElement);
        e.Handled = true;
    }

    private void Take(UIElement? from)
    {
        _cameFrom = from;
        Focus();
    }
}
