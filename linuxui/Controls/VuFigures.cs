using FaderStager.Presentation.Levels;

namespace FaderStager.LinuxUi.Controls;

/// <summary>What a <see cref="VuBar"/> shows, in dB against 0 VU; NaN = nothing to draw.</summary>
/// <param name="NeedleDb">The needle of the last 300 ms.</param>
/// <param name="MarkDb">The song's mark.</param>
/// <param name="GhostDb">Where the mark would stand behind the trim.</param>
/// <param name="PeakDb">Highest sample peak.</param>
/// <param name="IsClipped">Whether the track is clipped.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct VuFigures(double NeedleDb, double MarkDb, double GhostDb, double PeakDb, bool IsClipped)
{
    /// <summary>Those of a row.</summary>
    public static VuFigures Of(LevelRowViewModel row) => new(row.NeedleDb, row.MarkDb, row.GhostDb, row.PeakDb, row.IsClipped);
}
