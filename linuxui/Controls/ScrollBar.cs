using FaderStager.LinuxUi.Drawing;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>Shows which part of a long thing is in view, and is dragged to another.</summary>
/// <remarks>[ui]</remarks>
internal sealed class ScrollBar(Func<float> content, Func<float> view, Func<float> get, Action<float> set) : Element
{
    /// <summary>Its width.</summary>
    public const float Thickness = 12;

    private const float LeastThumb = 24;

    private (float Content, float View, float At) _shown;
    private float _grab;

    /// <inheritdoc/>
    public override bool ReactsToMouse => true;

    private float Spare => Math.Max(0, _shown.Content - _shown.View);

    private float Thumb => Math.Clamp(Bounds.Height * _shown.View / Math.Max(1, _shown.Content), LeastThumb, Math.Max(LeastThumb, Bounds.Height));

    private float ThumbTop => Bounds.Top + (Spare > 0 ? _shown.At / Spare * (Bounds.Height - Thumb) : 0);

    /// <inheritdoc/>
    public override bool OnPress(Pointer at)
    {
        float top = ThumbTop;
        _grab = at.Y >= top && at.Y <= top + Thumb ? at.Y - top : Thumb / 2;
        OnDrag(at);
        return true;
    }

    /// <inheritdoc/>
    public override void OnDrag(Pointer at) =>
        set(Math.Clamp((at.Y - _grab - Bounds.Top) / Math.Max(1, Bounds.Height - Thumb), 0, 1) * Spare);

    /// <inheritdoc/>
    protected override void Refresh() => Follow(ref _shown, (content(), view(), get()));

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        if (Spare > 0)
        {
            float top = ThumbTop;
            painter.FillRound(new SKRect(Bounds.Left + 2, top + 2, Bounds.Right - 2, top + Thumb - 2), 4, IsHovered || IsPressed ? Palette.Faint : Palette.Edge);
        }
    }
}
