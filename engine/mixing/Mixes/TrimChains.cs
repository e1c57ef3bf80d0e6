using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Several instances on one track are one track: who stands before whom, what a trim moves behind it, and which of them is staged.</summary>
/// <remarks>
/// <para>
/// Under the coordinator's lock; over all mixes, for the instances of a track may be in different ones. Passes over a turn in which no trim,
/// bypass, name or place changed, and allocates nothing then.
/// </para>
/// <para>
/// Instances belong together where the host tells the same channel (its own identity of it, or name and place), or where a person paired
/// them. No host tells which stands first: the one that is trimmed first does; of two that are not trimmed the one that joined first. What a
/// trim changes is heard by its own meter and by all behind it: their slots are shifted at once. A person's trim moves the staged fader the
/// other way, so the balance stays; a trim that comes with a saved state, with a bypass or with an instance that leaves moves no fader.
/// </para>
/// </remarks>
internal sealed class TrimChains
{
    private readonly List<TrackMember> _tracks = [];
    private long _seen = -1;
    private int _ranks;

    /// <summary>Settles what trims and places mean.</summary>
    /// <param name="mixes">All mixes.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    public void SettleUnderLock(MixShelf mixes, HostReports reports)
    {
        _tracks.Clear();
        long stamp = 17;
        foreach (Mix mix in mixes.All)
        {
            mix.Roster.FillPresentUnderLock(_tracks);
        }

        foreach (TrackMember track in _tracks)
        {
            stamp = (stamp * 1_000_003) + track.Edits.Changes + (track.Parameters.Stamp(ParameterId.Trim) * 31)
                + (track.Parameters.Stamp(ParameterId.Bypass) * 17) + (track.Parameters.Stamp(ParameterId.MixGroup) * 13) + (track.IsFocal ? 1 : 0);
        }

        if (stamp != _seen)
        {
            Rank();
            foreach (TrackMember track in _tracks)
            {
                Place(track);
            }

            Move(mixes, reports);
            _seen = stamp;
        }

        _tracks.Clear();
    }

    /// <summary>Trims are ranked in the order in which they were first set.</summary>
    private void Rank()
    {
        foreach (TrackMember track in _tracks)
        {
            if (track.Chain.Rank == int.MaxValue && track.Parameters[ParameterId.Trim] != 0)
            {
                track.Chain.Rank = _ranks++;
            }
        }
    }

    private void Place(TrackMember track)
    {
        track.Chain.Staged = StagedFor(track)?.Id ?? Guid.Empty;
        (track.Chain.IsFirst, track.Chain.IsBehind) = (track.Audio.AudibleTrimDb != 0, false);
        foreach (TrackMember other in _tracks)
        {
            track.Chain.IsFirst |= IsInFront(track, other);
            track.Chain.IsBehind |= IsInFront(other, track);
        }
    }

    private void Move(MixShelf mixes, HostReports reports)
    {
        foreach (TrackMember track in _tracks)
        {
            double before = track.Chain.SettledFrontDb;
            double front = track.Audio.AudibleTrimDb;
            long heardSince = HeardSince(track);
            foreach (TrackMember other in _tracks)
            {
                if (IsInFront(other, track))
                {
                    front += other.Audio.AudibleTrimDb;
                    heardSince = Math.Min(heardSince, HeardSince(other));
                }
            }

            track.Chain.SettledFrontDb = front;
            if (!double.IsNaN(before) && front != before)
            {
                track.Measurement.ShiftByTrim(front - before, heardSince, isThroughOthers: front - track.Audio.AudibleTrimDb != before - track.Chain.SettledTrimDb);
            }
        }

        foreach (TrackMember track in _tracks)
        {
            double trim = track.Audio.AudibleTrimDb;
            double before = track.Chain.SettledTrimDb;
            long stamp = track.Parameters.Stamp(ParameterId.Trim);
            bool isHand = stamp != track.Chain.SettledTrimStamp && stamp != track.Edits.LoadedTrimStamp;
            (track.Chain.SettledTrimDb, track.Chain.SettledTrimStamp) = (trim, stamp);
            if (isHand && !double.IsNaN(before) && trim != before)
            {
                KeepBalance(track, before - trim, mixes, reports);
            }
        }
    }

    // The slot of the song from which on a trim is heard that was set since the last settling.
    private static long HeardSince(TrackMember track)
    {
        double trim = track.Audio.AudibleTrimDb;
        return trim.Equals(track.Chain.SettledTrimDb) ? long.MaxValue : track.Audio.HeardSince(trim);
    }

    /// <summary>Moves the staged fader of a track against its trim.</summary>
    private void KeepBalance(TrackMember trimmed, double db, MixShelf mixes, HostReports reports)
    {
        TrackMember staged = trimmed;
        foreach (TrackMember track in _tracks)
        {
            bool isBetter = track.Id == trimmed.Chain.Staged || (trimmed.Chain.Staged == Guid.Empty && IsInFront(trimmed, track) && !IsInFront(track, staged));
            staged = isBetter ? track : staged;
        }

        MoveFader(staged, db, mixes, reports);

        // In a mix of its own it stands for the track there too; its plug-in fader would only take the trim back.
        if (!ReferenceEquals(staged, trimmed) && staged.Group != trimmed.Group && trimmed.FaderPlace != FaderPlace.PluginFader)
        {
            MoveFader(trimmed, db, mixes, reports);
        }
    }

    private static void MoveFader(TrackMember track, double db, MixShelf mixes, HostReports reports)
    {
        double from = track.Fader.AimDb;
        double to = Math.Clamp(from + db, FaderRange.DownDb + FaderRange.StepDb, FaderRange.HighestDb);
        if (!(from > FaderRange.DownDb) || !track.Fader.Aim(to, byHand: null))
        {
            return;
        }

        // A position of the DAW's own fader waits for the person; any other is an edit.
        if (track.FaderPlace == FaderPlace.DawFader)
        {
            reports.AddDirty(track);
        }
        else
        {
            track.Edits.KeepFocalFader();
            reports.AddEdit(track, ParameterId.Fader);
        }

        mixes.Of(track).FollowTrimUnderLock(track, to - from);
    }

    /// <summary>Who of a track's instances is staged in its mix: null = this one.</summary>
    private TrackMember? StagedFor(TrackMember track)
    {
        TrackMember? staged = track;
        foreach (TrackMember other in _tracks)
        {
            if (other.Group == track.Group && IsTogether(track, other) && IsRatherStaged(other, staged))
            {
                staged = other;
            }
        }

        return ReferenceEquals(staged, track) ? null : staged;
    }

    // The focal flag decides, then who stands behind whom.
    private static bool IsRatherStaged(TrackMember one, TrackMember other) =>
        one.IsFocal != other.IsFocal ? one.IsFocal : IsInFront(other, one);

    private static bool IsInFront(TrackMember one, TrackMember other)
    {
        if (ReferenceEquals(one, other) || !IsTogether(one, other))
        {
            return false;
        }

        if (IsPaired(one, other) || IsPaired(other, one))
        {
            return IsPaired(one, other);
        }

        return one.Chain.Rank != other.Chain.Rank ? one.Chain.Rank < other.Chain.Rank : one.Chain.Order < other.Chain.Order;
    }

    private static bool IsTogether(TrackMember one, TrackMember other) =>
        one.Project == other.Project && (IsPaired(one, other) || IsPaired(other, one)
        || (one.Edits.IsOnChannelOf(other.Edits) && !one.Edits.IsUnpaired && !other.Edits.IsUnpaired));

    private static bool IsPaired(TrackMember front, TrackMember behind) => front.Edits.PairedWith != Guid.Empty && front.Edits.PairedWith == behind.Id;
}
