using FaderStager.Presentation.States;
using FaderStager.Presentation.Tracks;

namespace FaderStager.LinuxUi.Controls;

/// <summary>A track's marks in LU around the focal, as the large scale and the bar of a row show them.</summary>
/// <param name="LowLu">LU at the lower end of the scale.</param>
/// <param name="HighLu">LU at the upper end.</param>
/// <param name="MarkLu">The song's reading; NaN = none, as in all that follow.</param>
/// <param name="NeedleLu">The live reading.</param>
/// <param name="TargetLu">The target.</param>
/// <param name="ZoneLowLu">Lower edge of the target zone.</param>
/// <param name="ZoneHighLu">Upper edge of the target zone.</param>
/// <param name="GhostLu">Where the suggestion would bring the reading.</param>
/// <param name="Tone">The colour family of the state.</param>
/// <param name="IsFocal">Whether the track is the focal.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct LuFigures(
    double LowLu,
    double HighLu,
    double MarkLu,
    double NeedleLu,
    double TargetLu,
    double ZoneLowLu,
    double ZoneHighLu,
    double GhostLu,
    StateTone Tone,
    bool IsFocal)
{
    /// <summary>Those of a track on a common scale.</summary>
    public static LuFigures Of(TrackFiguresViewModel track, double lowLu, double highLu) => new(
        lowLu, highLu, track.SongMarkLu, track.NeedleLu, track.TargetLu, track.ZoneLowLu, track.ZoneHighLu, track.GhostLu, track.Tone, track.IsFocal);
}
