using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Members;

/// <summary>What a person and the host say of a track beside its parameters: identity, names, who chose the role, what was loaded.</summary>
/// <param name="parameters">The track's parameters.</param>
/// <remarks>[any] reads; writes under the coordinator's lock.</remarks>
internal sealed class TrackEdits(TrackParameters parameters)
{
    private string? _personName;
    private HostTrack _hostTrack = new();
    private string _name = "Track";
    private bool _roleIsChosen;
    private long _faderStamp;
    private long _changes;

    /// <summary>Counts the changes of all that is shown of this.</summary>
    public long Changes => Interlocked.Read(ref _changes);

    /// <summary>Who this track is.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>The number that names a track that nobody named; 0 before it joins.</summary>
    public int Number { get; private set; }

    /// <summary>The name a person sees.</summary>
    public string Name => Volatile.Read(ref _name);

    /// <summary>The name the person gave, or null.</summary>
    public string? PersonName => Volatile.Read(ref _personName);

    /// <summary>What the host says of the channel.</summary>
    public HostTrack HostTrack => Volatile.Read(ref _hostTrack);

    /// <summary>Whether a person chose the role.</summary>
    public bool RoleIsChosen => Volatile.Read(ref _roleIsChosen);

    /// <summary>The state that the host loaded last; defaults before.</summary>
    public TrackState Loaded { get; private set; } = new();

    /// <summary>Where the focal's fader was when this one was last moved, in dB; NaN = not known.</summary>
    public double FocalReferenceFaderDb { get; private set; } = double.NaN;

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
        Rename();
    }

    /// <summary>The person's word on the name; null or blank gives it back to the host.</summary>
    /// <returns>Whether the role was guessed anew from it and changed.</returns>
    public bool NameByPerson(string? name)
    {
        Volatile.Write(ref _personName, string.IsNullOrWhiteSpace(name) ? null : name.Trim());
        return Rename();
    }

    /// <summary>Takes what the host says of the channel; a blank name is none.</summary>
    /// <returns>Whether the role was guessed anew from it and changed.</returns>
    public bool TellByHost(HostTrack told)
    {
        HostTrack before = Interlocked.Exchange(ref _hostTrack, told with { Name = string.IsNullOrWhiteSpace(told.Name) ? null : told.Name.Trim() });
        Note();
        return before.Name != HostTrack.Name && Rename();
    }

    /// <summary>The person, or a host's own control, has set the role: no name changes it any more. [any]</summary>
    public void ChooseRole() => Volatile.Write(ref _roleIsChosen, true);

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
        parameters.Set(ParameterId.TargetOffset, state.TargetOffsetLu);
        parameters.Set(ParameterId.InMix, state.InMix ? 1 : 0);
        parameters.Set(ParameterId.Bypass, state.IsBypassed ? 1 : 0);
        FocalReferenceFaderDb = state.FocalReferenceFaderDb;
        _faderStamp = parameters.Stamp(ParameterId.Fader);
        NameFromWhatIsKnown();
    }

    /// <summary>Notes where the focal's fader is when this one has moved since the last call, or when it was never noted.</summary>
    public void NoteFocalFader(double focalFaderDb)
    {
        long stamp = parameters.Stamp(ParameterId.Fader);
        if (stamp != _faderStamp || double.IsNaN(FocalReferenceFaderDb))
        {
            _faderStamp = stamp;
            FocalReferenceFaderDb = focalFaderDb;
            Note();
        }
    }

    /// <summary>Another track became focal: what was noted of the one before says nothing.</summary>
    public void ForgetFocalFader()
    {
        FocalReferenceFaderDb = double.NaN;
        Note();
    }

    private bool Rename()
    {
        NameFromWhatIsKnown();
        return !RoleIsChosen && (PersonName ?? HostTrack.Name) is { } name && parameters.Set(ParameterId.Role, (double)RoleGuess.FromName(name));
    }

    private void NameFromWhatIsKnown()
    {
        Volatile.Write(ref _name, PersonName ?? HostTrack.Name ?? (Number > 0 ? FormattableString.Invariant($"Track {Number}") : "Track"));
        Note();
    }

    private void Note() => Interlocked.Increment(ref _changes);
}
