using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Members;

/// <summary>Whose bytes a track was made of, and what they said of the focal: a copy, a track that returns and an undo are told apart by it.</summary>
/// <param name="parameters">The track's parameters.</param>
/// <remarks>Under the coordinator's lock. Never saved.</remarks>
internal sealed class TrackOrigin(TrackParameters parameters)
{
    private long _focalStamp = -1;
    private Guid _loadedId;
    private long _actsAtLoad = -1;

    /// <summary>The identity that the bytes of a copy held; empty = the track is no copy.</summary>
    public Guid CopyOf { get; private set; }

    /// <summary>Whether the bytes of a copy said that it is focal.</summary>
    public bool IsCopyOfFocal { get; private set; }

    /// <summary>Whether the track is known by its identity: bytes with another one do not change it any more.</summary>
    public bool IsIdentified { get; set; }

    /// <summary>Whether the track came as focal into a mix that had one, and has not been focal since.</summary>
    public bool IsFocalDenied { get; set; }

    /// <summary>The settings of another mix that the track came with last, and that the mix it is in did not take; else null.</summary>
    public MixSettings? SettingsLeft { get; set; }

    /// <summary>Whether the focal flag stands as a loaded state left it.</summary>
    public bool IsFocalFromState => parameters.Stamp(ParameterId.Focal) == _focalStamp;

    /// <summary>Sets the focal flag as a loaded state has it.</summary>
    public void LoadFocal(bool isFocal)
    {
        parameters.Set(ParameterId.Focal, isFocal ? 1 : 0);
        _focalStamp = parameters.Stamp(ParameterId.Focal);
    }

    /// <summary>The track is a copy of one that lives.</summary>
    public void BecomeCopy(Guid original, bool wasFocal)
    {
        (CopyOf, IsCopyOfFocal) = (original, wasFocal);
        LoadFocal(false);
    }

    /// <summary>Notes what was loaded, and how many acts of a person the mix had seen by then.</summary>
    public void NoteLoad(TrackState state, long acts) => (_loadedId, _actsAtLoad) = (state.Id, acts);

    /// <summary>Whether a host merely gives the same bytes again: same identity and settings, and nobody did anything since.</summary>
    /// <param name="state">What is given.</param>
    /// <param name="before">What was loaded last.</param>
    /// <param name="acts">How many acts of a person the mix has seen.</param>
    public bool IsRepeat(TrackState state, TrackState before, long acts) =>
        acts == _actsAtLoad && state.Id == _loadedId && state.Mix.Lineage == before.Mix.Lineage && state.Mix.Revision == before.Mix.Revision;
}
