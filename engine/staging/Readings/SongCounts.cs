using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Readings;

/// <summary>What of the song counts, as it was found.</summary>
/// <param name="Kind">What was asked for.</param>
/// <param name="FromSeconds">Where the part starts, in seconds of song; means nothing where <see cref="IsWhole"/>.</param>
/// <param name="ToSeconds">Where it ends.</param>
/// <remarks>[any] The default is the whole song.</remarks>
public readonly record struct SongCounts(CountsKind Kind, double FromSeconds, double ToSeconds)
{
    /// <summary>Whether all that was heard counts: asked for, or because there is no such part.</summary>
    public bool IsWhole => !(FromSeconds < ToSeconds);
}
