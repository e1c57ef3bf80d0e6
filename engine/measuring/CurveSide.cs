namespace FaderStager.Measuring;

/// <summary>One side of a curve: a track, or several as one, over the whole song, and over the part that counts where not all does.</summary>
/// <param name="Song">The whole song, up to date.</param>
/// <param name="Part">The part that counts, up to date, whose own gates say what sounds in it; null = the whole song counts.</param>
/// <remarks>[worker]</remarks>
public readonly record struct CurveSide(TrackAnalysis Song, TrackAnalysis? Part);
