namespace FaderStager.Staging.Readings;

/// <summary>Where the figure of the focal against the rest comes from, or why there is none.</summary>
/// <remarks>[any] Told to hosts as a number: append, never reorder.</remarks>
public enum RestSource
{
    /// <summary>Focal or rest were not heard yet.</summary>
    NotHeard = 0,

    /// <summary>No focal is flagged.</summary>
    NoFocal = 1,

    /// <summary>The focal's fader and all others are down.</summary>
    FadersDown = 2,

    /// <summary>The focal's fader is down.</summary>
    FocalDown = 3,

    /// <summary>All faders but the focal's are down.</summary>
    OthersDown = 4,

    /// <summary>The sum of the tracks: no bus has heard enough since the last fader move.</summary>
    Estimated = 5,

    /// <summary>An instance on the mix bus, since the last fader move.</summary>
    Measured = 6,
}
