namespace FaderStager.Mixing.Faders;

/// <summary>The two pictures of a mix's faders that a person can hold against each other.</summary>
/// <remarks>[any]</remarks>
public enum FaderPictureSlot
{
    /// <summary>Picture A, the one a mix starts with.</summary>
    A = 0,

    /// <summary>Picture B.</summary>
    B = 1,
}
