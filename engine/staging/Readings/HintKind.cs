namespace FaderStager.Staging.Readings;

/// <summary>What a hint says of a track.</summary>
/// <remarks>[any] Stored in no state; named in the JSON report (camel case), so names are kept.</remarks>
public enum HintKind
{
    /// <summary>The track is the focal element and stays where it is.</summary>
    Focal = 0,

    /// <summary>No focal is flagged, so nothing can be said.</summary>
    NoFocal,

    /// <summary>Nothing was measured yet: the song has not reached it, or the host suspends it.</summary>
    NotHeard,

    /// <summary>It was measured and never passed the gate: silence.</summary>
    Silent,

    /// <summary>Taken out of the mix by the person.</summary>
    OutOfMix,

    /// <summary>The mix bus: it measures and gets no move.</summary>
    MixBus,

    /// <summary>Top-down: within tolerance of its target.</summary>
    InPlace,

    /// <summary>Top-down: louder than its place.</summary>
    TooLoud,

    /// <summary>Top-down: softer than its place.</summary>
    Buried,

    /// <summary>Top-down's first step: bring every fader to the uniform start.</summary>
    Start,

    /// <summary>Bottom-up: the fader is down and it is this track's turn.</summary>
    Next,

    /// <summary>Bottom-up: the fader is down and other tracks come first.</summary>
    Waiting,

    /// <summary>Bottom-up: the fader is up and within tolerance of its target.</summary>
    Placed,

    /// <summary>Bottom-up: the fader is up and off its target.</summary>
    Adjust,

    /// <summary>The fader cannot reach the place: trim the clip first.</summary>
    TrimFirst,
}
