using FaderStager.Mixing.Hosts;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Members;

/// <summary>One track as its mix knows it. Each part belongs to one side, so the compiler keeps the threads apart.</summary>
/// <remarks>
/// <see cref="Audio"/> is the audio thread's, <see cref="Measurement"/> the worker's, <see cref="Edits"/> changes under the
/// coordinator's lock, <see cref="Parameters"/> are single words that any thread may read and write.
/// </remarks>
internal sealed class TrackMember
{
    /// <summary>Makes a track that has joined no mix yet.</summary>
    /// <param name="host">Where edits are told, or null.</param>
    public TrackMember(IHostLink? host)
    {
        Host = host;
        Audio = new TrackAudio(Parameters);
        Measurement = new TrackMeasurement(Audio);
        Edits = new TrackEdits(Parameters);
        Fader = new TrackFader(this, host);
        Origin = new TrackOrigin(Parameters);
        Presses = new TrackPresses(Parameters);
    }

    /// <summary>The track's host, or null.</summary>
    public IHostLink? Host { get; }

    /// <summary>The values of its parameters.</summary>
    public TrackParameters Parameters { get; } = new();

    /// <summary>The audio thread's part.</summary>
    public TrackAudio Audio { get; }

    /// <summary>The worker's part.</summary>
    public TrackMeasurement Measurement { get; }

    /// <summary>What a person and the host say of it.</summary>
    public TrackEdits Edits { get; }

    /// <summary>Where its fader is staged.</summary>
    public TrackFader Fader { get; }

    /// <summary>Whose bytes it was made of.</summary>
    public TrackOrigin Origin { get; }

    /// <summary>What its momentary parameters were pressed for.</summary>
    public TrackPresses Presses { get; }

    /// <summary>The project it belongs to, as its host's own handle; 0 = the host tells none. Set before it joins.</summary>
    public nint Project { get; set; }

    /// <summary>Where it stands among the instances of its track.</summary>
    public TrimChain Chain { get; } = new();

    /// <summary>Who it is.</summary>
    public Guid Id => Edits.Id;

    /// <summary>Its role.</summary>
    public Role Role => (Role)Parameters[ParameterId.Role];

    /// <summary>Whether it is flagged focal.</summary>
    public bool IsFocal => Parameters[ParameterId.Focal] > 0;

    /// <summary>The mix group it asks for.</summary>
    public MixGroup Group => (MixGroup)Parameters[ParameterId.MixGroup];

    /// <summary>The staging fader in dB; negative infinity = down, NaN = it is the DAW's own and nobody said where it stands.</summary>
    public double FaderDb => Fader.PositionDb;

    /// <summary>Where the fader is: the place in force.</summary>
    public FaderPlace FaderPlace => Fader.Place;

    /// <summary>Whether it counts in the mix.</summary>
    public bool InMix => Parameters[ParameterId.InMix] > 0;

    /// <summary>Whether fader commands for the whole mix move it: in the mix, not its bus, and no other instance of its track is staged for it.</summary>
    public bool IsStaged => InMix && Role != Role.MixBus && Chain.Staged == Guid.Empty;

    /// <summary>All changes that a mix has to look at, counted.</summary>
    public long Changes => Parameters.Edits + Edits.Changes;

    /// <summary>How it stands, for taking a command back.</summary>
    public TrackStand Stand() => new(
        Id,
        Fader.Asked,
        Fader.AimDb,
        Fader.HostDb,
        Edits.FaderIsHandSet,
        Edits.FocalReferenceFaderDb,
        Parameters[ParameterId.TargetOffset],
        Edits.KeptAgainst)
    {
        TrimDb = Parameters[ParameterId.Trim],
    };
}
