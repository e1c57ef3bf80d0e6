using System.Collections.Immutable;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>One voice's lane as reports draw it.</summary>
/// <param name="Row">The voice.</param>
/// <param name="LowLu">The lowest point of each column in LU against the focal, faders counted; NaN = not both sound.</param>
/// <param name="HighLu">The highest.</param>
/// <remarks>[any] Immutable. The columns share the song's length evenly.</remarks>
public sealed record SongLane(SongRow Row, ImmutableArray<float> LowLu, ImmutableArray<float> HighLu);
