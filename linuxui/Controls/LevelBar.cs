using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Looks;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>The scale laid flat in a row of the table: the bar between target and reading is what is wrong, so the longest is the worst.</summary>
/// <remarks>[ui] The focal line runs through all rows at the same place.</remarks>
internal sealed class LevelBar(Func<LuFigures> figures, Func<bool> previews) : Element
{
    /// <summary>Room on either side, for marks at the ends.</summary>
    internal const float Side = 6;

    private static readonly SKPath PointsRight = Shapes.Outline("M6,0 L-4,-9 -4,9 Z");
    private static readonly SKPath PointsLeft = Shapes.Outline("M-6,0 L4,-9 4,9 Z");

    private LuFigures _shown;
    private bool _previews;

    /// <inheritdoc/>
    protected override void Refresh()
    {
        Follow(ref _shown, figures());
        Follow(ref _previews, previews());
    }

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        LuAxis axis = new(_shown.LowLu, _shown.HighLu, Bounds.Left + Side, Bounds.Right - Side);
        if (!axis.IsUsable || Bounds.Width < 6 * Side)
        {
            return;
        }

        float middle = MathF.Round(Bounds.MidY);
        foreach (double lu in axis.Marks(6))
        {
            float x = Snap((float)axis.At(lu));
            painter.Line(x, Bounds.Top, x, Bounds.Bottom, Math.Abs(lu) < 0.5 ? Palette.Focal : Palette.Line, 1);
        }

        DrawZone(painter, axis, middle);
        DrawBar(painter, axis, middle);
        if (_previews && double.IsFinite(_shown.GhostLu))
        {
            float ghost = (float)axis.At(_shown.GhostLu);
            painter.Frame(new SKRect(ghost - 3.75f, middle - 9.75f, ghost + 3.75f, middle + 9.75f), 0, Palette.Of(_shown.Tone), 1.5f);
        }
    }

    private void DrawZone(Painter painter, LuAxis axis, float middle)
    {
        if (!double.IsFinite(_shown.ZoneLowLu) || !double.IsFinite(_shown.ZoneHighLu))
        {
            return;
        }

        float low = Snap((float)axis.At(_shown.ZoneLowLu));
        float high = Snap((float)axis.At(_shown.ZoneHighLu));
        painter.Fill(new SKRect(low, middle - 8, high, middle + 8), Palette.Zone);
        Bracket(painter, low, 4, middle);
        Bracket(painter, high, -4, middle);
    }

    private static void Bracket(Painter painter, float x, float inwards, float middle)
    {
        painter.Line(x, middle - 8, x, middle + 8, Palette.ZoneEdge, 1);
        painter.Line(x, middle - 7.5f, x + inwards, middle - 7.5f, Palette.ZoneEdge, 1);
        painter.Line(x, middle + 7.5f, x + inwards, middle + 7.5f, Palette.ZoneEdge, 1);
    }

    private void DrawBar(Painter painter, LuAxis axis, float middle)
    {
        if (!double.IsFinite(_shown.MarkLu))
        {
            return;
        }

        float mark = (float)axis.At(_shown.MarkLu);
        if (_shown.IsFocal)
        {
            painter.Shape(StateShape.Star, mark, middle, 15, Palette.Focal);
            return;
        }

        SKColor colour = Palette.Of(_shown.Tone);
        if (double.IsFinite(_shown.TargetLu))
        {
            float target = (float)axis.At(_shown.TargetLu);
            painter.Fill(new SKRect(Math.Min(mark, target), middle - 3, Math.Max(mark, target), middle + 3), colour);
        }

        if (double.IsFinite(_shown.NeedleLu))
        {
            float needle = (float)axis.At(_shown.NeedleLu);
            painter.Line(needle, middle - 6, needle, middle + 6, Palette.Text, 1.5f);
        }

        if (axis.Holds(_shown.MarkLu))
        {
            painter.Fill(new SKRect(mark - 2, middle - 10, mark + 2, middle + 10), colour);
        }
        else
        {
            // A reading that lies outside sticks to the end, its arrow pointing on.
            painter.Path(_shown.MarkLu > _shown.HighLu ? PointsRight : PointsLeft, mark, middle, colour);
        }
    }

    private static float Snap(float position) => MathF.Floor(position) + 0.5f;
}
