namespace FaderStager.Staging.Approaches;

/// <summary>Why a hint says what it says: the case that the approach found. A narrator makes the sentence of it.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum Cause
{
    /// <summary>Nothing was measured yet: the song has not reached the track, or the host suspends it.</summary>
    NotReached = 0,

    /// <summary>It was measured and nothing passed the gate.</summary>
    Silent,

    /// <summary>The person took it out of the mix.</summary>
    OutOfMix,

    /// <summary>It is the mix bus, which measures the sum.</summary>
    MixBus,

    /// <summary>No focal is flagged.</summary>
    NoFocal,

    /// <summary>Track and focal were heard, but there is no reading of one against the other.</summary>
    NotCompared,

    /// <summary>The focal was not heard, so there is nothing to compare with.</summary>
    FocalNotHeard,

    /// <summary>Bottom-up: the focal was not heard, and it comes first.</summary>
    FocalComesFirst,

    /// <summary>The fader has no position that can be read.</summary>
    NoPosition,

    /// <summary>Top-down: the focal, to which the others come.</summary>
    FocalLeads,

    /// <summary>Top-down: the focal's fader is down.</summary>
    FocalIsDown,

    /// <summary>Top-down: every fader goes to the uniform start first.</summary>
    UniformStart,

    /// <summary>Top-down: the fader is down and the track was not heard.</summary>
    DownAndNotHeard,

    /// <summary>Top-down: the fader is down and the focal was not heard.</summary>
    DownAndFocalNotHeard,

    /// <summary>Top-down: the fader is down and its place is known.</summary>
    DownWithPlace,

    /// <summary>Louder or softer than its place.</summary>
    OffPlace,

    /// <summary>Louder or softer than its place, by a fader that a person set: it goes to the edge.</summary>
    OffPlaceByHand,

    /// <summary>A drum of a kit whose place, or its place inside the kit, asks for the move.</summary>
    KitPlace,

    /// <summary>A return of an effect that is louder or softer than its place under what feeds it.</summary>
    ReturnPlace,

    /// <summary>A return of an effect in its place under what feeds it.</summary>
    ReturnInPlace,

    /// <summary>A return of an effect, and nothing tells what feeds it.</summary>
    ReturnByEar,

    /// <summary>It is the sum of other tracks, whose faders are set.</summary>
    SumOfOthers,

    /// <summary>It runs as other tracks do, at another level: a parallel bus.</summary>
    ParallelToOthers,

    /// <summary>Another instance on the same track is staged: this one is its trim.</summary>
    SameTrack,

    /// <summary>Top-down: within tolerance of its target.</summary>
    InPlace,

    /// <summary>Bottom-up: the focal's fader is up, and it is not raised again.</summary>
    FocalIsUp,

    /// <summary>Bottom-up: the focal comes up to its anchor.</summary>
    Anchor,

    /// <summary>Bottom-up: the focal comes up by ear, for its level in the anchor's unit is not known.</summary>
    AnchorByEar,

    /// <summary>Bottom-up: it is this track's turn.</summary>
    Turn,

    /// <summary>Bottom-up: it is the turn of the kit that this drum belongs to.</summary>
    KitTurn,

    /// <summary>Bottom-up: other tracks come first.</summary>
    OthersFirst,

    /// <summary>Bottom-up: the focal's fader was moved, and this track follows by the same move.</summary>
    FocalMoved,

    /// <summary>Bottom-up: within tolerance of its target.</summary>
    Placed,

    /// <summary>Nobody said where the focal's fader stands in the DAW, so nothing can be read against it.</summary>
    FocalHasNoPosition,
}
