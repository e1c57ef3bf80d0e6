namespace FaderStager.Staging.Levels;

/// <summary>What a track's level into its plug-ins is judged by.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum MaterialKind
{
    /// <summary>Not known: nothing was heard.</summary>
    Unknown = 0,

    /// <summary>It holds its notes: its RMS goes to the working level.</summary>
    Sustained,

    /// <summary>Hits: its peaks go to their own level, for a VU meter is too slow for them.</summary>
    Percussive,
}
