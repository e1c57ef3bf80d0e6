namespace FaderStager.Staging.Levels;

/// <summary>Why a trim is advised, or none: the case that was found. A narrator makes the sentence of it.</summary>
/// <remarks>[any] Stored nowhere.</remarks>
public enum LevelCause
{
    /// <summary>Nothing was measured yet.</summary>
    NotHeard = 0,

    /// <summary>It was measured and never sounded.</summary>
    Silent,

    /// <summary>Nothing but a DC offset.</summary>
    OnlyOffset,

    /// <summary>The mix bus or a sum of other tracks: its tracks set its level.</summary>
    Sum,

    /// <summary>Another instance on the same track stands behind this one and is judged for it, or the other way round.</summary>
    SameTrack,

    /// <summary>The instance sits behind the fader, so the level into the plug-ins is not known.</summary>
    BehindFader,

    /// <summary>Sustained, and near enough to the working level.</summary>
    AtWorkingLevel,

    /// <summary>Sustained, and off the working level.</summary>
    OffWorkingLevel,

    /// <summary>Sustained and too soft, but its peaks leave no room for the whole way.</summary>
    HeldByPeaks,

    /// <summary>Percussive, and its peaks are near enough to where they belong.</summary>
    AtPeakLevel,

    /// <summary>Percussive, and its peaks are off.</summary>
    OffPeakLevel,
}
