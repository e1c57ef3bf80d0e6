using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Profiles;
using FaderStager.Mixing.Songs;
using FaderStager.Mixing.States;
using FaderStager.Mixing.Voices;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Mixes;

/// <summary>What a mix is made of: its members, its settings, and the worker's turn over them.</summary>
/// <remarks>
/// A turn has three parts: <see cref="BeginUnderLock"/> settles and takes down who is there, <see cref="Measure"/> works out
/// what is published, outside the lock, and <see cref="PublishUnderLock"/> publishes it. A mix with no news is passed over, and a steady turn allocates nothing.
/// </remarks>
internal sealed class MixRoster
{
    /// <summary>Seconds without a slot of song after which the song counts as stopped. Rule of thumb: ten slots, so that large buffers do not flicker.</summary>
    private const double StoppedAfterSeconds = 1;

    private readonly MixGroup _group;
    private readonly ProfileLibrary _profiles;
    private readonly Gate _gate;
    private readonly PictureGain _pictureGain;
    private readonly List<Membership> _members = [];
    private readonly List<TrackMember> _turn = [];
    private readonly MixSettling _settling = new();
    private readonly SettingsLineage _lineage = new();
    private readonly VoiceBoard _voices = new();
    private readonly SongCounter _counter = new();
    private readonly BusBoard _bus = new();
    private TrackMember? _focal;
    private string? _focalThatLeft;
    private double _withoutSongSeconds = double.PositiveInfinity;
    private long _seenChanges = -1;
    private long _seenEpoch = -1;
    private long _seenProfiles = -1;
    private MixSettings? _seenSettings;
    private bool _isRolling;
    private bool _isFilled;
    private long _epoch;
    private long _turnEpoch;

    /// <summary>Makes an empty mix.</summary>
    /// <param name="group">Which.</param>
    /// <param name="profiles">The profiles.</param>
    /// <param name="gate">The coordinator's lock.</param>
    /// <param name="pictureGain">What makes its two fader pictures equally loud.</param>
    public MixRoster(MixGroup group, ProfileLibrary profiles, Gate gate, PictureGain pictureGain)
    {
        (_group, _profiles, _gate, _pictureGain) = (group, profiles, gate, pictureGain);
        Publisher = new MixPublisher(MixEvaluation.Empty(group, Settings, BuiltInProfiles.Default, 0));
    }

    /// <summary>What is published of the mix.</summary>
    public MixPublisher Publisher { get; }

    /// <summary>The mix over its song.</summary>
    public SongBoard Song { get; } = new();

    /// <summary>The settings in force. [any]</summary>
    public MixSettings Settings => _lineage.Settings;

    /// <summary>Whether the mix had a focal at the last turn. [worker]</summary>
    public bool HasFocal { get; private set; }

    /// <summary>Counts what a person changed in the settings: a host that gives bytes again is told from an undo by it.</summary>
    public long Acts => _lineage.Acts;

    /// <summary>Who the focal flag goes to.</summary>
    public FocalSuccession Succession => _settling.Succession;

    /// <summary>The members, present or away for a while.</summary>
    public List<Membership> MembersUnderLock => _members;

    /// <summary>The tracks that are there, in the order they joined in.</summary>
    /// <returns>A list of its own.</returns>
    public IReadOnlyList<TrackMember> PresentUnderLock()
    {
        _gate.AssertHeld();
        List<TrackMember> present = [];
        FillPresent(present);
        return present;
    }

    /// <summary>The place of a track, or null.</summary>
    /// <param name="track">The track.</param>
    public Membership? FindUnderLock(TrackMember track)
    {
        _gate.AssertHeld();
        return _members.Find(member => ReferenceEquals(member.Track, track));
    }

    /// <summary>Adds the tracks that are there to a list.</summary>
    /// <param name="present">The list.</param>
    public void FillPresentUnderLock(List<TrackMember> present)
    {
        _gate.AssertHeld();
        FillPresent(present);
    }

    /// <summary>A member comes in, to the place where it joined the process.</summary>
    public void AddUnderLock(Membership member)
    {
        _gate.AssertHeld();
        int at = _members.Count;
        while (at > 0 && _members[at - 1].Order > member.Order)
        {
            at--;
        }

        _members.Insert(at, member);
        _epoch++;
    }

    /// <summary>A member goes.</summary>
    public void RemoveUnderLock(Membership member)
    {
        _gate.AssertHeld();
        _members.Remove(member);
        _lineage.TakeOutOfOrder(_members);
        _epoch++;
    }

    /// <summary>Changes the settings and counts the revision up. The first edit of an untouched mix begins its lineage.</summary>
    public void EditUnderLock(Func<MixSettings, MixSettings> edit)
    {
        _gate.AssertHeld();
        _lineage.Edit(edit);
    }

    /// <summary>A track came from another mix, whose settings an untouched one takes. With its first edit this one begins a lineage of its own.</summary>
    /// <param name="track">The track.</param>
    /// <param name="settings">The other mix's settings.</param>
    public void BorrowUnderLock(TrackMember track, MixSettings settings)
    {
        bool wasUntouched = Settings.Revision == 0;
        AdoptUnderLock(track, settings);
        _lineage.NoteBorrowed(wasUntouched);
    }

    /// <summary>A track came with settings, and takes the mix's approach over.</summary>
    /// <param name="track">The track.</param>
    /// <param name="loaded">Its settings: taken by a mix that nobody has touched, and where they are newer ones of the mix's own lineage.</param>
    /// <param name="isUndo">Whether a host takes something back: then they are taken whatever they are.</param>
    public void AdoptUnderLock(TrackMember track, MixSettings loaded, bool isUndo = false)
    {
        _gate.AssertHeld();
        track.Origin.SettingsLeft = _lineage.Adopt(loaded, isUndo) ? null : loaded;
        if (isUndo)
        {
            _lineage.TakeOutOfOrder(_members);
        }

        _lineage.TakeIntoOrder(track.Id);
        track.Parameters.Set(ParameterId.Approach, (double)Settings.Approach);
        _settling.NoteApproach(track);
    }

    /// <summary>Whether a track may be the focal that its saved state says it is: a mix that has one keeps it, unless a copy stands in for this very track.</summary>
    /// <param name="track">The track; it need not be a member yet.</param>
    public bool MayBeFocalUnderLock(TrackMember track)
    {
        _gate.AssertHeld();
        TrackMember? focal = PresentUnderLock().FirstOrDefault(present => present.IsFocal && !ReferenceEquals(present, track));
        return focal is null || Succession.StandsInFor(focal, track.Id);
    }

    /// <summary>The last track has left: settings go back to their defaults, and an empty mix is published.</summary>
    public void ForgetUnderLock()
    {
        _gate.AssertHeld();
        _settling.Clear();
        Song.Forget();
        _lineage.Forget();
        Publisher.Publish(MixEvaluation.Empty(_group, MixSettings.Default, BuiltInProfiles.Default, Publisher.Published.Snapshot.Sequence + 1));
        _epoch++;
    }

    /// <summary>Settles what was written to single tracks and concerns all.</summary>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    /// <returns>The focal, or null.</returns>
    public TrackMember? SettleUnderLock(HostReports reports) => SettleUnderLock(PresentUnderLock(), reports);

    /// <summary>Begins a turn: who is there, how long who has been silent, and what follows from edits.</summary>
    /// <param name="elapsedSeconds">Seconds since the last turn.</param>
    /// <param name="reports">Takes what is to be told to hosts.</param>
    public void BeginUnderLock(double elapsedSeconds, HostReports reports)
    {
        _gate.AssertHeld();
        AgeUnderLock(elapsedSeconds);
        _turn.Clear();
        FillPresent(_turn);
        _focal = _turn.Count == 0 ? null : SettleUnderLock(_turn, reports);
        _focalThatLeft = Succession.NameOfLeft;
        HasFocal = _focal is not null;
        _turnEpoch = _epoch;
    }

    /// <summary>The worker's own part of a turn.</summary>
    /// <param name="elapsedSeconds">Seconds since the last turn.</param>
    /// <param name="diagnostics">How the engine was doing before.</param>
    /// <returns>The most slots that came for one track.</returns>
    public int Measure(double elapsedSeconds, in Diagnostics diagnostics)
    {
        _isFilled = false;
        _pictureGain.BeginTurn(_turn);
        int most = 0;
        bool isNews = false;
        long changes = 0;
        foreach (TrackMember track in _turn)
        {
            isNews |= track.Measurement.Drain();
            most = Math.Max(most, track.Measurement.Drained);
            changes += track.Changes;
        }

        _withoutSongSeconds = most > 0 ? 0 : _withoutSongSeconds + elapsedSeconds;
        bool isRolling = _withoutSongSeconds < StoppedAfterSeconds;
        MixSettings settings = Settings;
        long profiles = _profiles.Version;
        isNews |= _turnEpoch != _seenEpoch || _turn.Count != Publisher.Published.Snapshot.Tracks.Length;
        isNews |= isRolling != _isRolling || changes != _seenChanges || profiles != _seenProfiles || !ReferenceEquals(settings, _seenSettings);
        if (!isNews || _turn.Count == 0)
        {
            Song.Update(Publisher.Published, CollectionsMarshal.AsSpan(_turn), _focal, _voices);
            return most;
        }

        bool isOtherProfile = profiles != _seenProfiles || settings.ProfileName != _seenSettings?.ProfileName || settings.FollowsFocal != _seenSettings?.FollowsFocal;
        (_isRolling, _seenChanges, _seenProfiles, _seenSettings, _seenEpoch) = (isRolling, changes, profiles, settings, _turnEpoch);
        MixState before = Publisher.Published;
        MixState state = Publisher.Begin(_turn.Count);
        MixSnapshot mix = state.Snapshot;
        (mix.Group, mix.Settings, mix.IsRolling, mix.Diagnostics) = (_group, settings, isRolling, diagnostics);
        mix.Profile = settings.FollowsFocal ? BuiltInProfiles.Following(_focal?.Role, HasVoice())
            : isOtherProfile || before.Snapshot.Tracks.IsEmpty ? _profiles.Find(settings.ProfileName) ?? ProfileLibrary.Default
            : before.Snapshot.Profile;
        mix.Sequence = before.Snapshot.Sequence + 1;
        mix.FocalThatLeft = _focalThatLeft;
        MixEvaluation.Fill(state, before, CollectionsMarshal.AsSpan(_turn), _focal, _voices, _bus, _counter);
        _pictureGain.KeepRoom(mix.PredictedPeakDbfs);
        Song.Update(state, CollectionsMarshal.AsSpan(_turn), _focal, _voices);
        PublishOutputs(state);
        _isFilled = true;
        return most;
    }

    /// <summary>A track's target against the focal in LU as the settings in force have it, without the person's own offset.</summary>
    /// <param name="track">The track.</param>
    /// <param name="focal">The focal, or null.</param>
    public double ProfileTargetLuUnderLock(TrackMember track, TrackMember? focal)
    {
        _gate.AssertHeld();
        MixSettings settings = Settings;
        TargetProfile profile = settings.FollowsFocal ? BuiltInProfiles.Following(focal?.Role) : _profiles.Find(settings.ProfileName) ?? ProfileLibrary.Default;
        return MixEvaluation.ProfileTargetLu(profile, track, focal) - (track.Role == Role.MixBus ? 0 : settings.ForwardLu ?? 0);
    }

    /// <summary>Ends a turn: what was measured is published, unless the mix was emptied meanwhile.</summary>
    public void PublishUnderLock()
    {
        _gate.AssertHeld();
        if (_isFilled && (_turnEpoch == _epoch || _members.Count > 0))
        {
            Publisher.Publish();
        }

        _isFilled = false;
        _focal = null;
        _turn.Clear();
    }

    private bool HasVoice()
    {
        bool hasVoice = false;
        foreach (TrackMember track in _turn)
        {
            hasVoice |= track.InMix && track.Role == Role.LeadVocal;
        }

        return hasVoice;
    }

    private void AgeUnderLock(double elapsedSeconds)
    {
        bool anyPlays = false;
        for (int i = 0; i < _members.Count; i++)
        {
            anyPlays |= _members[i].Track is { } track && _members[i].NoteBlocks(track);
        }

        for (int i = 0; anyPlays && i < _members.Count; i++)
        {
            if (_members[i].Track is { } track)
            {
                _members[i].Age(track, elapsedSeconds);
            }
        }
    }

    private void FillPresent(List<TrackMember> present)
    {
        for (int i = 0; i < _members.Count; i++)
        {
            if (_members[i].IsPresent && _members[i].Track is { } track)
            {
                present.Add(track);
            }
        }
    }

    private TrackMember? SettleUnderLock(IReadOnlyList<TrackMember> tracks, HostReports reports)
    {
        TrackMember? focal = _settling.SettleFocal(tracks, _members, reports);
        ApproachKind approach = _settling.SettleApproach(Settings.Approach, tracks, reports);
        if (approach != Settings.Approach)
        {
            SetApproachUnderLock(approach);
        }

        _settling.SettleFocalReference(tracks, focal);
        return focal;
    }

    // By itself: a lambda that takes its surroundings along would cost every turn an object.
    private void SetApproachUnderLock(ApproachKind approach) => EditUnderLock(settings => settings with { Approach = approach });

    private void PublishOutputs(MixState state)
    {
        double balanceLu = state.Snapshot.FocalAgainstRestLu;
        RestSource source = state.Snapshot.RestSource;
        for (int i = 0; i < _turn.Count; i++)
        {
            Hint hint = state.Advice.Hints[i];
            TrackParameters parameters = _turn[i].Parameters;
            parameters.Set(ParameterId.RelativeLoudness, double.IsFinite(hint.RelativeLu) ? hint.RelativeLu : 0);
            parameters.Set(ParameterId.SuggestedMove, double.IsFinite(hint.MoveDb) ? hint.MoveDb : 0);
            parameters.Set(ParameterId.HintWord, (double)hint.Kind);
            parameters.Set(ParameterId.SuggestedFader, double.IsNaN(hint.SuggestedFaderDb) ? ParameterInfo.NoFaderDb : Math.Max(hint.SuggestedFaderDb, FaderRange.DownDb));

            // A VU meter is read to a dB, and hosts are told of every change.
            parameters.Set(ParameterId.Vu, Math.Round(hint.Track.LiveVuDbfs - state.Snapshot.Settings.WorkingLevelDbfs));
            parameters.Set(ParameterId.Clipped, hint.Track.IsClipped ? 1 : 0);
            parameters.Set(ParameterId.FocalAgainstRest, double.IsFinite(balanceLu) ? balanceLu : 0);
            parameters.Set(ParameterId.RestSource, (double)source);
        }
    }
}
