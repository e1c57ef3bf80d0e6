using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A state as a drawn shape, so that colour never is the only sign.</summary>
/// <remarks>[ui] It fills the smaller side of its room.</remarks>
internal sealed class Mark(Func<StateShape> shape, Func<SKColor> colour) : Element
{
    private StateShape _shape;
    private SKColor _colour;

    /// <inheritdoc/>
    protected override void Refresh()
    {
        Follow(ref _shape, shape());
        Follow(ref _colour, colour());
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter) => painter.Shape(_shape, Bounds.MidX, Bounds.MidY, Math.Min(Bounds.Width, Bounds.Height), _colour);
}
