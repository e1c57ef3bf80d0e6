using System.Collections.Immutable;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Mixes;

/// <summary>One mix: its shared settings, what was last published of it, and what a person can do to all its tracks.</summary>
/// <remarks>
/// What a person does takes effect at once on parameters and settings; the published <see cref="State"/> follows at the
/// worker's next turn, within 100 ms.
/// </remarks>
public sealed partial class Mix
{
    private readonly Coordinator _coordinator;
    private readonly MixRoster _roster;
    private readonly FaderMoves _faders = new();
    private volatile int _nextUndo = -1;
    private volatile FaderPictureSlot _activePicture;

    internal Mix(Coordinator coordinator, MixGroup group)
    {
        _coordinator = coordinator;
        Group = group;
        PictureGain gain = new();
        _roster = new MixRoster(group, coordinator.Profiles, coordinator.Gate, gain);
        Voices = new MixVoices(this, _faders);
        Pictures = new MixPictures(this, gain, Change);
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

    /// <summary>Whether there is a command to take back.</summary>
    /// <remarks>[any]</remarks>
    public bool CanUndo => _nextUndo >= 0;

    /// <summary>What the command did that <see cref="Undo"/> would take back; null = there is none.</summary>
    /// <remarks>[any]</remarks>
    public UndoKind? NextUndo => _nextUndo is >= 0 and int kind ? (UndoKind)kind : null;

    /// <summary>Which fader picture is active.</summary>
    /// <remarks>[any]</remarks>
    public FaderPictureSlot ActivePicture => _activePicture;

    /// <summary>What a person can do to the voices of the mix: join, split, name, pin.</summary>
    /// <remarks>[any]</remarks>
    public MixVoices Voices { get; }

    /// <summary>How the two fader pictures are compared: equally loud, and blind.</summary>
    /// <remarks>[any]</remarks>
    public MixPictures Pictures { get; }

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

    /// <summary>The last track has left: the next project starts afresh.</summary>
    internal void ForgetUnderLock()
    {
        _faders.Clear();
        Pictures.ClearUnderLock();
        Voices.Clear();
        ShowFadersUnderLock();
        _roster.ForgetUnderLock();
    }

    /// <summary>All tracks of another mix have come here: what can be undone comes along.</summary>
    internal void TakeAlongUnderLock(Mix left)
    {
        if (!_faders.HasAnything)
        {
            Pictures.TakeAlongUnderLock(left.Pictures);
        }

        _faders.TakeAlong(left._faders);
        left.Pictures.ClearUnderLock();
        ShowFadersUnderLock();
        left.ShowFadersUnderLock();
    }

    /// <summary>What can be undone and which picture is active, for readers without the lock.</summary>
    internal void ShowFadersUnderLock()
    {
        UndoKind? next = Voices.IsNext ? UndoKind.Voices : _faders.NextUndo;
        (_nextUndo, _activePicture) = ((int?)next ?? -1, _faders.Active);
    }

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
}
