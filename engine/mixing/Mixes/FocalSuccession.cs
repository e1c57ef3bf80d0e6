using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;

namespace FaderStager.Mixing.Mixes;

/// <summary>Keeps a mix from losing its focal in silence: a copy stands in for a focal that left, an undo gives the flag back, and the name is kept of one that nobody stands in for.</summary>
/// <remarks>Under the coordinator's lock. Allocates nothing when nothing is to be done.</remarks>
internal sealed class FocalSuccession
{
    private Guid _focal;
    private Guid _before;
    private Guid _heir;
    private Guid _heirOf;
    private string? _name;

    /// <summary>Name of the focal that has left and that nobody stands in for; else null.</summary>
    public string? NameOfLeft { get; private set; }

    /// <summary>Forgets who was focal.</summary>
    public void Clear()
    {
        (_focal, _before, _heir, _heirOf) = (Guid.Empty, Guid.Empty, Guid.Empty, Guid.Empty);
        (_name, NameOfLeft) = (null, null);
    }

    /// <summary>Which of two tracks with the flag has the better claim: the original before the copy that stands in for it, else the one flagged last.</summary>
    /// <param name="one">A track.</param>
    /// <param name="other">Another one.</param>
    /// <returns>Above 0 = the first one.</returns>
    public int Compare(TrackMember one, TrackMember other) =>
        StandsInFor(other, one.Id) ? 1
        : StandsInFor(one, other.Id) ? -1
        : one.Parameters.Stamp(ParameterId.Focal).CompareTo(other.Parameters.Stamp(ParameterId.Focal));

    /// <summary>Whether a track is focal only because the one of that identity has left.</summary>
    /// <param name="track">The track.</param>
    /// <param name="original">The identity.</param>
    public bool StandsInFor(TrackMember track, Guid original) => _heirOf != Guid.Empty && track.Id == _heir && original == _heirOf;

    /// <summary>No track is focal: where the one that was has gone, its copy becomes focal.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="members">They and those who are away for a while.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>The copy, or null.</returns>
    public TrackMember? PassOn(IReadOnlyList<TrackMember> tracks, List<Membership> members, HostReports reports)
    {
        if (_focal == Guid.Empty || HasMember(members, _focal))
        {
            return null;
        }

        for (int i = 0; i < tracks.Count; i++)
        {
            TrackOrigin origin = tracks[i].Origin;
            if (origin.IsCopyOfFocal && (origin.CopyOf == _focal || (_heir == _focal && origin.CopyOf == _heirOf)))
            {
                _heirOf = origin.CopyOf;
                _heir = tracks[i].Id;
                tracks[i].Parameters.Set(ParameterId.Focal, 1);
                reports.AddEdit(tracks[i], ParameterId.Focal);
                return tracks[i];
            }
        }

        return null;
    }

    /// <summary>An undo has taken the flag from a track: the one that it had taken it from has it again.</summary>
    /// <param name="loser">The track.</param>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>Whether there was one.</returns>
    public bool GiveBack(TrackMember loser, IReadOnlyList<TrackMember> tracks, HostReports reports)
    {
        TrackMember? before = loser.Id == _focal ? tracks.FirstOrDefault(track => track.Id == _before) : null;
        if (before is null || ReferenceEquals(before, loser))
        {
            return false;
        }

        before.Parameters.Set(ParameterId.Focal, 1);
        reports.AddEdit(before, ParameterId.Focal);
        return true;
    }

    /// <summary>Notes who is focal now.</summary>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="tracks">The mix's tracks.</param>
    public void Note(TrackMember? focal, IReadOnlyList<TrackMember> tracks)
    {
        if (focal is null)
        {
            // One that was never away had its flag taken by somebody: nothing is to be said then.
            NameOfLeft ??= _focal == Guid.Empty || IsAmong(tracks, _focal) ? null : _name;
            return;
        }

        (NameOfLeft, _name) = (null, focal.Edits.Name);
        focal.Origin.IsFocalDenied = false;
        if (focal.Id != _focal)
        {
            (_before, _focal) = (_focal, focal.Id);
        }

        if (focal.Id != _heir)
        {
            (_heir, _heirOf) = (Guid.Empty, Guid.Empty);
        }
    }

    private static bool IsAmong(IReadOnlyList<TrackMember> tracks, Guid id)
    {
        for (int i = 0; i < tracks.Count; i++)
        {
            if (tracks[i].Id == id)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasMember(List<Membership> members, Guid id)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Track is { } track && track.Id == id)
            {
                return true;
            }
        }

        return false;
    }
}
