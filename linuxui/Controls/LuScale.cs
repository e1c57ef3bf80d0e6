using System.Globalization;
using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The heart of the editor: an upright scale in LU around the focal, with target zone, song mark, live needle and ghost.</summary>
/// <remarks>
/// [ui] The focal line is gold and carries a star. The zone is a band between two edges. The song mark is a wide pointer in the colour
/// of the state, the needle a thin line across, the ghost a hollow pointer where the suggestion leads, with an arrow to it.
/// </remarks>
internal sealed class LuScale(Func<LuFigures> figures) : Element
{
    private const float LabelWidth = 30;
    private const float MarginTop = 12;
    private const float PointerWidth = 26;

    private static readonly SKPath Pointer = Shapes.Outline("M1,0 L9,-10 26,-10 26,10 9,10 Z");
    private static readonly SKPath HeadDown = Shapes.Outline("M-7,-10 L7,-10 0,0 Z");
    private static readonly SKPath HeadUp = Shapes.Outline("M-7,10 L7,10 0,0 Z");

    private LuFigures _shown;

    /// <summary>What stands beside a mark of the scale: "−6", "+12".</summary>
    internal static string LabelOf(double lu)
    {
        int whole = (int)Math.Round(lu);
        return Labels[Math.Clamp(whole + WidestLu, 0, Labels.Length - 1)];
    }

    private const int WidestLu = 60;

    private static readonly string[] Labels =
    [
        .. Enumerable.Range(-WidestLu, (2 * WidestLu) + 1).Select(lu => (lu < 0 ? "−" : "+") + Math.Abs(lu).ToString(CultureInfo.InvariantCulture)),
    ];

    /// <inheritdoc/>
    protected override void Refresh() => Follow(ref _shown, figures());

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        LuAxis axis = new(_shown.LowLu, _shown.HighLu, Bounds.Bottom - MarginTop, Bounds.Top + MarginTop);
        float left = Bounds.Left + LabelWidth;
        float right = Bounds.Right - PointerWidth - 4;
        if (!axis.IsUsable || right - left < 10 || Bounds.Height < 4 * MarginTop)
        {
            return;
        }

        painter.Fill(new SKRect(left, (float)axis.End, right, (float)axis.Start), Palette.Groove);
        DrawZone(painter, axis, left, right);
        DrawMarks(painter, axis, left, right);
        DrawNeedle(painter, axis, left, right);
        DrawMove(painter, axis, left, right);
        DrawPointer(painter, axis, left, right);
    }

    private static void DrawMarks(Painter painter, LuAxis axis, float left, float right)
    {
        foreach (double lu in axis.Marks(3))
        {
            float y = (float)axis.At(lu);
            bool isMajor = Math.Abs(lu % 6) < 0.5;
            if (Math.Abs(lu) < 0.5)
            {
                painter.Fill(new SKRect(left - 3, y - 1, right, y + 1), Palette.Focal);
                painter.Shape(StateShape.Star, left - 15, y, 16, Palette.Focal);
                continue;
            }

            y = Snap(y);
            painter.Line(left, y, isMajor ? right : left + 8, y, isMajor ? Palette.Edge : Palette.Line, 1);
            if (isMajor)
            {
                string label = LabelOf(lu);
                painter.Text(label, left - 6 - Letters.Width(label, Lettering.Text), MathF.Round(y + 4.5f), Lettering.Text, Palette.Quiet);
            }
        }
    }

    private void DrawZone(Painter painter, LuAxis axis, float left, float right)
    {
        if (!double.IsFinite(_shown.ZoneLowLu) || !double.IsFinite(_shown.ZoneHighLu))
        {
            return;
        }

        float top = (float)axis.At(_shown.ZoneHighLu);
        float bottom = (float)axis.At(_shown.ZoneLowLu);
        float target = Snap((float)axis.At(_shown.TargetLu));
        painter.Fill(new SKRect(left, top, right, bottom), Palette.Zone);
        painter.Line(left, Snap(top), right, Snap(top), Palette.ZoneEdge, 1.5f);
        painter.Line(left, Snap(bottom), right, Snap(bottom), Palette.ZoneEdge, 1.5f);
        painter.Line(left, target, right, target, Palette.ZoneEdge, 1, isDashed: true);
    }

    private void DrawNeedle(Painter painter, LuAxis axis, float left, float right)
    {
        if (double.IsFinite(_shown.NeedleLu) && !_shown.IsFocal)
        {
            float y = (float)axis.At(_shown.NeedleLu);
            painter.Line(left, y, right, y, Palette.Text, 2);
            painter.Circle(left, y, 3.5f, Palette.Text);
        }
    }

    // The hollow pointer, and the arrow that leads to it.
    private void DrawMove(Painter painter, LuAxis axis, float left, float right)
    {
        if (!double.IsFinite(_shown.GhostLu))
        {
            return;
        }

        SKColor colour = Palette.Of(_shown.Tone);
        float ghost = (float)axis.At(_shown.GhostLu);
        painter.Path(Pointer, right, ghost, colour, 1.5f);
        if (!double.IsFinite(_shown.MarkLu))
        {
            return;
        }

        float mark = (float)axis.At(_shown.MarkLu);
        float x = MathF.Round(left + ((right - left) / 2));
        if (Math.Abs(ghost - mark) > 14)
        {
            bool isDown = ghost > mark;
            painter.Fill(isDown ? new SKRect(x - 2, mark, x + 2, ghost - 8) : new SKRect(x - 2, ghost + 8, x + 2, mark), colour);
            painter.Path(isDown ? HeadDown : HeadUp, x, ghost, colour);
        }
    }

    private void DrawPointer(Painter painter, LuAxis axis, float left, float right)
    {
        if (!double.IsFinite(_shown.MarkLu))
        {
            return;
        }

        float y = (float)axis.At(_shown.MarkLu);
        SKColor colour = _shown.IsFocal ? Palette.Focal : Palette.Of(_shown.Tone);
        painter.Fill(new SKRect(left, y - 2, right, y + 2), colour);
        painter.Path(Pointer, right, y, colour);
        if (_shown.IsFocal)
        {
            painter.Shape(StateShape.Star, right + 15, y, 12, Palette.OnAccent);
        }
        else if (!axis.Holds(_shown.MarkLu))
        {
            painter.Shape(_shown.MarkLu > _shown.HighLu ? StateShape.ArrowUp : StateShape.ArrowDown, right + 15, y, 12, Palette.OnAccent);
        }
    }

    private static float Snap(float position) => MathF.Floor(position) + 0.5f;
}
