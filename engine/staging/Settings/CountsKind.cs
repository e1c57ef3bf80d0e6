namespace FaderStager.Staging.Settings;

/// <summary>What of the song counts in readings, hints and headline.</summary>
/// <remarks>[any] Stored in projects by name: append only.</remarks>
public enum CountsKind
{
    /// <summary>All that was heard.</summary>
    WholeSong = 0,

    /// <summary>The densest 30 s of the mix, found by itself.</summary>
    LoudestPart = 1,

    /// <summary>The part that the host loops now; the whole song while none loops.</summary>
    Loop = 2,

    /// <summary>A part that a person chose.</summary>
    ChosenPart = 3,
}
