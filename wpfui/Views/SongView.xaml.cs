using System.ComponentModel;
using System.Windows;
using System.Windows.Controls;
using FaderStager.Presentation.Songs;

namespace FaderStager.WpfUi.Views;

/// <summary>The song lane with its heading; folded away it is one line.</summary>
internal sealed partial class SongView : UserControl
{
    /// <summary>Makes the view.</summary>
    public SongView()
    {
        InitializeComponent();
        DataContextChanged += (_, e) =>
        {
            if (e.OldValue is SongLaneViewModel before)
            {
                before.PropertyChanged -= OnLaneChanged;
            }

            if (e.NewValue is SongLaneViewModel lane)
            {
                lane.PropertyChanged += OnLaneChanged;
                Fold(lane);
            }
        };
    }

    /// <inheritdoc/>
    protected override void OnPropertyChanged(DependencyPropertyChangedEventArgs e)
    {
        base.OnPropertyChanged(e);

        // The smallest window has no room for it.
        if (e.Property == EditorLayout.IsLowProperty)
        {
            Visibility = EditorLayout.GetIsLow(this) ? Visibility.Collapsed : Visibility.Visible;
        }
    }

    private void OnLaneChanged(object? sender, PropertyChangedEventArgs e)
    {
        if (e.PropertyName == nameof(SongLaneViewModel.IsOpen))
        {
            Fold((SongLaneViewModel)sender!);
        }
    }

    private void Fold(SongLaneViewModel lane) => Body.Visibility = lane.IsOpen ? Visibility.Visible : Visibility.Collapsed;
}
