using FaderStager.LinuxUi.Drawing;
using FaderStager.Presentation.Levels;
using FaderStager.Presentation.States;
using SkiaSharp;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A VU meter laid flat in a row of the Levels view: bar to the song's mark, needle of the last 300 ms, ghost behind the trim, peak.</summary>
/// <remarks>[ui] The line of 0 VU runs through all rows. The peak is a hollow square, filled and orange where the track is clipped.</remarks>
internal sealed class VuBar(Func<VuFigures> figures) : Element
{
    private const double TickDb = 10;

    private VuFigures _shown;

    /// <inheritdoc/>
    protected override void Refresh() => Follow(ref _shown, figures());

    /// <inheritdoc/>
    protected override void Paint(Painter painter)
    {
        float middle = MathF.Round(Bounds.MidY);
        for (double db = LevelsViewModel.LowestDb; db <= LevelsViewModel.HighestDb; db += TickDb)
        {
            float x = MathF.Round(At(db)) + 0.5f;
            painter.Line(x, Bounds.Top, x, Bounds.Bottom, db == 0 ? Palette.Focal : Palette.Line, 1);
        }

        if (double.IsFinite(_shown.MarkDb))
        {
            painter.Fill(new SKRect(At(LevelsViewModel.LowestDb), middle - 3, At(_shown.MarkDb), middle + 3), Palette.InPlace);
        }

        if (double.IsFinite(_shown.GhostDb))
        {
            painter.Frame(new SKRect(At(_shown.GhostDb) - 3, middle - 8, At(_shown.GhostDb) + 3, middle + 8), 0, Palette.Next, 1.5f);
        }

        if (double.IsFinite(_shown.PeakDb))
        {
            SKRect square = new(At(_shown.PeakDb) - 3.5f, middle - 3.5f, At(_shown.PeakDb) + 3.5f, middle + 3.5f);
            if (_shown.IsClipped)
            {
                painter.Fill(square, Palette.Of(StateTone.TooLoud));
            }
            else
            {
                painter.Frame(square, 0, Palette.Quiet, 1.5f);
            }
        }

        if (double.IsFinite(_shown.NeedleDb))
        {
            painter.Line(At(_shown.NeedleDb), middle - 9, At(_shown.NeedleDb), middle + 9, Palette.Text, 1.5f);
        }
    }

    private float At(double db)
    {
        double share = (Math.Clamp(db, LevelsViewModel.LowestDb, LevelsViewModel.HighestDb) - LevelsViewModel.LowestDb) / (LevelsViewModel.HighestDb - LevelsViewModel.LowestDb);
        return Bounds.Left + LevelBar.Side + (float)(share * (Bounds.Width - (2 * LevelBar.Side)));
    }
}
