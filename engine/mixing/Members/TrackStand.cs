using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Members;

/// <summary>How a track stood before a person's command: all that taking the command back restores.</summary>
/// <param name="Id">The track.</param>
/// <param name="Place">The fader's place that was asked for.</param>
/// <param name="AimDb">Where the staging wanted the fader, in dB; NaN = not known.</param>
/// <param name="HostDb">Where the host's own fader was, in dB; NaN = not known.</param>
/// <param name="FaderIsHandSet">Whether a person's hand had set the fader last.</param>
/// <param name="FocalReferenceFaderDb">Where the focal's fader was when this one was last moved, in dB.</param>
/// <param name="TargetOffsetLu">The person's own offset on the target in LU.</param>
/// <param name="KeptAgainst">The focal that the offset was kept against, or null.</param>
/// <remarks>[any] Immutable.</remarks>
internal sealed record TrackStand(
    Guid Id,
    FaderPlace Place,
    double AimDb,
    double HostDb,
    bool FaderIsHandSet,
    double FocalReferenceFaderDb,
    double TargetOffsetLu,
    KeptFocal? KeptAgainst)
{
    /// <summary>The trim in dB.</summary>
    public double TrimDb { get; init; }
}
