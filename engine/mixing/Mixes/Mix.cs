using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Tracks;
using FaderStager.Mixing.Voices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Mixes;

/// <summary>One mix: its shared settings, what was last published of it, and what a person can do to all its tracks.</summary>
/// <remarks>
/// What a person does takes effect at once on parameters and settings; the published <see cref="State"/> follows at the
/// worker's next turn, within 50 ms.
/// </remarks>
public sealed class Mix
{
    private readonly Coordinator _coordinator;
    private readonly FaderMoves _faders = new();
    private MixSettings _settings = MixSettings.Default;
    private MixState _state;

    internal Mix(Coordinator coordinator, MixGroup group)
    {
        _coordinator = coordinator;
        Group = group;
        _state = MixEvaluation.Empty(group, _settings, coordinator.Profiles);
    }

    /// <summary>Which group.</summary>
    /// <remarks>[any]</remarks>
    public MixGroup Group { get; }

    /// <summary>What the worker published last.</summary>
    /// <remarks>[any]</remarks>
    public MixState State => Volatile.Read(ref _state);

    /// <summary>The settings in force.</summary>
    /// <remarks>[any]</remarks>
    public MixSettings Settings => Volatile.Read(ref _settings);

    /// <summary>Whether there is a batch of fader moves to take back.</summary>
    /// <remarks>[any but audio]</remarks>
    public bool CanUndo => _coordinator.Locked(() => _faders.CanUndo);

    /// <summary>Which fader picture is active.</summary>
    /// <remarks>[any but audio]</remarks>
    public FaderPictureSlot ActivePicture => _coordinator.Locked(() => _faders.Active);

    /// <summary>The voices of the mix.</summary>
    internal VoiceBoard Voices { get; } = new();

    /// <summary>The focal as it was settled last, or null.</summary>
    internal Guid? SettledFocal { get; set; }

    /// <summary>Seconds since a track of the mix last handed over a slot of song.</summary>
    internal double WithoutSongSeconds { get; set; } = double.PositiveInfinity;

    /// <summary>Stamp of the automation write that the approach was last taken from.</summary>
    internal long ApproachStamp { get; set; }

    /// <summary>Changes the settings; the revision counts up by itself.</summary>
    /// <param name="edit">Old settings to new ones.</param>
    /// <remarks>[ui]</remarks>
    public void Edit(Func<MixSettings, MixSettings> edit) => _coordinator.Change(() =>
    {
        EditLocked(edit);
        foreach (TrackInstance track in _coordinator.TracksOf(Group))
        {
            _coordinator.ReportDirty(track);
        }
    });

    /// <summary>Moves one track's fader to where its hint says, and with it those of its voice.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>What moved: one move, or none when the hint says none.</returns>
    /// <remarks>[ui] One gesture towards the host, one undo.</remarks>
    public ImmutableArray<FaderMove> Apply(Guid trackId) =>
        MoveTo(State.Advice.Hints.Where(hint => hint.TrackId == trackId || (hint.Track.VoiceName is { } voice && voice == State.Advice.For(trackId)?.Track.VoiceName)));

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
        Find(trackId) is { FaderPlace: not FaderPlace.PostFader } track ? new FaderDrag(track, Note) : null;

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
        else
        {
            track.Edit(id, plain);
        }

        return true;
    }

    /// <summary>Brings all faders of the mix to one level: the start commands of both approaches. The mix bus stays.</summary>
    /// <param name="db">Position in dB; negative infinity = all down.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> SetAllFaders(double db) =>
        Move(tracks => _faders.Do(tracks, tracks.Where(IsStaged).ToDictionary(track => track.Id, _ => db), hand: false));

    /// <summary>Moves every fader that is up by the same amount, which keeps the balance.</summary>
    /// <param name="moveDb">Move in dB.</param>
    /// <returns>What moved.</returns>
    /// <remarks>[ui] One gesture a track towards the host, one undo for all.</remarks>
    public ImmutableArray<FaderMove> MoveAllFaders(double moveDb) =>
        Move(tracks => _faders.Do(tracks, tracks.Where(IsStaged).ToDictionary(track => track.Id, track => track.FaderDb + moveDb), hand: null));

    /// <summary>Takes the last batch of fader moves back.</summary>
    /// <returns>What moved; empty when there was none.</returns>
    /// <remarks>[ui]</remarks>
    public ImmutableArray<FaderMove> Undo() => Move(_faders.Undo);

    /// <summary>Keeps the faders as one picture and goes to the other (A, B). A picture never stored starts as a copy.</summary>
    /// <returns>What moved.</returns>
    /// <remarks>[ui]</remarks>
    public ImmutableArray<FaderMove> SwitchPicture() => Move(_faders.SwitchPicture);

    /// <summary>Makes a track's present reading its target, by the person's own offset.</summary>
    /// <param name="trackId">The track.</param>
    /// <returns>False when there is no reading to keep.</returns>
    /// <remarks>[ui]</remarks>
    public bool Keep(Guid trackId)
    {
        MixSnapshot snapshot = State.Snapshot;
        TrackReading? reading = snapshot.Tracks.FirstOrDefault(track => track.Id == trackId);
        if (reading is null || reading.IsFocal || snapshot.Focal is not { } focal || !double.IsFinite(reading.RelativeLu(focal)))
        {
            return false;
        }

        double offsetLu = Math.Round(reading.RelativeLu(focal) + snapshot.ForwardLu - snapshot.Profile.Against(reading.Role, focal.Role), 1);
        _coordinator.Change(() =>
        {
            if (_coordinator.TracksOf(Group).FirstOrDefault(track => track.Id == trackId) is { } track
                && track.Parameters.Set(ParameterId.TargetOffset, offsetLu))
            {
                _coordinator.Report(track, ParameterId.TargetOffset);
            }
        });
        return true;
    }

    /// <summary>Forgets all measurements of the mix.</summary>
    /// <remarks>[ui] Faders, targets and settings stay.</remarks>
    public void ResetMeasurements() => _coordinator.Change(() =>
    {
        foreach (TrackInstance track in _coordinator.TracksOf(Group))
        {
            track.DrainSlots();
            track.Analysis.Clear();
        }
    });

    internal void EditLocked(Func<MixSettings, MixSettings> edit)
    {
        MixSettings before = Settings;
        Volatile.Write(ref _settings, edit(before) with { Revision = before.Revision + 1 });
    }

    internal void AdoptLocked(MixSettings loaded)
    {
        if (loaded.Revision > Settings.Revision)
        {
            Volatile.Write(ref _settings, loaded);
        }
    }

    internal void PublishLocked(MixState state) => Volatile.Write(ref _state, state);

    /// <summary>The last track has left: the next project starts afresh.</summary>
    internal void ForgetLocked()
    {
        _faders.Clear();
        ApproachStamp = 0;
        Volatile.Write(ref _settings, MixSettings.Default);
    }

    private static bool IsStaged(TrackInstance track) => track.InMix && track.Role != Role.MixBus;

    private TrackInstance? Find(Guid trackId) =>
        _coordinator.Locked(() => _coordinator.TracksOf(Group).FirstOrDefault(track => track.Id == trackId));

    private void Note(FaderMove move) => _coordinator.Change(() => _faders.Note([move]));

    private ImmutableArray<FaderMove> MoveTo(IEnumerable<Hint> hints)
    {
        Dictionary<Guid, double> positions = hints
            .Where(hint => !double.IsNaN(hint.SuggestedFaderDb))
            .ToDictionary(hint => hint.TrackId, hint => hint.SuggestedFaderDb);
        return Move(tracks => _faders.Do(tracks, positions, hand: false));
    }

    private ImmutableArray<FaderMove> Move(Func<IReadOnlyList<TrackInstance>, ImmutableArray<FaderMove>> move)
    {
        ImmutableArray<FaderMove> moves = [];
        _coordinator.Change(() =>
        {
            IReadOnlyList<TrackInstance> tracks = _coordinator.TracksOf(Group);
            moves = move(tracks);
            foreach (FaderMove moved in moves)
            {
                _coordinator.Report(tracks.First(track => track.Id == moved.TrackId), ParameterId.Fader);
            }
        });
        return moves;
    }
}
