using System.Windows;
using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>This track, large: the scale, the fader with its ghost, the reading and the move.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class TrackView : UserControl
{
    private const double ScaleWidth = 106;
    private const double NarrowScaleWidth = 92;

    public TrackView() => InitializeComponent();

    /// <inheritdoc/>
    protected override void OnPropertyChanged(DependencyPropertyChangedEventArgs e)
    {
        base.OnPropertyChanged(e);
        if (e.Property == EditorLayout.IsNarrowProperty && ScaleColumn is not null)
        {
            ScaleColumn.Width = new GridLength((bool)e.NewValue ? NarrowScaleWidth : ScaleWidth);
        }
    }
}
