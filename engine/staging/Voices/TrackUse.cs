namespace FaderStager.Staging.Voices;

/// <summary>Whether a track is there for the listener, and if not, what it is for.</summary>
/// <remarks>[any]</remarks>
public enum TrackUse
{
    /// <summary>Part of the mix.</summary>
    Mixed = 0,

    /// <summary>Click, metronome, count-in.</summary>
    Click,

    /// <summary>Talkback or slate.</summary>
    Talkback,

    /// <summary>A guide that is replaced later.</summary>
    Guide,

    /// <summary>A reference or a bounce of the song.</summary>
    Reference,

    /// <summary>A trigger that only feeds a sidechain, or time code.</summary>
    Trigger,
}
