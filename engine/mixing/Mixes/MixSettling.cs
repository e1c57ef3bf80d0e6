using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Settles whatever was written to one track and concerns all: the focal flag, the approach, bottom-up's reference.</summary>
/// <remarks>Under the coordinator's lock. Writes may have come from any thread, automation on the audio thread included.</remarks>
internal static class MixSettling
{
    /// <summary>Settles it.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="tracks">Its tracks.</param>
    /// <param name="report">Is given each value that was changed here, for the track's host.</param>
    public static void Settle(Mix mix, IReadOnlyList<TrackInstance> tracks, Action<TrackInstance, ParameterId> report)
    {
        SettleFocal(tracks, report);
        SettleApproach(mix, tracks, report);
        SettleFocalReference(mix, tracks);
    }

    private static void SettleFocal(IReadOnlyList<TrackInstance> tracks, Action<TrackInstance, ParameterId> report)
    {
        TrackInstance? focal = tracks.Where(track => track.IsFocal).MaxBy(track => track.Parameters.Stamp(ParameterId.Focal));
        foreach (TrackInstance track in tracks)
        {
            if (!ReferenceEquals(track, focal) && track.Parameters.Set(ParameterId.Focal, 0))
            {
                report(track, ParameterId.Focal);
            }
        }
    }

    private static void SettleApproach(Mix mix, IReadOnlyList<TrackInstance> tracks, Action<TrackInstance, ParameterId> report)
    {
        TrackInstance? latest = tracks.MaxBy(track => track.Parameters.Stamp(ParameterId.Approach));
        if (latest is not null && latest.Parameters.Stamp(ParameterId.Approach) is long stamp && stamp > mix.ApproachStamp)
        {
            mix.ApproachStamp = stamp;
            ApproachKind asked = (ApproachKind)latest.Parameters[ParameterId.Approach];
            if (asked != mix.Settings.Approach)
            {
                mix.EditLocked(settings => settings with { Approach = asked });
            }
        }

        foreach (TrackInstance track in tracks)
        {
            if (track.Parameters.Set(ParameterId.Approach, (double)mix.Settings.Approach))
            {
                mix.ApproachStamp = Math.Max(mix.ApproachStamp, track.Parameters.Stamp(ParameterId.Approach));
                report(track, ParameterId.Approach);
            }
        }
    }

    /// <summary>Lets every track note where the focal's fader was when its own was last moved: bottom-up tells from it who has to follow.</summary>
    private static void SettleFocalReference(Mix mix, IReadOnlyList<TrackInstance> tracks)
    {
        TrackInstance? focal = tracks.FirstOrDefault(track => track.IsFocal);
        if (focal is null)
        {
            return;
        }

        bool isOther = mix.SettledFocal is { } before && before != focal.Id;
        mix.SettledFocal = focal.Id;
        foreach (TrackInstance track in tracks)
        {
            if (isOther)
            {
                track.ForgetFocalFader();
            }

            track.NoteFocalFader(focal.FaderDb);
        }
    }
}
