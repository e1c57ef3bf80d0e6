using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>Faders: what moves them, and what takes that back.</summary>
/// <remarks>No command says that a DAW's fader was moved: positions of it wait until <see cref="ConfirmFader(Guid)"/>, and readings count what was confirmed.</remarks>
public sealed partial class Mix
{
    /// <summary>Moves one track's fader to where its hint says, and with it those of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>What moved or waits: none when the hint says none.</returns>
    /// <remarks>[ui] One gesture towards the host, one undo.</remarks>
    public ImmutableArray<FaderMove> Apply(Guid trackId) =>
        State.Advice.For(trackId)?.Cause == Cause.KitTurn
            ? MoveTo(State.Advice.Hints.Where(hint => hint.Cause == Cause.KitTurn))
            : MoveTo(VoiceOf(State.Advice.Hints, trackId));

    /// <summary>Moves every fader to where its hint says.</summary>
    /// <param name="includesWeak">Whether hints that rest on weak evidence count too: tracks hardly heard together with the focal.</param>
    /// <returns>What moved or waits.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all. A start of all faders alike rests on no evidence and always counts.</remarks>
    public ImmutableArray<FaderMove> ApplyAll(bool includesWeak = false) =>
        MoveTo(State.Advice.Hints.Where(hint => includesWeak || !hint.IsWeak));

    /// <summary>Moves one track's fader by hand. Where it is the DAW's own, a person says so where that one stands.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="db">Position in dB; negative infinity = down.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture towards the host, one undo.</remarks>
    public ImmutableArray<FaderMove> SetFader(Guid trackId, double db) => Move(tracks =>
        tracks.FirstOrDefault(track => track.Id == trackId) is { FaderPlace: FaderPlace.DawFader } track && !double.IsNaN(db)
            ? Said(track, db, hand: true)
            : _faders.Do(tracks, new Dictionary<Guid, double> { [trackId] = db }, hand: true));

    /// <summary>Moves several faders, each to its own position: what a preview has shown.</summary>
    /// <param name="positionsDb">Position in dB by track; negative infinity = down. Tracks not named stay.</param>
    /// <returns>What moved or waits.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> SetFaders(IReadOnlyDictionary<Guid, double> positionsDb) =>
        Move(tracks => _faders.Do(tracks, positionsDb, hand: false));

    /// <summary>A hand takes hold of a track's fader.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>The drag, which its caller must end; null when there is no such track or its fader is the DAW's own (post-fader).</returns>
    /// <remarks>[ui] One gesture towards the host, one undo for the whole drag.</remarks>
    public FaderDrag? DragFader(Guid trackId) =>
        Movable(trackId) is { } held ? new FaderDrag(this, held.Track, held.Before) : null;

    /// <summary>Brings all faders of the mix to one level: the start commands of both approaches. The mix bus stays.</summary>
    /// <param name="db">Position in dB; negative infinity = all down.</param>
    /// <returns>What moved or waits.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> SetAllFaders(double db) =>
        Move(tracks => _faders.Do(tracks, tracks.Where(track => track.IsStaged).ToDictionary(track => track.Id, _ => db), hand: false));

    /// <summary>Moves every fader that is up by the same amount, which keeps the balance: as far as the fader has room that is nearest to its end.</summary>
    /// <param name="moveDb">Move in dB.</param>
    /// <returns>What moved or waits; all by one amount, which is smaller than the one asked for where a fader would have met its end.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> MoveAllFaders(double moveDb) => Move(tracks =>
    {
        TrackMember[] staged = [.. tracks.Where(track => track.IsStaged && track.Fader.AimDb > FaderRange.DownDb)];
        double common = FaderMoves.CommonMoveDb(staged, moveDb, Settings.FaderTopDb);
        return _faders.Do(tracks, staged.ToDictionary(track => track.Id, track => track.Fader.AimDb + common), hand: null);
    });

    /// <summary>Takes the last command back: a batch of moves, another picture, another place, a kept target, a change of voices.</summary>
    /// <returns>What moved or waits; empty when no fader did.</returns>
    /// <remarks>[ui] <see cref="NextUndo"/> says before what it will be.</remarks>
    public ImmutableArray<FaderMove> Undo()
    {
        if (Voices.Undo())
        {
            return [];
        }

        AskHosts();
        return SwitchTo(faders => faders.PictureBefore, tracks => _faders.Undo(tracks, _coordinator.Reports));
    }

    /// <summary>Keeps the faders as one picture and goes to the other (A, B). A picture never stored starts as a copy.</summary>
    /// <returns>What moved or waits.</returns>
    /// <remarks>[ui] Both are made equally loud by a common gain behind the faders: see <see cref="Pictures"/>.</remarks>
    public ImmutableArray<FaderMove> SwitchPicture() => SwitchTo(faders => faders.OtherPicture, _faders.SwitchPicture);

    /// <summary>Keeps a move that was made already, so that it can be taken back.</summary>
    internal void Note(TrackMember track, TrackStand before) => Change(() =>
    {
        if (!track.Fader.AimDb.Equals(before.AimDb))
        {
            _faders.Note(UndoKind.Faders, [before]);
        }
    });

    /// <summary>Settles where the faders are: places that were asked for, and positions that were said.</summary>
    internal void SettlePlacesUnderLock()
    {
        _coordinator.Gate.AssertHeld();
        List<Membership> members = _roster.MembersUnderLock;
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Track is { } track && track.Fader.Settle(_coordinator.Reports) is { } before)
            {
                _faders.Note(UndoKind.Place, [before]);
                ShowFadersUnderLock();
            }
        }
    }

    private ImmutableArray<FaderMove> MoveTo(IEnumerable<Hint> hints)
    {
        Dictionary<Guid, double> positions = hints
            .Where(hint => !double.IsNaN(hint.SuggestedFaderDb))
            .ToDictionary(hint => hint.TrackId, hint => hint.SuggestedFaderDb);
        return Move(tracks => _faders.Do(tracks, positions, hand: false));
    }

    private ImmutableArray<FaderMove> Move(Func<IReadOnlyList<TrackMember>, ImmutableArray<FaderMove>> move)
    {
        ImmutableArray<FaderMove> moves = [];
        Change(() =>
        {
            IReadOnlyList<TrackMember> tracks = _roster.PresentUnderLock();
            moves = move(tracks);
            foreach (FaderMove moved in moves)
            {
                TrackMember track = tracks.First(track => track.Id == moved.TrackId);
                if (moved.IsTrim)
                {
                    _coordinator.Reports.AddEdit(track, ParameterId.Trim);
                }
                else
                {
                    Report(track, moved.IsPending);
                }
            }
        });
        return moves;
    }

    private void Report(TrackMember track, bool isPending)
    {
        if (isPending)
        {
            _coordinator.Reports.AddDirty(track);
        }
        else
        {
            _coordinator.Reports.AddEdit(track, ParameterId.Fader);
        }
    }

    // Goes to another picture, as loud as this one. Where none is ahead the faders move and no more.
    private ImmutableArray<FaderMove> SwitchTo(Func<FaderMoves, IReadOnlyDictionary<Guid, double>?> ahead, Func<IReadOnlyList<TrackMember>, ImmutableArray<FaderMove>> move)
    {
        PicturePlan? plan;
        using (_coordinator.Gate.Enter())
        {
            plan = ahead(_faders) is { } positionsDb ? new PicturePlan(_roster.PresentUnderLock(), positionsDb, Pictures.GainDb, Published.Snapshot) : null;
        }

        if (plan is null)
        {
            return Move(move);
        }

        PictureMatch match = new(Pictures.IsMatching ? PictureMatchKind.Pending : PictureMatchKind.Off);
        bool isSolved = !Pictures.IsMatching || _coordinator.TryBetweenTurns(() => match = plan.Solve());
        return Move(tracks =>
        {
            ImmutableArray<FaderMove> moves = move(tracks);
            Pictures.TakeUnderLock(match, isSolved ? null : plan);
            return moves;
        });
    }

    // Outside the lock: a host is asked.
    private void AskHosts()
    {
        IReadOnlyList<TrackMember> tracks;
        using (_coordinator.Gate.Enter())
        {
            tracks = _roster.PresentUnderLock();
        }

        foreach (TrackMember track in tracks)
        {
            track.Fader.AskHost();
        }
    }

    private (TrackMember Track, TrackStand Before)? Movable(Guid trackId)
    {
        using (_coordinator.Gate.Enter())
        {
            return FindUnderLock(trackId) is { FaderPlace: not FaderPlace.PostFader } track ? (track, track.Stand()) : null;
        }
    }
}
