using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Learning;

/// <summary>What songs say about a role, or about one voice of it, and how sure that is.</summary>
/// <param name="Role">The role.</param>
/// <param name="Voice">The voice's name, or null for all voices of the role.</param>
/// <param name="OffsetLu">Median against the focal in LU.</param>
/// <param name="SpreadLu">
/// Half the width of the middle half of the songs in LU; with fewer than <see cref="FewSongs"/> songs the largest distance from the
/// median; NaN where one song is all there is.
/// </param>
/// <param name="Songs">In how many songs it was heard, 1 or more.</param>
/// <remarks>[any] Immutable.</remarks>
public sealed record LearnedFigure(Role Role, string? Voice, double OffsetLu, double SpreadLu, int Songs)
{
    /// <summary>With fewer songs than this the middle half of them says little. Rule of thumb.</summary>
    public const int FewSongs = 5;

    /// <summary>Songs that spread wider than this, in LU, do not agree. Rule of thumb: the tolerance of a stem that stands alone.</summary>
    public const double WideSpreadLu = 3;

    /// <summary>How sure the number is, in a few words for a person: "one song alone", "few songs", "sure", "songs differ".</summary>
    public string Sureness => this switch
    {
        { Songs: 1 } => "one song alone",
        { Songs: < FewSongs, SpreadLu: > WideSpreadLu } => "few songs, and they differ",
        { Songs: < FewSongs } => "few songs",
        { SpreadLu: > WideSpreadLu } => "songs differ",
        _ => "sure",
    };
}
