namespace FaderStager.Staging.Songs;

/// <summary>A stretch of the song in which a voice leaves its place although its fader is right for what counts: ride it there.</summary>
/// <param name="TrackId">The voice's leading track.</param>
/// <param name="Track">That track's name.</param>
/// <param name="Voice">The voice's name.</param>
/// <param name="FromSeconds">Where it starts, in seconds of song.</param>
/// <param name="ToSeconds">Where it ends.</param>
/// <param name="OverLu">How far above its place the voice stands there, in LU; below 0 = under it. The ride is as much the other way.</param>
/// <param name="ToleranceLu">The tolerance that it leaves, in LU.</param>
/// <param name="Hurt">How much it hurts: LU beyond the tolerance x seconds x loudness. The largest comes first.</param>
/// <param name="Section">The label of the section in which most of it lies; empty where there is none.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record Ride(
    Guid TrackId,
    string Track,
    string Voice,
    double FromSeconds,
    double ToSeconds,
    double OverLu,
    double ToleranceLu,
    double Hurt,
    string Section);
