using System.Windows.Controls;

namespace FaderStager.WpfUi.Views;

/// <summary>This track, large: the scale, the fader with its ghost, the reading and the move.</summary>
/// <remarks>[ui]</remarks>
internal sealed partial class TrackView : UserControl
{
    public TrackView() => InitializeComponent();
}
