using System.Windows;
using System.Windows.Controls;
using System.Windows.Controls.Primitives;
using System.Windows.Input;
using System.Windows.Media;
using FaderStager.Mixing.Mixes;
using FaderStager.Presentation.Editor;
using FaderStager.Presentation.Mixes;

namespace FaderStager.WpfUi.Views;

/// <summary>The whole mix: balance and headroom, the next action, the table on one scale, start commands.</summary>
/// <remarks>[ui] Rows are dragged with the mouse captured, not by the system's drag and drop, which hosts take for their own.</remarks>
internal sealed partial class MixView : UserControl
{
    private MixRowViewModel? _pressed;
    private Point _pressedAt;
    private bool _isDragging;
    private RowDrop _drop;

    public MixView() => InitializeComponent();

    private MixViewModel? Mix => (DataContext as EditorViewModel)?.Mix;

    private static ListBoxItem? RowOf(object source)
    {
        for (DependencyObject? element = source as DependencyObject; element is not null; element = Up(element))
        {
            switch (element)
            {
                case ButtonBase or TextBoxBase or ComboBox or ScrollBar or Thumb:
                    return null;
                case ListBoxItem row:
                    return row;
                default:
                    break;
            }
        }

        return null;
    }

    private static DependencyObject? Up(DependencyObject element) =>
        element is Visual ? VisualTreeHelper.GetParent(element) : LogicalTreeHelper.GetParent(element);

    private void OnSortChosen(object sender, RoutedEventArgs e)
    {
        if (Mix is { } mix)
        {
            mix.Sort = ByDeviation.IsChecked == true ? MixSort.Deviation : MixSort.Importance;
        }
    }

    private void OnRowPressed(object sender, MouseButtonEventArgs e)
    {
        _pressed = RowOf(e.OriginalSource)?.DataContext as MixRowViewModel;
        _pressedAt = e.GetPosition(Rows);
    }

    private void OnRowDragged(object sender, MouseEventArgs e)
    {
        if (_pressed is null || Mix is not { } mix || e.LeftButton != MouseButtonState.Pressed)
        {
            return;
        }

        Point at = e.GetPosition(Rows);
        if (!_isDragging && Math.Abs(at.Y - _pressedAt.Y) > 6)
        {
            // Not the list, which would choose each row that the hand comes over.
            _isDragging = mix.IsOrderHeld = CaptureMouse();
            mix.SelectedRow = _pressed;
        }

        if (_isDragging)
        {
            ShowDrop(mix, _pressed, at.Y);
            e.Handled = true;
        }
    }

    private void OnRowDropped(object sender, MouseButtonEventArgs e)
    {
        if (_isDragging && Mix is { } mix && _pressed is { } row)
        {
            mix.Drop(row, _drop);
            e.Handled = true;
        }

        EndDrag();
    }

    private void OnCaptureLost(object sender, MouseEventArgs e)
    {
        if (_isDragging && !ReferenceEquals(Mouse.Captured, this))
        {
            EndDrag();
        }
    }

    private void EndDrag()
    {
        _pressed = null;
        if (_isDragging)
        {
            _isDragging = false;
            DropLine.Visibility = DropFrame.Visibility = Visibility.Collapsed;
            ReleaseMouseCapture();
            if (Mix is { } mix)
            {
                mix.IsOrderHeld = false;
            }
        }
    }

    // The row that the dragged one would join, or the line where it would come to stand.
    private void ShowDrop(MixViewModel mix, MixRowViewModel dragged, double y)
    {
        int index = mix.Rows.Count;
        double top = double.NaN;
        double height = 0;
        double width = 0;
        for (int i = 0; i < mix.Rows.Count; i++)
        {
            if (Rows.ItemContainerGenerator.ContainerFromIndex(i) is not ListBoxItem row)
            {
                continue;
            }

            (top, height, width) = (row.TranslatePoint(default, Rows).Y, row.ActualHeight, row.ActualWidth);
            if (y < top + height)
            {
                index = i;
                break;
            }
        }

        if (!double.IsFinite(top) || height <= 0)
        {
            return;
        }

        _drop = mix.DropOf(dragged, index, (y - top) / height);
        DropLine.Visibility = _drop.IsBetween ? Visibility.Visible : Visibility.Collapsed;
        DropFrame.Visibility = _drop.Kind == RowDropKind.Join ? Visibility.Visible : Visibility.Collapsed;
        double lineY = index == mix.Rows.Count || _drop.Index > index ? top + height : top;
        DropLine.Width = DropFrame.Width = width;
        DropFrame.Height = height;
        Canvas.SetTop(DropFrame, top);
        Canvas.SetTop(DropLine, Math.Clamp(lineY - 1.5, 0, Math.Max(0, Rows.ActualHeight - 3)));
    }

    // Tab came to the table while no row was chosen: this track's own is the nearest.
    private void OnKeyboardCame(object sender, KeyboardFocusChangedEventArgs e)
    {
        if (ReferenceEquals(e.NewFocus, Rows) && Mix is { Rows.Count: > 0, SelectedRow: null } mix)
        {
            mix.SelectedRow = mix.Rows.FirstOrDefault(row => row.IsThisTrack) ?? mix.Rows[0];
            GoTo(mix.SelectedRow);
        }

        HoldOrder(e.NewFocus is TextBoxBase or ComboBox);
    }

    private void OnKeyboardWent(object sender, KeyboardFocusChangedEventArgs e) => HoldOrder(false);

    // A row that is being typed in stays where it is, whatever the readings do.
    private void HoldOrder(bool isHeld)
    {
        if (!_isDragging && Mix is { } mix)
        {
            mix.IsOrderHeld = isHeld;
        }
    }

    private void OnRowKey(object sender, KeyEventArgs e)
    {
        Key key = e.Key == Key.System ? e.SystemKey : e.Key;
        if (e.OriginalSource is not ListBoxItem container || Mix is not { SelectedRow: { } row } mix)
        {
            return;
        }

        if (Keyboard.Modifiers == ModifierKeys.Alt && key is Key.Up or Key.Down)
        {
            mix.MoveRow(row, key == Key.Up ? -1 : 1);
            e.Handled = true;
        }
        else if (Keyboard.Modifiers == ModifierKeys.None && StepOf(key, container) is var step && step != 0)
        {
            mix.SelectedRow = mix.Rows[Math.Clamp(mix.Rows.IndexOf(row) + step, 0, mix.Rows.Count - 1)];
            e.Handled = true;
        }

        else if (Keyboard.Modifiers == ModifierKeys.None && row.IsVoice && (key is Key.Left or Key.Right) && row.IsOpen != (key == Key.Right))
        {
            mix.Open(row, key == Key.Right);
            e.Handled = true;
        }

        if (e.Handled)
        {
            GoTo(mix.SelectedRow);
        }
    }

    // Rows that a key goes on by.
    private int StepOf(Key key, ListBoxItem container)
    {
        int page = Math.Max(1, (int)(Rows.ActualHeight / Math.Max(1, container.ActualHeight)));
        return key switch
        {
            Key.Up => -1,
            Key.Down => 1,
            Key.PageUp => -page,
            Key.PageDown => page,
            Key.Home => -Rows.Items.Count,
            Key.End => Rows.Items.Count,
            _ => 0,
        };
    }

    private void GoTo(MixRowViewModel row)
    {
        Rows.ScrollIntoView(row);
        Rows.UpdateLayout();
        (Rows.ItemContainerGenerator.ContainerFromItem(row) as ListBoxItem)?.Focus();
    }
}
