using System.Collections.Immutable;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Trims: step 0, and instances that share a track.</summary>
public sealed partial class Mix
{
    /// <summary>Makes the trims of step 0 that FaderStager can make itself: those of instances that stand first on their tracks.</summary>
    /// <returns>The instances that were trimmed.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all. Each staged fader moves the other way, so the balance stays.</remarks>
    public ImmutableArray<Guid> TakeTrims()
    {
        MixSnapshot mix = State.Snapshot;
        Dictionary<Guid, double> trims = [];
        foreach (TrackReading track in mix.Tracks)
        {
            LevelFinding finding = LevelAdvice.Of(track, mix.Settings);
            if (finding.IsTrim && finding.Where == TrimPlace.OwnTrim)
            {
                trims[track.Id] = track.TrimDb + finding.TrimDb;
            }
        }

        return [.. Move(tracks => _faders.Trim(tracks, trims)).Select(move => move.TrackId)];
    }

    /// <summary>Says that two instances sit on one track, where the host does not tell it.</summary>
    /// <param name="first">The one that stands in front of the other plug-ins.</param>
    /// <param name="last">The one behind them, whose fader is staged; empty = the first one is alone on its track, whatever the host tells.</param>
    /// <returns>False when the first one is not in this mix, or both are the same.</returns>
    /// <remarks>[ui] Saved with the first one's state. The last one may be in another mix of the project.</remarks>
    public bool Pair(Guid first, Guid last)
    {
        bool isThere = false;
        Change(() =>
        {
            if (first != last && FindUnderLock(first) is { } track)
            {
                track.Edits.Pair(last, isUnpaired: last == Guid.Empty);
                _coordinator.Reports.AddDirty(track);
                isThere = true;
            }
        });
        return isThere;
    }

    /// <summary>A fader is moved against a trim: what can be undone, and the pictures, move along.</summary>
    internal void FollowTrimUnderLock(TrackMember track, double db)
    {
        _faders.Rebase(track.Id, db);
        if (track.IsFocal)
        {
            foreach (TrackMember other in _roster.PresentUnderLock())
            {
                other.Edits.ShiftFocalFader(db);
            }
        }
    }
}
