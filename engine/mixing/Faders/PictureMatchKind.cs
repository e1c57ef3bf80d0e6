namespace FaderStager.Mixing.Faders;

/// <summary>What came of matching the loudness of the picture that was gone to with the one before.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum PictureMatchKind
{
    /// <summary>The person does not want them matched.</summary>
    Off = 0,

    /// <summary>It is worked out with the worker's next turn, for one was under way.</summary>
    Pending,

    /// <summary>Both sound equally loud, with a common gain or without one.</summary>
    Matched,

    /// <summary>The softer one came up as far as its predicted peak has room; the louder one comes down when it is gone to.</summary>
    Limited,

    /// <summary>One of them has no loudness: nothing was heard of the tracks whose faders are up.</summary>
    NotHeard,

    /// <summary>A track is bypassed, and a bypassed instance changes nothing of what it hears.</summary>
    Bypassed,

    /// <summary>Faders of the DAW wait for a person to set them, so the other picture is not heard yet.</summary>
    Waits,

    /// <summary>They lie further apart than two mixes of one song that are worth comparing.</summary>
    TooFarApart,
}
