namespace FaderStager.Staging.Levels;

/// <summary>Where a trim is best made.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum TrimPlace
{
    /// <summary>Nowhere: nothing is to be trimmed.</summary>
    None = 0,

    /// <summary>At the clip or item: its gain stands in front of every plug-in.</summary>
    ClipGain,

    /// <summary>At the input gain of the DAW's channel.</summary>
    InputGain,

    /// <summary>By FaderStager's own trim, where it is inserted first.</summary>
    OwnTrim,
}
