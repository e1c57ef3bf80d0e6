using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Members;

/// <summary>What a person and the host say of a track beside its parameters: identity, names, who chose the role, what was loaded.</summary>
/// <param name="parameters">The track's parameters.</param>
/// <remarks>[any] reads; writes under the coordinator's lock.</remarks>
internal sealed class TrackEdits(TrackParameters parameters)
{
    private string? _personName;
    private HostTrack _hostTrack = new();
    private EditorLayout _layout = EditorLayout.Default;
    private string _name = "Track";
    private string _tellingName = "Track";
    private bool _roleIsChosen;
    private bool _inMixIsChosen;
    private bool _faderIsHandSet;
    private KeptFocal? _keptAgainst;
    private bool _isReferenceAssumed;
    private long _faderStamp;
    private long _changes;
    private long _names;

    /// <summary>Counts the changes of all that is shown of this.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Counts the names that the track has had.</summary>
    public long Names => Interlocked.Read(ref _names);

    /// <summary>Who this track is.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>The number that names a track that nobody named; 0 before it joins.</summary>
    public int Number { get; private set; }

    /// <summary>The name a person sees.</summary>
    public string Name => Volatile.Read(ref _name);

    /// <summary>The name that tells what the track is: with its folder's before it where its own tells nothing.</summary>
    public string Telling => Volatile.Read(ref _tellingName);

    /// <summary>The name the person gave, or null.</summary>
    public string? PersonName => Volatile.Read(ref _personName);

    /// <summary>What the host says of the channel.</summary>
    public HostTrack HostTrack => Volatile.Read(ref _hostTrack);

    /// <summary>Whether a person chose the role.</summary>
    public bool RoleIsChosen => Volatile.Read(ref _roleIsChosen);

    /// <summary>Whether a person said that the track counts in the mix or not, so that no name changes it.</summary>
    public bool InMixIsChosen => Volatile.Read(ref _inMixIsChosen);

    /// <summary>Whether a person's hand or the host's automation set the fader last, and no hint or start of all faders alike.</summary>
    public bool FaderIsHandSet
    {
        get => Volatile.Read(ref _faderIsHandSet);
        set => Volatile.Write(ref _faderIsHandSet, value);
    }

    /// <summary>The focal that the person's own offset was kept against; null = it counts against any.</summary>
    public KeptFocal? KeptAgainst
    {
        get => Volatile.Read(ref _keptAgainst);
        set => Volatile.Write(ref _keptAgainst, value);
    }

    /// <summary>What the track's name says it is for.</summary>
    public TrackUse Use { get; private set; }

    /// <summary>How a person left the track's editor.</summary>
    public EditorLayout Layout
    {
        get => Volatile.Read(ref _layout);
        set => Volatile.Write(ref _layout, value);
    }

    /// <summary>The instance of the same track that a person said stands behind this one; empty = nobody said.</summary>
    public Guid PairedWith { get; private set; }

    /// <summary>What the host tells its channel by, whatever it is called; null = name and place tell it.</summary>
    public string? ChannelId { get; private set; }

    /// <summary>Whether a person said that this instance is alone on its track, whatever the host tells of the channel.</summary>
    public bool IsUnpaired { get; private set; }

    /// <summary>The stamp of a trim that came with a saved state; it moves no fader.</summary>
    public long LoadedTrimStamp { get; private set; } = -1;

    /// <summary>The state that the host loaded last; defaults before.</summary>
    public TrackState Loaded { get; private set; } = new();

    /// <summary>Where the focal's fader was when this one was last moved, in dB; NaN = not known.</summary>
    public double FocalReferenceFaderDb { get; private set; } = double.NaN;

    /// <summary>What of that is saved: NaN where it was only assumed when the track came, for nothing that no person did changes a saved byte.</summary>
    public double SavedFocalReferenceFaderDb => _isReferenceAssumed ? double.NaN : FocalReferenceFaderDb;

    /// <summary>Gives the track an identity.</summary>
    public void Identify(Guid id)
    {
        Id = id;
        Note();
    }

    /// <summary>Gives the track its number.</summary>
    public void Count(int number)
    {
        Number = number;
        NameFromWhatIsKnown();
    }

    /// <summary>The person's word on the name; null or blank gives it back to the host.</summary>
    /// <param name="name">The name.</param>
    /// <param name="reports">Takes what was guessed anew from it.</param>
    /// <param name="track">The track that this is of.</param>
    public void NameByPerson(string? name, HostReports reports, TrackMember track)
    {
        Volatile.Write(ref _personName, string.IsNullOrWhiteSpace(name) ? null : StateLimits.Name(name.Trim()));
        Guess(reports, track);
    }

    /// <summary>Takes what the host says of the channel; a blank name is none.</summary>
    /// <param name="told">What the host says.</param>
    /// <param name="reports">Takes what was guessed anew from it.</param>
    /// <param name="track">The track that this is of.</param>
    public void TellByHost(HostTrack told, HostReports reports, TrackMember track)
    {
        HostTrack before = Interlocked.Exchange(ref _hostTrack, told with { Name = string.IsNullOrWhiteSpace(told.Name) ? null : told.Name.Trim() });
        Note();
        if (before.Name != HostTrack.Name || before.Bus != HostTrack.Bus || before.FedBy != HostTrack.FedBy)
        {
            Guess(reports, track);
        }
    }

    /// <summary>The person, or a host's own control, has set a parameter: no name changes it any more. [any]</summary>
    /// <param name="id">Which.</param>
    public void NoteHand(ParameterId id)
    {
        if (id == ParameterId.Role)
        {
            Volatile.Write(ref _roleIsChosen, true);
        }
        else if (id == ParameterId.Fader)
        {
            FaderIsHandSet = true;
        }
        else if (id == ParameterId.TargetOffset)
        {
            KeptAgainst = null;
        }
        else if (id == ParameterId.InMix)
        {
            Volatile.Write(ref _inMixIsChosen, true);
        }
    }

    /// <summary>Sets all that concerns this track alone from a saved state; the identity is left.</summary>
    public void TakeOver(TrackState state)
    {
        Loaded = state;
        Volatile.Write(ref _personName, state.Name);
        Volatile.Write(ref _roleIsChosen, state.RoleIsChosen);
        parameters.Set(ParameterId.Role, (double)state.Role);
        parameters.Set(ParameterId.MixGroup, (double)state.Group);
        parameters.Set(ParameterId.FaderPlace, (double)state.FaderPlace);
        parameters.Set(ParameterId.Fader, state.FaderDb);
        parameters.Set(ParameterId.Trim, state.TrimDb);
        LoadedTrimStamp = parameters.Stamp(ParameterId.Trim);
        PairedWith = state.PairedWith;
        IsUnpaired = state.IsUnpaired;
        Layout = state.Editor;
        FaderIsHandSet = state.FaderIsHandSet;
        Volatile.Write(ref _inMixIsChosen, state.InMixIsChosen);
        parameters.Set(ParameterId.TargetOffset, state.TargetOffsetLu);
        KeptAgainst = state.KeptAgainst == Guid.Empty ? null : new KeptFocal(state.KeptAgainst, state.KeptAgainstName ?? "");
        parameters.Set(ParameterId.InMix, state.InMix ? 1 : 0);
        parameters.Set(ParameterId.Bypass, state.IsBypassed ? 1 : 0);
        FocalReferenceFaderDb = state.FocalReferenceFaderDb;
        _isReferenceAssumed = false;
        _faderStamp = parameters.Stamp(ParameterId.Fader);
        NameFromWhatIsKnown();
    }

    /// <summary>Notes where the focal's fader is when this one has moved since the last call, or when it was never noted.</summary>
    /// <param name="focalFaderDb">Where it is, in dB.</param>
    /// <param name="isFlagged">Whether a person has just made it the focal.</param>
    public void NoteFocalFader(double focalFaderDb, bool isFlagged)
    {
        long stamp = parameters.Stamp(ParameterId.Fader);
        if (stamp != _faderStamp || double.IsNaN(FocalReferenceFaderDb))
        {
            _isReferenceAssumed = stamp == _faderStamp && !isFlagged;
            _faderStamp = stamp;
            FocalReferenceFaderDb = focalFaderDb;
            Note();
        }
        else if (!focalFaderDb.Equals(FocalReferenceFaderDb))
        {
            _isReferenceAssumed = false;
        }
    }

    /// <summary>This track's fader went elsewhere without a move: what was noted of the focal's stays.</summary>
    public void KeepFocalFader() => _faderStamp = parameters.Stamp(ParameterId.Fader);

    /// <summary>A move is taken back: what was noted of the focal's fader before it counts again.</summary>
    /// <param name="focalFaderDb">Where the focal's fader was, in dB.</param>
    public void RestoreFocalFader(double focalFaderDb)
    {
        FocalReferenceFaderDb = focalFaderDb;
        KeepFocalFader();
        Note();
    }

    /// <summary>The track joins a mix: moves of its fader count from here on.</summary>
    public void NoteJoin() => _faderStamp = parameters.Stamp(ParameterId.Fader);

    /// <summary>The focal's fader was moved against a trim of its own: where it was is elsewhere now.</summary>
    /// <param name="db">The move in dB.</param>
    public void ShiftFocalFader(double db)
    {
        FocalReferenceFaderDb += db;
        Note();
    }

    /// <summary>Takes the host's own identity of the channel.</summary>
    /// <param name="id">The identity; null = it tells none.</param>
    public void TellChannel(string? id)
    {
        if (id != ChannelId)
        {
            ChannelId = id;
            Note();
        }
    }

    /// <summary>Whether two instances sit on one channel of the host: by its own identity, else by name and place together.</summary>
    /// <param name="other">The other instance's.</param>
    /// <returns>True where the host tells enough, and the same.</returns>
    public bool IsOnChannelOf(TrackEdits other) =>
        ChannelId is not null || other.ChannelId is not null ? ChannelId == other.ChannelId
        : HostTrack is { Name: { } name, MixerIndex: { } index } && other.HostTrack.MixerIndex == index && other.HostTrack.Name == name;

    /// <summary>Says which instance of the same track stands behind this one.</summary>
    /// <param name="behind">Its identity; empty = none.</param>
    /// <param name="isUnpaired">Whether the host's word of the channel does not count.</param>
    public void Pair(Guid behind, bool isUnpaired)
    {
        (PairedWith, IsUnpaired) = (behind, isUnpaired);
        Note();
    }

    /// <summary>Another track became focal: what was noted of the one before says nothing.</summary>
    public void ForgetFocalFader()
    {
        FocalReferenceFaderDb = double.NaN;
        Note();
    }

    /// <summary>Something that is shown has changed.</summary>
    public void Note() => Interlocked.Increment(ref _changes);

    private void Guess(HostReports reports, TrackMember track)
    {
        NameFromWhatIsKnown();
        if (!RoleIsChosen && (PersonName ?? HostTrack.Name) is not null && parameters.Set(ParameterId.Role, (double)TellingName.RoleOf(Telling, HostTrack)))
        {
            reports.AddEdit(track, ParameterId.Role);
        }

        if (!InMixIsChosen && parameters.Set(ParameterId.InMix, Use == TrackUse.Mixed ? 1 : 0))
        {
            reports.AddEdit(track, ParameterId.InMix);
        }
    }

    private void NameFromWhatIsKnown()
    {
        Interlocked.Increment(ref _names);
        Use = TrackUses.FromName(PersonName ?? HostTrack.Name);
        Volatile.Write(ref _name, PersonName ?? HostTrack.Name ?? (Number > 0 ? FormattableString.Invariant($"Track {Number}") : "Track"));
        Volatile.Write(ref _tellingName, TellingName.Of(_name, HostTrack));
        Note();
    }
}
