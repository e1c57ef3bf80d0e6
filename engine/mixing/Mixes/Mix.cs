using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>One mix: its shared settings, what was last published of it, and what a person can do to all its tracks.</summary>
/// <remarks>
/// What a person does takes effect at once on parameters and settings; the published <see cref="State"/> follows at the
/// worker's next turn, within 100 ms.
/// </remarks>
public sealed class Mix
{
    private readonly Coordinator _coordinator;
    private readonly MixRoster _roster;
    private readonly FaderMoves _faders = new();
    private volatile bool _canUndo;
    private volatile FaderPictureSlot _activePicture;

    internal Mix(Coordinator coordinator, MixGroup group)
    {
        _coordinator = coordinator;
        Group = group;
        _roster = new MixRoster(group, coordinator.Profiles, coordinator.Gate);
        Voices = new MixVoices(this, _faders);
        Song = new MixSong(this, _roster.Song, coordinator.BetweenTurns);
    }

    /// <summary>Which group.</summary>
    /// <remarks>[any]</remarks>
    public MixGroup Group { get; }

    /// <summary>What the worker published last, as a copy that nothing changes: to be kept as long as it is wanted.</summary>
    /// <remarks>[any] Copies once for each thing published, so a view that looks many times a second reads <see cref="Published"/>.</remarks>
    public MixState State => _roster.Publisher.Copy;

    /// <summary>What the worker published last, in storage that is used again: read it and let go.</summary>
    /// <remarks>[any] It stays as it is for the worker's next 7 turns, 700 ms; after that its figures are newer ones of the same tracks.</remarks>
    public MixState Published => _roster.Publisher.Published;

    /// <summary>The settings in force.</summary>
    /// <remarks>[any]</remarks>
    public MixSettings Settings => _roster.Settings;

    /// <summary>The mix over its song: curves, sections, rides, and what counts.</summary>
    /// <remarks>[any]</remarks>
    public MixSong Song { get; }

    /// <summary>Whether there is a batch of fader moves or a change of voices to take back.</summary>
    /// <remarks>[any]</remarks>
    public bool CanUndo => _canUndo;

    /// <summary>Which fader picture is active.</summary>
    /// <remarks>[any]</remarks>
    public FaderPictureSlot ActivePicture => _activePicture;

    /// <summary>What a person can do to the voices of the mix: join, split, name, pin.</summary>
    /// <remarks>[any]</remarks>
    public MixVoices Voices { get; }

    internal MixRoster Roster => _roster;

    /// <summary>Whether nothing is left of the last project.</summary>
    internal bool IsForgotten => ReferenceEquals(Settings, MixSettings.Default) && Published.Snapshot.Tracks.IsEmpty && !_faders.HasAnything;

    /// <summary>Changes the settings; the revision counts up by itself.</summary>
    /// <param name="edit">Old settings to new ones.</param>
    /// <remarks>[ui]</remarks>
    public void Edit(Func<MixSettings, MixSettings> edit) => Change(() =>
    {
        _roster.EditUnderLock(edit);
        foreach (TrackMember track in _roster.PresentUnderLock())
        {
            _coordinator.Reports.AddDirty(track);
        }
    });

    /// <summary>Moves one track's fader to where its hint says, and with it those of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>What moved: one move, or none when the hint says none.</returns>
    /// <remarks>[ui] One gesture towards the host, one undo.</remarks>
    public ImmutableArray<FaderMove> Apply(Guid trackId) =>
        MoveTo(VoiceOf(State.Advice.Hints, trackId));

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

    /// <summary>Moves every fader to where its hint says.</summary>
    /// <param name="includesWeak">Whether hints that rest on weak evidence count too: tracks hardly heard together with the focal.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all. A start of all faders alike rests on no evidence and always counts.</remarks>
    public ImmutableArray<FaderMove> ApplyAll(bool includesWeak = false) =>
        MoveTo(State.Advice.Hints.Where(hint => includesWeak || !hint.IsWeak));

    /// <summary>Says how far forward the lead is: all targets move together.</summary>
    /// <param name="forwardLu">Lead forward (above 0) or back in LU, -24 to 24; null = nobody says, so it is the profile's.</param>
    /// <remarks>[ui] NaN and infinities change nothing.</remarks>
    public void SetForward(double? forwardLu)
    {
        if (forwardLu is null || double.IsFinite(forwardLu.Value))
        {
            Edit(settings => settings with { ForwardLu = forwardLu is { } lu ? Math.Clamp(Math.Round(lu, 1), -24, 24) : null });
        }
    }

    /// <summary>Takes what the faders that a person set say of how far forward the lead is, and keeps it.</summary>
    /// <returns>What was taken in LU: see <see cref="LeadForward.OfFaders"/>.</returns>
    /// <remarks>[ui] It is never worked out again from faders that hints moved.</remarks>
    public double TakeForward()
    {
        double forward = Settings.ForwardLu ?? LeadForward.OfFaders(State.Snapshot);
        SetForward(forward);
        return forward;
    }

    /// <summary>Moves one track's fader.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="db">Position in dB; negative infinity = down.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture towards the host, one undo.</remarks>
    public ImmutableArray<FaderMove> SetFader(Guid trackId, double db) =>
        Move(tracks => _faders.Do(tracks, new Dictionary<Guid, double> { [trackId] = db }, hand: true));

    /// <summary>Moves several faders, each to its own position: what a preview has shown.</summary>
    /// <param name="positionsDb">Position in dB by track; negative infinity = down. Tracks not named stay.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> SetFaders(IReadOnlyDictionary<Guid, double> positionsDb) =>
        Move(tracks => _faders.Do(tracks, positionsDb, hand: false));

    /// <summary>A hand takes hold of a track's fader.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>The drag, which its caller must end; null when there is no such track or its fader is the DAW's own (post-fader).</returns>
    /// <remarks>[ui] One gesture towards the host, one undo for the whole drag.</remarks>
    public FaderDrag? DragFader(Guid trackId) =>
        Find(trackId) is { FaderPlace: not FaderPlace.PostFader } track ? new FaderDrag(this, track) : null;

    /// <summary>Sets a parameter of any track of the mix, as a person at that track's own editor would.</summary>
    /// <param name="trackId">The track.</param>
    /// <param name="id">Which parameter; read-only ones are ignored. The fader's move can be undone.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <returns>False when the mix has no such track.</returns>
    /// <remarks>[ui] One gesture towards that track's host.</remarks>
    public bool EditTrack(Guid trackId, ParameterId id, double plain)
    {
        if (Find(trackId) is not { } track)
        {
            return false;
        }

        if (id == ParameterId.Fader)
        {
            SetFader(trackId, plain);
        }
        else if (id == ParameterId.TargetOffset)
        {
            // The place is the voice's.
            foreach (TrackMember member in VoiceOf(State.Advice.Hints, trackId).Select(hint => Find(hint.TrackId)).OfType<TrackMember>().DefaultIfEmpty(track))
            {
                EditParameter(member, id, plain);
            }
        }
        else
        {
            EditParameter(track, id, plain);
        }

        return true;
    }

    /// <summary>Brings all faders of the mix to one level: the start commands of both approaches. The mix bus stays.</summary>
    /// <param name="db">Position in dB; negative infinity = all down.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> SetAllFaders(double db) =>
        Move(tracks => _faders.Do(tracks, tracks.Where(track => track.IsStaged).ToDictionary(track => track.Id, _ => db), hand: false));

    /// <summary>Moves every fader that is up by the same amount, which keeps the balance.</summary>
    /// <param name="moveDb">Move in dB.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> MoveAllFaders(double moveDb) =>
        Move(tracks => _faders.Do(tracks, tracks.Where(track => track.IsStaged).ToDictionary(track => track.Id, track => track.FaderDb + moveDb), hand: null));

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

    /// <summary>Takes the last batch of fader moves, or the last change of voices, back.</summary>
    /// <returns>What moved; empty when there was none, or voices changed.</returns>
    /// <remarks>[ui]</remarks>
    public ImmutableArray<FaderMove> Undo() => Voices.Undo() ? [] : Move(_faders.Undo);

    /// <summary>Keeps the faders as one picture and goes to the other (A, B). A picture never stored starts as a copy.</summary>
    /// <returns>What moved.</returns>
    /// <remarks>[ui]</remarks>
    public ImmutableArray<FaderMove> SwitchPicture() => Move(_faders.SwitchPicture);

    /// <summary>Makes the present reading of a track, or of its voice, its target, by the person's own offset.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>False when there is no reading to keep.</returns>
    /// <remarks>[ui]</remarks>
    public bool Keep(Guid trackId)
    {
        MixState state = State;
        MixSnapshot snapshot = state.Snapshot;
        Hint? hint = state.Advice.For(trackId);
        if (hint is null || hint.Track.IsFocal || snapshot.Focal is not { } focal || !double.IsFinite(hint.RelativeLu))
        {
            return false;
        }

        // A return stands against what feeds it.
        double offsetLu = Math.Round(hint.RelativeLu + snapshot.ForwardLu - snapshot.Profile.Against(hint.Track.Role, focal.Role), 1);
        double movedLu = double.IsNaN(hint.UnderSourceLu) ? double.NaN : Math.Round(hint.DeviationLu, 1);
        Guid[] members = [.. VoiceOf(state.Advice.Hints, trackId).Select(member => member.TrackId)];
        Change(() =>
        {
            foreach (TrackMember track in _roster.PresentUnderLock().Where(track => members.Contains(track.Id)))
            {
                double wantedLu = double.IsFinite(movedLu) ? track.Parameters[ParameterId.TargetOffset] + movedLu : offsetLu;
                if (track.Parameters.Set(ParameterId.TargetOffset, wantedLu))
                {
                    _coordinator.Reports.AddEdit(track, ParameterId.TargetOffset);
                }
            }
        });
        return true;
    }

    /// <summary>Forgets all measurements of the mix.</summary>
    /// <remarks>[ui] Takes effect at the worker's next turn. Faders, targets and settings stay.</remarks>
    public void ResetMeasurements()
    {
        using Lock.Scope held = _coordinator.Gate.Enter();
        foreach (TrackMember track in _roster.PresentUnderLock())
        {
            track.Measurement.Forget();
        }
    }

    /// <summary>Settles what one track's edit means for the others.</summary>
    internal void Reconcile() => Change(() => { });

    /// <summary>Keeps a move that was made already, so that it can be taken back.</summary>
    internal void Note(FaderMove move) => Change(() => _faders.Note([move]));

    /// <summary>The last track has left: the next project starts afresh.</summary>
    internal void ForgetUnderLock()
    {
        _faders.Clear();
        Voices.Clear();
        ShowFadersUnderLock();
        _roster.ForgetUnderLock();
    }

    /// <summary>All tracks of another mix have come here: what can be undone comes along.</summary>
    internal void TakeAlongUnderLock(Mix left)
    {
        _faders.TakeAlong(left._faders);
        ShowFadersUnderLock();
        left.ShowFadersUnderLock();
    }

    /// <summary>A fader was moved against a trim: what can be undone, and the pictures, move along.</summary>
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

    /// <summary>What can be undone and which picture is active, for readers without the lock.</summary>
    internal void ShowFadersUnderLock() => (_canUndo, _activePicture) = (_faders.CanUndo || Voices.CanUndo, _faders.Active);

    private void EditParameter(TrackMember track, ParameterId id, double plain)
    {
        TrackGestures.Begin(track, id);
        TrackGestures.Perform(track, id, plain, Reconcile);
        TrackGestures.End(track, id);
    }

    private static IEnumerable<Hint> VoiceOf(ImmutableArray<Hint> hints, Guid trackId)
    {
        Guid voice = hints.FirstOrDefault(hint => hint.TrackId == trackId)?.Track.VoiceId ?? Guid.Empty;
        return hints.Where(hint => hint.TrackId == trackId || (voice != Guid.Empty && hint.Track.VoiceId == voice));
    }

    private void Change(Action change) => _coordinator.Change(this, change);

    private TrackMember? Find(Guid trackId)
    {
        using Lock.Scope held = _coordinator.Gate.Enter();
        return FindUnderLock(trackId);
    }

    private TrackMember? FindUnderLock(Guid trackId)
    {
        _coordinator.Gate.AssertHeld();
        return _roster.PresentUnderLock().FirstOrDefault(track => track.Id == trackId);
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
                _coordinator.Reports.AddEdit(tracks.First(track => track.Id == moved.TrackId), moved.IsTrim ? ParameterId.Trim : ParameterId.Fader);
            }
        });
        return moves;
    }
}
