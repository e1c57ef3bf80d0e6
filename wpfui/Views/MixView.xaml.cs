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
    private int _dropIndex;

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
        if (_pressed is null || Mix is not { CanReorder: true } mix || e.LeftButton != MouseButtonState.Pressed)
        {
            return;
        }

        Point at = e.GetPosition(Rows);
        if (!_isDragging && Math.Abs(at.Y - _pressedAt.Y) > 6)
        {
            _isDragging = mix.IsOrderHeld = Rows.CaptureMouse();
        }

        if (_isDragging)
        {
            ShowDrop(mix, at.Y);
            e.Handled = true;
        }
    }

    private void OnRowDropped(object sender, MouseButtonEventArgs e)
    {
        if (_isDragging && Mix is { } mix && _pressed is { } row)
        {
            int from = mix.Rows.IndexOf(row);
            mix.DropRow(row, _dropIndex > from ? _dropIndex - 1 : _dropIndex);
            e.Handled = true;
        }

        EndDrag();
    }

    private void OnCaptureLost(object sender, MouseEventArgs e)
    {
        if (_isDragging && !ReferenceEquals(Mouse.Captured, Rows))
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
            DropLine.Visibility = Visibility.Collapsed;
            Rows.ReleaseMouseCapture();
            if (Mix is { } mix)
            {
                mix.IsOrderHeld = false;
            }
        }
    }

    // The line between the two rows where the dragged one would come to stand.
    private void ShowDrop(MixViewModel mix, double y)
    {
        _dropIndex = mix.Rows.Count;
        double lineY = double.NaN;
        for (int i = 0; i < mix.Rows.Count; i++)
        {
            if (Rows.ItemContainerGenerator.ContainerFromIndex(i) is not ListBoxItem row)
            {
                continue;
            }

            double top = row.TranslatePoint(default, Rows).Y;
            lineY = top + row.ActualHeight;
            if (y < top + (row.ActualHeight / 2))
            {
                (_dropIndex, lineY) = (i, top);
                break;
            }
        }

        if (double.IsFinite(lineY))
        {
            DropLine.Width = Rows.ActualWidth;
            Canvas.SetTop(DropLine, Math.Clamp(lineY - 1.5, 0, Math.Max(0, Rows.ActualHeight - 3)));
            DropLine.Visibility = Visibility.Visible;
        }
    }

    private void OnRowKey(object sender, KeyEventArgs e)
    {
        Key key = e.Key == Key.System ? e.SystemKey : e.Key;
        if (e.OriginalSource is ListBoxItem && Keyboard.Modifiers == ModifierKeys.Alt && key is Key.Up or Key.Down && Mix is { SelectedRow: { } row } mix)
        {
            mix.MoveRow(row, key == Key.Up ? -1 : 1);
            Rows.ScrollIntoView(row);
            e.Handled = true;
        }
    }
}
