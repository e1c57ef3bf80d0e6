using FaderStager.Audio.Blocks;
using FaderStager.Audio.Following;
using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Tracks;

/// <summary>One track: what a shell owns, be it a plug-in on a DAW's track, a stem in the rehearsal or a track in a test.</summary>
/// <remarks>
/// A facade over the parts of a <see cref="TrackMember"/> and the coordinator. Made at a host's scan too, so making one has no side
/// effect: it joins its mix when it is first prepared. A host that forgets to dispose it costs nothing but the wait until it is
/// noticed: the coordinator holds it weakly.
/// </remarks>
public sealed class TrackInstance : IDisposable
{
    private readonly TrackMember _member;
    private double _hostFaderDb = double.NaN;

    /// <summary>Makes a track that has joined no mix yet.</summary>
    /// <param name="coordinator">The process' coordinator: <see cref="Coordinator.Shared"/> in a plug-in.</param>
    /// <param name="host">Where edits are told, or null.</param>
    public TrackInstance(Coordinator coordinator, IHostLink? host = null)
    {
        Coordinator = coordinator;
        _member = new TrackMember(host);
    }

    /// <summary>Who brings the tracks of this process together.</summary>
    /// <remarks>[any]</remarks>
    public Coordinator Coordinator { get; }

    /// <summary>Tells what the instance has seen of its host, or null.</summary>
    /// <remarks>[any]</remarks>
    public IHostWitness? Witness { get; init; }

    /// <summary>The project the track belongs to, as its host's own handle; 0 = the host tells none. Tracks of two projects never share a mix.</summary>
    /// <remarks>[any] reads, [ui] writes. Best set before a state is loaded; a track that has joined already moves, with what an untouched mix takes along.</remarks>
    public nint Project
    {
        get => _member.Project;
        set => Coordinator.MoveTo(_member, value);
    }

    /// <summary>The mix the track belongs to.</summary>
    /// <remarks>[any]</remarks>
    public Mix Mix => Coordinator.Mix(_member);

    /// <summary>Who this track is: saved with the project, renewed on a copy.</summary>
    /// <remarks>[any]</remarks>
    public Guid Id => _member.Id;

    /// <summary>The lowest number from 1 that no other track of the process has; 0 before it joins. Names tracks that nobody named, and is never saved.</summary>
    /// <remarks>[any]</remarks>
    public int Number => _member.Edits.Number;

    /// <summary>The parameters, for reading. A host writes them by <see cref="SetFromHost"/>, an editor by <see cref="Edit"/>.</summary>
    /// <remarks>[any]</remarks>
    public TrackParameters Parameters => _member.Parameters;

    /// <summary>The name a person sees: theirs, else the host's, else "Track 3" by <see cref="Number"/>. Setting it is the person's word; null or blank gives it back to the host.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public string Name
    {
        get => _member.Edits.Name;
        set => Coordinator.Change(Mix, () =>
        {
            _member.Edits.NameByPerson(value, Coordinator.Reports, _member);
            Coordinator.Reports.AddDirty(_member);
        });
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
        get => _member.Edits.HostTrack;
        set => Coordinator.Change(Mix, () => _member.Edits.TellByHost(value, Coordinator.Reports, _member));
    }

    /// <summary>What the host tells the channel by, whatever it is called; instances of one channel are one track. Null = its name and place in the mixer tell it.</summary>
    /// <remarks>[any] reads, [ui] writes. Never saved: the host says it anew.</remarks>
    public string? ChannelId
    {
        get => _member.Edits.ChannelId;
        set => Coordinator.Change(Mix, () => _member.Edits.TellChannel(value));
    }

    /// <summary>The role; setting it is the person's word and ends the guessing from names.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public Role Role
    {
        get => _member.Role;
        set => Edit(ParameterId.Role, (double)value);
    }

    /// <summary>Whether this is the mix's focal element; setting it clears the one before.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public bool IsFocal
    {
        get => _member.IsFocal;
        set => Edit(ParameterId.Focal, value ? 1 : 0);
    }

    /// <summary>The staging fader in dB that counts; negative infinity = down. Where the fader is the DAW's own: the position that was confirmed, NaN where nobody has said one.</summary>
    /// <remarks>[any] reads, [ui] writes. Setting it is the person's word; where the fader is the DAW's own it says where that one stands.</remarks>
    public double FaderDb
    {
        get => _member.FaderDb;
        set => Edit(ParameterId.Fader, value);
    }

    /// <summary>The trim in dB in front of everything else that the instance does, -36 to +36; 0 = none.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public double TrimDb
    {
        get => Parameters[ParameterId.Trim];
        set => Edit(ParameterId.Trim, value);
    }

    /// <summary>Where a VU meter's needle stands behind the trim, in dBFS RMS; NaN before anything was heard.</summary>
    /// <remarks>[any] Renewed every 10 ms of audio, rolling or not. A full-scale sine stands at -3.01.</remarks>
    public double LiveVuDbfs => Decibels.FromAmplitude(_member.Audio.LiveVuAmplitude);

    /// <summary>The position in dB that waits for the person to set the DAW's fader to it, and counts in no reading until <see cref="Mix.ConfirmFader(Guid)"/>; NaN = none.</summary>
    /// <remarks>[any]</remarks>
    public double PendingFaderDb => _member.Fader.PendingDb;

    /// <summary>Whether the host lets the track read and move its channel's own fader, so that <see cref="FaderPlace.HostFader"/> is to be offered.</summary>
    /// <remarks>[any] It may change: some hosts give access some time after they have loaded the track.</remarks>
    public bool ReachesHostFader => _member.Host?.ReachesFader ?? false;

    /// <summary>The place of the fader that is in force: the one asked for, but <see cref="FaderPlace.DawFader"/> where the host's fader was asked for and cannot be reached.</summary>
    /// <remarks>[any]</remarks>
    public FaderPlace FaderPlaceInForce => _member.Fader.Place;

    /// <summary>Where the fader is, as asked for. Going to another place carries the staging over, and <see cref="Mix.Undo"/> takes it back.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public FaderPlace FaderPlace
    {
        get => _member.Fader.Asked;
        set => Edit(ParameterId.FaderPlace, (double)value);
    }

    /// <summary>The person's own offset on the target in LU.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public double TargetOffsetLu
    {
        get => Parameters[ParameterId.TargetOffset];
        set => Edit(ParameterId.TargetOffset, value);
    }

    /// <summary>Whether the track counts in the mix.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public bool InMix
    {
        get => _member.InMix;
        set => Edit(ParameterId.InMix, value ? 1 : 0);
    }

    /// <summary>The mix group.</summary>
    /// <remarks>[any] reads, [ui] writes.</remarks>
    public MixGroup Group
    {
        get => _member.Group;
        set => Edit(ParameterId.MixGroup, (double)value);
    }

    /// <summary>How a person left the instance's editor: its size and the parts that are shown. Saved with it.</summary>
    /// <remarks>[any] reads, [ui] writes. The host is not told: it changes nothing that is heard, and whoever only looks leaves the project as it was.</remarks>
    public EditorLayout EditorLayout
    {
        get => _member.Edits.Layout;
        set => _member.Edits.Layout = value;
    }

    /// <summary>Sample rate in Hz that the host prepared the track for last; NaN before.</summary>
    /// <remarks>[any]</remarks>
    public double SampleRateHz => _member.Audio.SampleRateHz;

    /// <summary>Slots that never reached the timeline because the worker could not keep up.</summary>
    /// <remarks>[any]</remarks>
    public long LostSlots => _member.Audio.Slots.Lost;

    /// <summary>How well the song is followed, and which kind of host it is where it is not.</summary>
    /// <remarks>[any] Renewed by each block.</remarks>
    public SongFollowing Following => _member.Audio.Following;

    /// <summary>Seconds of audio for which the song has rolled without a slot being filed, so far; 0 where it does not roll.</summary>
    /// <remarks>[any] From 1 s on <see cref="Following"/> says why.</remarks>
    public double UnfollowedSeconds => _member.Audio.UnfollowedSeconds;

    /// <summary>Blocks with NaN or infinite samples since the track was prepared.</summary>
    /// <remarks>[any]</remarks>
    public long BlocksWithInvalidSamples => _member.Audio.BlocksWithInvalidSamples;

    internal TrackMember Member => _member;

    /// <summary>Gets ready for blocks and joins the mix. Measurements made before are kept: they stand by song position.</summary>
    /// <param name="setup">Rate, longest block, channels.</param>
    /// <exception cref="ArgumentOutOfRangeException">The set-up is out of range.</exception>
    /// <remarks>[setup]</remarks>
    public void Prepare(in ProcessSetup setup)
    {
        _member.Audio.Prepare(setup);
        Coordinator.Join(_member);
    }

    /// <summary>The host stops calling for blocks: a bypassed engine, a removed plug-in. Prepare takes the track back.</summary>
    /// <remarks>[setup]</remarks>
    public void Deactivate() => _member.Audio.Deactivate();

    /// <summary>Trims a block, meters it and copies it to the output, through the plug-in fader where that is in use.</summary>
    /// <param name="block">The block; before <see cref="Prepare"/> it is copied and not metered.</param>
    /// <param name="position">Song position of its first frame.</param>
    /// <remarks>[audio] Allocates nothing, waits for nothing, throws nothing.</remarks>
    public void Process(in AudioBlock block, in SongPosition position) => _member.Audio.Process(block, position);

    /// <summary>A host's control or automation sets a parameter.</summary>
    /// <param name="id">Which; read-only ones are ignored.</param>
    /// <param name="normalized">0 to 1.</param>
    /// <remarks>
    /// [any], [audio] included: the mix follows at the worker's next turn. Of a momentary parameter it is automation, which presses nothing: see <see cref="SetControl"/>.
    /// </remarks>
    public void SetFromHost(ParameterId id, double normalized)
    {
        // A host that writes back what it was told has chosen nothing, and many write it back in single precision.
        const double SameDb = 0.01;
        ParameterInfo parameter = ParameterInfo.Of(id);
        if (parameter.IsMomentary)
        {
            _member.Presses.NoteBlock(id, normalized, Coordinator.Time);
            return;
        }

        bool isSame = Math.Abs(parameter.FromNormalized(normalized) - Parameters[id]) < SameDb;
        if (!parameter.IsReadOnly && !isSame && Parameters.SetNormalized(id, normalized))
        {
            _member.Edits.NoteHand(id);
        }
    }

    /// <summary>The host's control of a momentary parameter has a value: 1 presses it, and the worker's next turn does its work once and brings it back to 0.</summary>
    /// <param name="id">Which; one that is not momentary is set.</param>
    /// <param name="normalized">0 to 1; down from 0.5 on.</param>
    /// <remarks>[ui], or [audio] where a shell hears of its controls there. A value that is held, or that a block or a state has brought, presses nothing.</remarks>
    public void SetControl(ParameterId id, double normalized)
    {
        if (ParameterInfo.Of(id).IsMomentary)
        {
            _member.Presses.Take(id, normalized, Coordinator.Time);
        }
        else
        {
            SetFromHost(id, normalized);
        }
    }

    /// <summary>The host says that a person's hand takes hold of its control of a momentary parameter, or leaves it.</summary>
    /// <param name="id">Which.</param>
    /// <param name="isHeld">Whether the hand is there from now on.</param>
    /// <remarks>[ui] What such a hand sets is no automation.</remarks>
    public void NoteHand(ParameterId id, bool isHeld)
    {
        if (isHeld)
        {
            _member.Presses.TakeHold(id);
        }
        else
        {
            _member.Presses.LetGo(id);
        }
    }

    /// <summary>Presses of momentary parameters that were done so far.</summary>
    /// <remarks>[any]</remarks>
    public long PressesDone => _member.Presses.Answers;

    /// <summary>Which momentary parameter was done last, and whether any fader moved or waits for it.</summary>
    /// <remarks>[any] What it says before the first is nothing.</remarks>
    public (ParameterId Id, bool Moved) LastPress => _member.Presses.LastAnswer;

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
    public void BeginGesture(ParameterId id) => TrackGestures.Begin(_member, id);

    /// <summary>A drag on a parameter goes on.</summary>
    /// <param name="id">Which; read-only ones are ignored.</param>
    /// <param name="plain">Plain value in the parameter's unit.</param>
    /// <remarks>[ui]</remarks>
    public void Gesture(ParameterId id, double plain) => TrackGestures.Perform(_member, id, plain, Mix.Reconcile);

    /// <summary>The drag ends.</summary>
    /// <param name="id">Which.</param>
    /// <remarks>[ui]</remarks>
    public void EndGesture(ParameterId id) => TrackGestures.End(_member, id);

    /// <summary>The level before the insert was moved by a known amount: a trim in front of FaderStager, a fader in front of a post-fader slot.</summary>
    /// <param name="moveDb">The move in dB; positive = louder. 0, NaN and infinities change nothing.</param>
    /// <remarks>
    /// [any but audio] All that was measured moves with it at the worker's next turn: loudness, peaks and maxima. What was heard of the
    /// move before it was told is not moved twice. Tell it once for each move.
    /// </remarks>
    public void NoteLevelMove(double moveDb)
    {
        if (double.IsFinite(moveDb) && moveDb != 0)
        {
            _member.Measurement.Shift(moveDb);
        }
    }

    /// <summary>The host tells where the channel's own fader stands.</summary>
    /// <param name="db">Position in dB; negative infinity = down, NaN = not known.</param>
    /// <remarks>
    /// [ui] At <see cref="FaderPlace.PostFader"/> the meter sits behind that fader, so what was measured moves with it. A fader that went
    /// down and comes up again counts from where it was before. At any other place it is only remembered.
    /// </remarks>
    public void NoteHostFader(double db)
    {
        if (!double.IsFinite(db))
        {
            return;
        }

        if (FaderPlace == FaderPlace.PostFader)
        {
            NoteLevelMove(db - _hostFaderDb);
        }

        _hostFaderDb = db;
    }

    /// <summary>The bytes a host saves.</summary>
    /// <returns>UTF-8 JSON: see <see cref="TrackState"/>.</returns>
    /// <remarks>[any but audio]</remarks>
    public byte[] SaveState()
    {
        MixSettings settings = Coordinator.Settings(_member);
        return StateNow(settings).Write();
    }

    /// <summary>Takes over what a host saved; never throws.</summary>
    /// <param name="utf8">The bytes; those that are empty, damaged or not FaderStager's change nothing.</param>
    /// <returns>One sentence on what could not be read, or null.</returns>
    /// <remarks>[any but audio]</remarks>
    public string? LoadState(ReadOnlySpan<byte> utf8)
    {
        TrackState state = TrackState.Read(utf8, out string? warning);
        _member.Presses.NoteLoad(Coordinator.Time);
        if (state.IsRead)
        {
            Coordinator.Adopt(_member, state);
        }

        return LoadWarning = warning;
    }

    /// <summary>What could not be read of the state that was given last, in one sentence, or null.</summary>
    /// <remarks>[any]</remarks>
    public string? LoadWarning { get; private set; }

    /// <summary>The settings of another mix that the track came with last, where it takes those of the mix it is in instead; else null.</summary>
    /// <remarks>[any]</remarks>
    public MixSettings? SettingsLeft => _member.Origin.SettingsLeft;

    /// <summary>Leaves the mix.</summary>
    /// <remarks>[setup] The host has stopped calling <see cref="Process"/>.</remarks>
    public void Dispose()
    {
        Deactivate();
        Coordinator.Leave(_member);
    }

    private TrackState StateNow(MixSettings settings) => _member.Edits.Loaded with
    {
        Id = Id,
        Name = _member.Edits.PersonName,
        Role = Role,
        RoleIsChosen = _member.Edits.RoleIsChosen,
        IsFocal = IsFocal,
        Group = Group,
        FaderPlace = FaderPlace,
        FaderDb = Parameters[ParameterId.Fader],
        PendingFaderDb = PendingFaderDb,
        DawFaderDb = FaderPlaceInForce switch { FaderPlace.HostFader => double.NaN, FaderPlace.DawFader => FaderDb, _ => _member.Fader.DawDb },
        TrimDb = TrimDb,
        PairedWith = _member.Edits.PairedWith,
        IsUnpaired = _member.Edits.IsUnpaired,
        Editor = EditorLayout,
        FaderIsHandSet = _member.Edits.FaderIsHandSet,
        TargetOffsetLu = TargetOffsetLu,
        KeptAgainst = _member.Edits.KeptAgainst?.Id ?? Guid.Empty,
        KeptAgainstName = _member.Edits.KeptAgainst?.Name,
        InMix = InMix,
        InMixIsChosen = _member.Edits.InMixIsChosen,
        IsBypassed = Parameters[ParameterId.Bypass] > 0,
        FocalReferenceFaderDb = IsFocal ? double.NaN : _member.Edits.SavedFocalReferenceFaderDb,
        Mix = settings,
    };
}
