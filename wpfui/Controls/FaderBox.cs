using FaderStager.Presentation.Tracks;

namespace FaderStager.WpfUi.Controls;

/// <summary>Takes a fader position: "-7.5", "down". Arrow keys move the fader by 0.5 dB, with Shift by 0.1 dB.</summary>
/// <remarks>[ui] Its data context is the track.</remarks>
internal sealed class FaderBox : EntryBox
{
    protected override bool HasSteps => true;

    protected override void Take(string typed) => (DataContext as TrackFiguresViewModel)?.TypeFader(typed);

    protected override bool Nudge(double step)
    {
        (DataContext as TrackFiguresViewModel)?.NudgeFader(step);
        return DataContext is TrackFiguresViewModel;
    }
}
