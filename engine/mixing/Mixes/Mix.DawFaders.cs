using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>The DAW's own faders: what a person says of them, and handing the staging over to them.</summary>
public sealed partial class Mix
{
    /// <summary>The person has set the DAW's fader of a track to the position that waits: it counts from here on.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>False when nothing waits there.</returns>
    /// <remarks>[ui]</remarks>
    public bool ConfirmFader(Guid trackId)
    {
        bool waits = false;
        Change(() =>
        {
            if (FindUnderLock(trackId) is { } track && !double.IsNaN(track.Fader.PendingDb))
            {
                waits = true;
                Said(track, track.Fader.PendingDb, hand: null);
            }
        });
        return waits;
    }

    /// <summary>The person has set the DAW's fader of a track to a position that was suggested: it counts from here on.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="db">Position in dB; negative infinity = down, NaN changes nothing.</param>
    /// <returns>What that changes of the staging; empty where it was what waited, or where the fader is not the DAW's own.</returns>
    /// <remarks>[ui] One undo, which asks for the position before.</remarks>
    public ImmutableArray<FaderMove> ConfirmFader(Guid trackId, double db)
    {
        ImmutableArray<FaderMove> moves = [];
        Change(() =>
        {
            if (FindUnderLock(trackId) is { FaderPlace: FaderPlace.DawFader } track && !double.IsNaN(db))
            {
                moves = Said(track, db, hand: false);
            }
        });
        return moves;
    }

    /// <summary>The person has set every fader of the DAW to the position that waits.</summary>
    /// <returns>How many there were.</returns>
    /// <remarks>[ui]</remarks>
    public int ConfirmAllFaders()
    {
        int count = 0;
        Change(() =>
        {
            foreach (TrackMember track in _roster.PresentUnderLock().Where(track => !double.IsNaN(track.Fader.PendingDb)))
            {
                count++;
                Said(track, track.Fader.PendingDb, hand: null);
            }
        });
        return count;
    }

    /// <summary>The person has moved the DAW's fader of a post-fader track as its hint asks: what was measured of it moves with it.</summary>
    /// <param name="trackId">The track; the other post-fader tracks of its voice were moved with it.</param>
    /// <returns>The move in dB; 0 when its hint asks for none, or for one that was told already, or when its fader is elsewhere.</returns>
    /// <remarks>[ui] Takes effect at the worker's next turn.</remarks>
    public double ConfirmMove(Guid trackId)
    {
        MixAdvice advice = State.Advice;
        if (advice.For(trackId) is not { Track.FaderPlace: FaderPlace.PostFader } asked || !double.IsFinite(asked.MoveDb) || asked.MoveDb == 0)
        {
            return 0;
        }

        double moveDb = 0;
        using Lock.Scope held = _coordinator.Gate.Enter();
        foreach (Hint hint in advice.Hints)
        {
            bool isMoved = hint.TrackId == trackId || (asked.Track.VoiceId != Guid.Empty && hint.Track.VoiceId == asked.Track.VoiceId);
            if (isMoved && hint.Track.FaderPlace == FaderPlace.PostFader && FindUnderLock(hint.TrackId) is { FaderPlace: FaderPlace.PostFader } track
                && track.Measurement.ShiftsAsked == hint.Track.LevelMovesTold)
            {
                track.Measurement.Shift(asked.MoveDb);
                moveDb = asked.MoveDb;
            }
        }

        return moveDb;
    }

    /// <summary>Hands the staging of all plug-in faders over to the host's own: moved where the host gives access, and left waiting as a list to set by hand where it gives none.</summary>
    /// <returns>What came of each track.</returns>
    /// <remarks>[ui] One step of the host's undo, one undo here. The sound stays where the faders are moved; where they wait it is without the staging until they are set.</remarks>
    public HandOver HandOver()
    {
        AskHosts();
        ImmutableArray<Guid>.Builder moved = ImmutableArray.CreateBuilder<Guid>();
        ImmutableArray<Guid>.Builder pending = ImmutableArray.CreateBuilder<Guid>();
        ImmutableArray<Guid>.Builder left = ImmutableArray.CreateBuilder<Guid>();
        Change(() =>
        {
            List<TrackStand> before = [];
            foreach (TrackMember track in _roster.PresentUnderLock().Where(track => track.FaderPlace == FaderPlace.PluginFader && (track.IsStaged || track.FaderDb != 0)))
            {
                double there = track.Fader.HandOverDb;
                if (there > FaderRange.HighestDb)
                {
                    left.Add(track.Id);
                    continue;
                }

                before.Add(track.Stand());
                track.Fader.GoTo(double.IsNaN(there) ? FaderPlace.DawFader : FaderPlace.HostFader, double.NaN, _coordinator.Reports);
                if (!double.IsNaN(there))
                {
                    moved.Add(track.Id);
                }
                else if (!double.IsNaN(track.Fader.PendingDb))
                {
                    pending.Add(track.Id);
                }
            }

            if (before.Count > 0)
            {
                _faders.Note(UndoKind.HandOver, [.. before]);
            }
        });
        return new HandOver(moved.ToImmutable(), pending.ToImmutable(), left.ToImmutable());
    }

    private ImmutableArray<FaderMove> Said(TrackMember track, double db, bool? hand)
    {
        ImmutableArray<FaderMove> moves = _faders.Confirm(track, db, hand);
        Report(track, isPending: track.FaderPlace != FaderPlace.DawFader);
        return moves;
    }
}
