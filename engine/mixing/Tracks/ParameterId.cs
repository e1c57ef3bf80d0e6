using FaderStager.Measuring;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Tracks;

/// <summary>The parameters of a track. Hosts store and automate these numbers: append, never reorder.</summary>
/// <remarks>[any]</remarks>
public enum ParameterId
{
    /// <summary>The staging fader in dB.</summary>
    Fader = 0,

    /// <summary>Whether the track is the focal element.</summary>
    Focal = 1,

    /// <summary>The mix's approach.</summary>
    Approach = 2,

    /// <summary>The track's role.</summary>
    Role = 3,

    /// <summary>The mix group.</summary>
    MixGroup = 4,

    /// <summary>Where the fader is.</summary>
    FaderPlace = 5,

    /// <summary>The person's own offset on the target in LU.</summary>
    TargetOffset = 6,

    /// <summary>Whether the track counts in the mix.</summary>
    InMix = 7,

    /// <summary>Bypass: the plug-in fader stops, measuring goes on.</summary>
    Bypass = 8,

    /// <summary>Read-only: loudness against the focal in LU.</summary>
    RelativeLoudness = 9,

    /// <summary>Read-only: suggested move in dB.</summary>
    SuggestedMove = 10,

    /// <summary>Read-only: the hint as a word; its number is a <see cref="Staging.Readings.HintKind"/>.</summary>
    HintWord = 11,
}
