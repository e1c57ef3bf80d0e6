namespace FaderStager.Mixing.Songs;

/// <summary>What a view wants to draw: one voice over a stretch of song.</summary>
/// <param name="TrackId">Any track of the voice.</param>
/// <param name="FromSeconds">Where the stretch starts; NaN = where the song does.</param>
/// <param name="ToSeconds">Where it ends; NaN = where the song does.</param>
/// <param name="Columns">Columns to draw, one a pixel; 1 to <see cref="MostColumns"/>.</param>
/// <remarks>[any] Immutable: keep it and ask with the same one again.</remarks>
public sealed record SongQuestion(Guid TrackId, double FromSeconds, double ToSeconds, int Columns)
{
    /// <summary>The most columns that are drawn: a wide screen's.</summary>
    public const int MostColumns = 4096;
}
