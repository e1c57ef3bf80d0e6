namespace FaderStager.Staging.Voices;

/// <summary>Whether a track holds the sum of other tracks of the mix.</summary>
/// <remarks>[any]</remarks>
public enum SumKind
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>Its energy is theirs: it measures them, and counts in no sum.</summary>
    Bus,

    /// <summary>It runs as they do at another level: a parallel bus, left to the ear.</summary>
    Parallel,
}
