namespace FaderStager.Staging.Approaches;

/// <summary>What is to be done with the whole mix next: what its headline is about.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum MixStep
{
    /// <summary>There are no tracks.</summary>
    InsertTracks = 0,

    /// <summary>The focal is flagged and out of the mix, or it is the mix bus.</summary>
    TakeFocalIn,

    /// <summary>No focal is flagged.</summary>
    FlagFocal,

    /// <summary>Top-down: every fader goes to the uniform start.</summary>
    StartUniformly,

    /// <summary>Bottom-up: the focal's fader was moved; the others follow, or it goes back.</summary>
    FollowFocal,

    /// <summary>Bottom-up: one fader that is down comes up, that of <see cref="MixAdvice.Next"/>.</summary>
    BringUp,

    /// <summary>One fader that is off its place is moved, that of <see cref="MixAdvice.Next"/>.</summary>
    MoveTrack,

    /// <summary>The focal was not heard yet.</summary>
    HearFocal,

    /// <summary>Nothing is to be moved.</summary>
    Rest,

    /// <summary>Say where the focal's fader stands in the DAW: nobody has.</summary>
    ConfirmFocal,
}
