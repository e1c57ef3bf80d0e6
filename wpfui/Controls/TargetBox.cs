using FaderStager.Presentation.Mixes;

namespace FaderStager.WpfUi.Controls;

/// <summary>Takes a target in LU. Arrow keys move it by 0.5 LU, with Shift by 0.1 LU.</summary>
/// <remarks>[ui] Its data context is the row.</remarks>
internal sealed class TargetBox : EntryBox
{
    protected override bool HasSteps => true;

    protected override void Take(string typed) => (DataContext as MixRowViewModel)?.TypeTarget(typed);

    protected override bool Nudge(double step)
    {
        (DataContext as MixRowViewModel)?.SetTarget(((MixRowViewModel)DataContext).TargetLu + step);
        return DataContext is MixRowViewModel;
    }
}
