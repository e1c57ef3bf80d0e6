using FaderStager.Measuring;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Parameters;

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

    /// <summary>The trim in dB: a gain in front of everything else that the instance does.</summary>
    Trim = 12,

    /// <summary>Read-only: where a VU meter's needle stands behind the trim, in dB against 0 VU.</summary>
    Vu = 13,

    /// <summary>Read-only: whether samples were clipped before they came in.</summary>
    Clipped = 14,

    /// <summary>Read-only: the focal against the rest of the mix in LU; 0 where there is no figure.</summary>
    FocalAgainstRest = 15,

    /// <summary>Read-only: where that figure comes from; its number is a <see cref="Staging.Readings.RestSource"/>.</summary>
    RestSource = 16,

    /// <summary>Read-only: the fader position in dB that the hint suggests; <see cref="ParameterInfo.NoFaderDb"/> = none.</summary>
    SuggestedFader = 17,

    /// <summary>Momentary: moves the track's fader to where its hint says, and with it those of its voice.</summary>
    Apply = 18,

    /// <summary>Momentary: brings all faders of the mix to where its approach begins.</summary>
    AllFaders = 19,
}
