using FaderStager.Audio;
using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Audio.Slots;
using FaderStager.Audio.Staging;
using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Tracks;

/// <summary>One track: what a shell owns, be it a plug-in on a DAW's track, a stem in the rehearsal or a track in a test.</summary>
/// <remarks>
/// Made at a host's scan too, so making one has no side effect: it joins its mix when it is first prepared. A host that forgets
/// to dispose it costs nothing but the wait until it is noticed: the coordinator holds it weakly.
/// </remarks>
public sealed class TrackInstance : IDisposable
{
    private readonly Coordinator _coordinator;
    private readonly IHostLink? _host;
    private TrackMeter _meter = new();
    private FaderGain _fader = new();
    private bool _isActive;
    private bool _roleIsChosen;
    private bool _faderIsHandSet;
    private bool _inMixIsChosen;
    private VoiceName _voiceName;
    private (string? Name, Role Role) _voiceNameOf;
    private string? _personName;
    private HostTrack _hostTrack = new();
    private long _blocks;
    private long _faderStamp;
    private TrackState _loaded = new();

    /// <summary>Makes a track that has joined no mix yet.</summary>
    /// <param name="coordinator">The process' coordinator: <see cref="Coordinator.Shared"/> in a plug-in.</param>
    /// <param name="host">Where edits are told, or null.</param>
    public TrackInstance(Coordinator coordinator, IHostLink? host = null)
    {
        _coordinator = coordinator;
        _host = host;
    }

    /// <summary>Who this track is: saved with the project, renewed on a copy.</summary>
    /// <remarks>[any]</remarks>
    public Guid Id { get; internal set; } = Guid.NewGuid();

    /// <summary>The lowest number from 1 that no other track of the process has; 0 before it joins. Names tracks that nobody named, and is never saved.</summary>
    /// <remarks>[any]</remarks>
    public int Number { get; internal set; }

    /// <summary>The parameters, for reading. A host writes them by <see cref="SetFromHost"/>, an editor by <see cref="Edit"/>.</summary>
    /// <remarks>[any]</remarks>
    public TrackParameters Parameters { get; } = new();

    /// <summary>The name a person sees: theirs, else the host's, else "Track 3" by <see cref="Number"/>. Setting it is the person's word; null or blank gives it back to the host.</summary>
    /// <remarks>[any but audio]</remarks>
    public string Name
    {
        get => _personName ?? HostName ?? (Number > 0 ? $"Track {Number}" : "Track");
        set
        {
            _personName = string.IsNullOrWhiteSpace(value) ? null : value.Trim();
            _coordinator.Change(() =>
            {
                GuessRole();
                _coordinator.ReportDirty(this);
            });
        }
    }

    /// <summary>The name that the host has for the track, or null. It fills <see cref="Name"/> unless the person named the track.</summary>
    /// <remarks>[ui]</remarks>
    public string? HostName
    {
        get => HostTrack.Name;
        set => HostTrack = HostTrack with { Name = value };
    }

    /// <summary>What the host says of the track's channel: name, colour, place in the mixer. A blank name is none.</summary>
    /// <remarks>[any] reads, [ui] writes. Never saved: the host says it anew.</remarks>
    public HostTrack HostTrack
    {
        get => Volatile.Read(ref _hostTrack);
        set
        {
            HostTrack told = value with { Name = string.IsNullOrWhiteSpace(value.Name) ? null : value.Name.Trim() };
            HostTrack before = Interlocked.Exchange(ref _hostTrack, told);
            if (told.Name != before.Name)
            {
                _coordinator.Change(GuessRole);
            }
        }
    }

    /// <summary>The role; setting it is the person's word and ends the guessing from names.</summary>
    /// <remarks>[any but audio]</remarks>
    public Role Role
    {
        get => (Role)Parameters[ParameterId.Role];
        set => Edit(ParameterId.Role, (double)value);
    }

    /// <summary>Whether this is the mix's focal element; setting it clears the one before.</summary>
    /// <remarks>[any but audio]</remarks>
    public bool IsFocal
    {
        get => Parameters[ParameterId.Focal] > 0;
        set => Edit(ParameterId.Focal, value ? 1 : 0);
    }

    /// <summary>The staging fader in dB; negative infinity = down.</summary>
    /// <remarks>[any but audio]</remarks>
    public double FaderDb
    {
        get => Parameters[ParameterId.Fader];
        set => Edit(ParameterId.Fader, value);
    }

    /// <summary>Where the fader is.</summary>
    /// <remarks>[any but audio]</remarks>
    public FaderPlace FaderPlace
    {
        get => (FaderPlace)Parameters[ParameterId.FaderPlace];
        set => Edit(ParameterId.FaderPlace, (double)value);
    }

    /// <summary>The person's own offset on the target in LU.</summary>
    /// <remarks>[any but audio]</remarks>
    public double TargetOffsetLu
    {
        get => Parameters[ParameterId.TargetOffset];
        set => Edit(ParameterId.TargetOffset, value);
    }

    /// <summary>Whether the track counts in the mix.</summary>
    /// <remarks>[any but audio]</remarks>
    public bool InMix
    {
        get => Parameters[ParameterId.InMix] > 0;
        set => Edit(ParameterId.InMix, value ? 1 : 0);
    }

    /// <summary>The mix group.</summary>
    /// <remarks>[any but audio]</remarks>
    public MixGroup Group
    {
        get => (MixGroup)Parameters[ParameterId.MixGroup];
        set => Edit(ParameterId.MixGroup, (double)value);
    }

    /// <summary>Sample rate in Hz that the host prepared the track for last; NaN before.</summary>
    /// <remarks>[any]</remarks>
    public double SampleRateHz { get; private set; } = double.NaN;

    /// <summary>Who brings the tracks of this process together.</summary>
    /// <remarks>[any]</remarks>
    public Coordinator Coordinator => _coordinator;

    /// <summary>The mix the track belongs to.</summary>
    /// <remarks>[any]</remarks>
    public Mix Mix => _coordinator.Mix(Group);

    /// <summary>Slots that never reached the timeline because the worker could not keep up.</summary>
    /// <remarks>[any]</remarks>
    public long LostSlots => _meter.Slots.Lost;

    /// <summary>How well the song is followed, and which kind of host it is where it is not.</summary>
    /// <remarks>[any] Renewed by each block.</remarks>
    public SongFollowing Following => _meter.Following;

    /// <summary>Seconds of audio for which the song has rolled without a slot being filed, so far; 0 where it does not roll.</summary>
    /// <remarks>[any] From 1 s on <see cref="Following"/> says why.</remarks>
    public double UnfollowedSeconds => _meter.UnfollowedSeconds;

    /// <summary>Blocks with NaN or infinite samples since the track was prepared.</summary>
    /// <remarks>[any]</remarks>
    public long BlocksWithInvalidSamples => _meter.BlocksWithInvalidSamples;

    internal TrackAnalysis Analysis { get; } = new();

    internal SumKind Sums { get; set; }

    /// <summary>What the track's name says of the voice that it belongs to.</summary>
    internal VoiceName VoiceName
    {
        get
        {
            (string name, Role role) = (Name, Role);
            if (role != _voiceNameOf.Role || name != _voiceNameOf.Name)
            {
                _voiceNameOf = (name, role);
                _voiceName = VoiceName.Of(name, role);
            }

            return _voiceName;
        }
    }

    /// <summary>What the track's name says it is for.</summary>
    internal TrackUse Use { get; private set; }

    internal RelativeLoudness Relative { get; } = new();

    /// <summary>Whether a person's hand or the host's automation set the fader last, and no hint or start of all faders alike.</summary>
    internal bool FaderIsHandSet
    {
        get => Volatile.Read(ref _faderIsHandSet);
        set => Volatile.Write(ref _faderIsHandSet, value);
    }

    /// <summary>Where the focal's fader was when this one was last moved, in dB; NaN = not known. Under the coordinator's lock.</summary>
    internal double FocalReferenceFaderDb { get; private set; } = double.NaN;

    internal MixSettings LoadedMix => _loaded.Mix;

    internal IHostLink? Host => _host;

    internal bool IsActive => Volatile.Read(ref _isActive);

    internal long Blocks => Volatile.Read(ref _blocks);

    internal double LiveMomentaryMeanSquare => _meter.LiveMomentaryMeanSquare;

    /// <summary>Gets ready for blocks and joins the mix. Measurements made before are kept: they stand by song position.</summary>
    /// <param name="setup">Rate, longest block, channels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set-up is out of range.</exception>
    /// <remarks>[setup]</remarks>
    public void Prepare(in ProcessSetup setup)
    {
        // Anew, not reset: where a host breaks the rule and a block runs meanwhile, that block ends with what it began with.
        TrackMeter meter = new(_meter.Slots) { MeasuresPestana = _meter.MeasuresPestana };
        meter.Prepare(setup);
        FaderGain fader = new() { TargetDb = AudibleFaderDb };
        fader.Prepare(setup.SampleRateHz);
        Volatile.Write(ref _meter, meter);
        Volatile.Write(ref _fader, fader);
        SampleRateHz = setup.SampleRateHz;
        Volatile.Write(ref _isActive, true);
        _coordinator.Join(this);
    }

    /// <summary>The host stops calling for blocks: a bypassed engine, a removed plug-in. Prepare takes the track back.</summary>
    /// <remarks>[setup]</remarks>
    public void Deactivate() => Volatile.Write(ref _isActive, false);

    /// <summary>Meters a block's input and copies it to the output, through the plug-in fader where that is in use.</summary>
    /// <param name="block">The block; before <see cref="Prepare"/> it is copied and not metered.</param>
    /// <param name="position">Song position of its first frame.</param>
    /// <remarks>[audio] Allocates nothing, waits for nothing, throws nothing.</remarks>
    public void Process(in AudioBlock block, in SongPosition position)
    {
        Volatile.Read(ref _meter).Process(block, position);
        FaderGain fader = Volatile.Read(ref _fader);
        fader.TargetDb = AudibleFaderDb;
        fader.Process(block);
        Volatile.Write(ref _blocks, _blocks + 1);
    }

    /// <summary>A host's control or automation sets a parameter.</summary>
    /// <param name="id">Which; read-only ones are ignored.</param>
    /// <param name="normalized">0 to 1.</param>
    /// <remarks>[any], [audio] included: the mix follows at the worker's next turn.</remarks>
    public void SetFromHost(ParameterId id, double normalized)
    {
        if (ParameterInfo.Of(id).IsReadOnly)
        {
            return;
        }

        // A host that writes back what it was told has chosen nothing.
        if (Parameters.SetNormalized(id, normalized))
        {
            NoteHand(id);
        }
    }

    /// <summary>A person sets a parameter: one gesture towards the host, and the mix follows at once.</summary>
    /// <param name="id">Which; read-only ones are ignored.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <remarks>[ui]</remarks>
    public void Edit(ParameterId id, double plain)
    {
        BeginGesture(id);
        Gesture(id, plain);
        EndGesture(id);
    }

    /// <summary>A drag on a parameter begins.</summary>
    /// <param name="id">Which.</param>
    /// <remarks>[ui]</remarks>
    public void BeginGesture(ParameterId id) => _host?.BeginEdit(id);

    /// <summary>A drag on a parameter goes on.</summary>
    /// <param name="id">Which; read-only ones are ignored.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <remarks>[ui]</remarks>
    public void Gesture(ParameterId id, double plain)
    {
        if (ParameterInfo.Of(id).IsReadOnly)
        {
            return;
        }

        NoteHand(id);
        if (Parameters.Set(id, plain))
        {
            _host?.PerformEdit(id, ParameterInfo.Of(id).ToNormalized(plain));
            _coordinator.Reconcile();
        }
    }

    /// <summary>The drag ends.</summary>
    /// <param name="id">Which.</param>
    /// <remarks>[ui]</remarks>
    public void EndGesture(ParameterId id) => _host?.EndEdit(id);

    /// <summary>The bytes a host saves.</summary>
    /// <returns>UTF-8 JSON: see <see cref="TrackState"/>.</returns>
    /// <remarks>[any but audio]</remarks>
    public byte[] SaveState() => (_loaded with
    {
        Id = Id,
        Name = _personName,
        Role = Role,
        RoleIsChosen = Volatile.Read(ref _roleIsChosen),
        IsFocal = IsFocal,
        Group = Group,
        FaderPlace = FaderPlace,
        FaderDb = FaderDb,
        FaderIsHandSet = FaderIsHandSet,
        TargetOffsetLu = TargetOffsetLu,
        InMix = InMix,
        InMixIsChosen = Volatile.Read(ref _inMixIsChosen),
        IsBypassed = Parameters[ParameterId.Bypass] > 0,
        FocalReferenceFaderDb = FocalReferenceFaderDb,
        Mix = _coordinator.Settings(this),
    }).Write();

    /// <summary>Takes over what a host saved; never throws.</summary>
    /// <param name="utf8">The bytes; damaged ones give defaults.</param>
    /// <returns>One sentence on what could not be read, or null.</returns>
    /// <remarks>[any but audio]</remarks>
    public string? LoadState(ReadOnlySpan<byte> utf8)
    {
        TrackState state = TrackState.Read(utf8, out string? warning);
        _coordinator.Adopt(this, state);
        return warning;
    }

    /// <summary>Leaves the mix.</summary>
    /// <remarks>[setup] The host has stopped calling <see cref="Process"/>.</remarks>
    public void Dispose()
    {
        Deactivate();
        _coordinator.Leave(this);
    }

    /// <summary>Sets all that concerns this track alone from a saved state.</summary>
    /// <param name="state">The state.</param>
    /// <remarks>Under the coordinator's lock.</remarks>
    internal void TakeOver(TrackState state)
    {
        _loaded = state;
        _personName = state.Name;
        Volatile.Write(ref _roleIsChosen, state.RoleIsChosen);
        Parameters.Set(ParameterId.Role, (double)state.Role);
        Parameters.Set(ParameterId.MixGroup, (double)state.Group);
        Parameters.Set(ParameterId.FaderPlace, (double)state.FaderPlace);
        Parameters.Set(ParameterId.Fader, state.FaderDb);
        FaderIsHandSet = state.FaderIsHandSet;
        Volatile.Write(ref _inMixIsChosen, state.InMixIsChosen);
        Parameters.Set(ParameterId.TargetOffset, state.TargetOffsetLu);
        Parameters.Set(ParameterId.InMix, state.InMix ? 1 : 0);
        Parameters.Set(ParameterId.Bypass, state.IsBypassed ? 1 : 0);
        FocalReferenceFaderDb = state.FocalReferenceFaderDb;
        _faderStamp = Parameters.Stamp(ParameterId.Fader);
    }

    /// <summary>Files the slots that the audio thread has handed over.</summary>
    /// <returns>Whether there were any.</returns>
    /// <remarks>[worker]</remarks>
    internal bool DrainSlots()
    {
        bool any = false;
        while (_meter.Slots.TryRead(out LoudnessSlot slot))
        {
            Analysis.File(slot);
            any = true;
        }

        return any;
    }

    /// <summary>Notes where the focal's fader is when this one has moved since the last call, or when it was never noted.</summary>
    /// <param name="focalFaderDb">The focal's fader in dB.</param>
    /// <remarks>Under the coordinator's lock.</remarks>
    internal void NoteFocalFader(double focalFaderDb)
    {
        long stamp = Parameters.Stamp(ParameterId.Fader);
        if (stamp != _faderStamp || double.IsNaN(FocalReferenceFaderDb))
        {
            _faderStamp = stamp;
            FocalReferenceFaderDb = focalFaderDb;
        }
    }

    /// <summary>Another track became focal: what was noted of the one before says nothing.</summary>
    /// <remarks>Under the coordinator's lock.</remarks>
    internal void ForgetFocalFader() => FocalReferenceFaderDb = double.NaN;

    /// <summary>Turns the Pestana measurement on or off.</summary>
    /// <remarks>[worker]</remarks>
    internal void MeasurePestana(bool isOn) => _meter.MeasuresPestana = isOn;

    /// <summary>Tells the host of a value that the mix set, as one gesture.</summary>
    /// <remarks>[ui] or [worker], outside the coordinator's lock.</remarks>
    internal void ReportEdit(ParameterId id)
    {
        if (_host is { } host)
        {
            host.BeginEdit(id);
            host.PerformEdit(id, ParameterInfo.Of(id).ToNormalized(Parameters[id]));
            host.EndEdit(id);
        }
    }

    private double AudibleFaderDb =>
        Parameters[ParameterId.FaderPlace] > 0 || Parameters[ParameterId.Bypass] > 0 ? 0 : Parameters[ParameterId.Fader];

    /// <summary>Under the coordinator's lock.</summary>
    private void NoteHand(ParameterId id)
    {
        if (id == ParameterId.Role)
        {
            Volatile.Write(ref _roleIsChosen, true);
        }
        else if (id == ParameterId.Fader)
        {
            FaderIsHandSet = true;
        }
        else if (id == ParameterId.InMix)
        {
            Volatile.Write(ref _inMixIsChosen, true);
        }
    }

    private void GuessRole()
    {
        if (!Volatile.Read(ref _roleIsChosen) && (_personName ?? HostName) is { } name && Parameters.Set(ParameterId.Role, (double)RoleGuess.FromName(name)))
        {
            _coordinator.Report(this, ParameterId.Role);
        }

        Use = TrackUses.FromName(_personName ?? HostName);
        if (!Volatile.Read(ref _inMixIsChosen) && Parameters.Set(ParameterId.InMix, Use == TrackUse.Mixed ? 1 : 0))
        {
            _coordinator.Report(this, ParameterId.InMix);
        }
    }
}
