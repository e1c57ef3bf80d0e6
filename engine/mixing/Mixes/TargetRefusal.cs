namespace FaderStager.Mixing.Mixes;

/// <summary>Why a target was not set.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum TargetRefusal
{
    /// <summary>It was set.</summary>
    None = 0,

    /// <summary>There is no reading of the track against the focal, or it is the focal itself.</summary>
    NoReading,

    /// <summary>It lies further from the profile's place than a person's own offset goes: nothing was changed.</summary>
    BeyondRange,
}
