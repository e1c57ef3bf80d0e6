namespace FaderStager.Presentation.States;

/// <summary>The colour family that supports a state's shape and word.</summary>
/// <remarks>[any]</remarks>
public enum StateTone
{
    /// <summary>Grey: nothing known, waiting, out of the mix.</summary>
    Unknown = 0,

    /// <summary>Gold: the focal.</summary>
    Focal,

    /// <summary>Green-grey: in place.</summary>
    InPlace,

    /// <summary>Amber: too loud.</summary>
    TooLoud,

    /// <summary>Blue: buried.</summary>
    Buried,

    /// <summary>Accent: the next thing to do.</summary>
    Next,
}
