using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Settles whatever was written to one track and concerns all: the focal flag, the approach, bottom-up's reference.</summary>
/// <remarks>Under the coordinator's lock. Writes may have come from any thread, automation on the audio thread included. Allocates nothing when nothing is to be settled.</remarks>
internal sealed class MixSettling
{
    private readonly FocalSuccession _succession = new();
    private Guid? _settledFocal;
    private long _approachStamp;

    /// <summary>Who the focal flag goes to when the focal leaves or an undo takes it away.</summary>
    public FocalSuccession Succession => _succession;

    /// <summary>Forgets what was settled: the next project starts afresh.</summary>
    public void Clear()
    {
        (_settledFocal, _approachStamp) = (null, 0);
        _succession.Clear();
    }

    /// <summary>A track has just taken the mix's approach over, so its own stamp is no wish.</summary>
    public void NoteApproach(TrackMember track) =>
        _approachStamp = Math.Max(_approachStamp, track.Parameters.Stamp(ParameterId.Approach));

    /// <summary>Clears every focal flag but the one set last; where the focal has gone for good, its copy becomes focal.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="members">They and those who are away for a while.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>The focal, or null.</returns>
    public TrackMember? SettleFocal(IReadOnlyList<TrackMember> tracks, List<Membership> members, HostReports reports)
    {
        TrackMember? focal = null;
        for (int i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].IsFocal && (focal is null || _succession.Compare(tracks[i], focal) > 0))
            {
                focal = tracks[i];
            }
        }

        focal ??= _succession.PassOn(tracks, members, reports);

        for (int i = 0; i < tracks.Count; i++)
        {
            if (!ReferenceEquals(tracks[i], focal) && tracks[i].Parameters.Set(ParameterId.Focal, 0))
            {
                reports.AddEdit(tracks[i], ParameterId.Focal);
            }
        }

        _succession.Note(focal, tracks);
        return focal;
    }

    /// <summary>The approach that was asked for last, and every track told of it.</summary>
    /// <param name="present">The mix's approach.</param>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>The approach from now on.</returns>
    public ApproachKind SettleApproach(ApproachKind present, IReadOnlyList<TrackMember> tracks, HostReports reports)
    {
        ApproachKind approach = present;
        for (int i = 0; i < tracks.Count; i++)
        {
            long stamp = tracks[i].Parameters.Stamp(ParameterId.Approach);
            if (stamp > _approachStamp)
            {
                _approachStamp = stamp;
                approach = (ApproachKind)tracks[i].Parameters[ParameterId.Approach];
            }
        }

        for (int i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].Parameters.Set(ParameterId.Approach, (double)approach))
            {
                NoteApproach(tracks[i]);
                reports.AddEdit(tracks[i], ParameterId.Approach);
            }
        }

        return approach;
    }

    /// <summary>Lets every track note where the focal's fader was when its own was last moved: bottom-up tells from it who has to follow.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="focal">The focal, or null.</param>
    public void SettleFocalReference(IReadOnlyList<TrackMember> tracks, TrackMember? focal)
    {
        if (focal is null)
        {
            return;
        }

        bool isOther = _settledFocal is { } before && before != focal.Id;
        bool isFlagged = _settledFocal != focal.Id && !focal.Origin.IsFocalFromState;
        _settledFocal = focal.Id;
        for (int i = 0; i < tracks.Count; i++)
        {
            if (isOther)
            {
                tracks[i].Edits.ForgetFocalFader();
            }

            if (!double.IsNaN(focal.FaderDb))
            {
                tracks[i].Edits.NoteFocalFader(focal.FaderDb, isFlagged);
            }
        }
    }
}
