namespace FaderStager.Staging.Levels;

/// <summary>What step 0 finds of one track: the trim that brings its level into the plug-ins where it belongs, and why. Figures and causes, no words.</summary>
/// <param name="Material">What it is judged by.</param>
/// <param name="IsByRole">Whether the role decided that; else the crest did.</param>
/// <param name="Cause">Why.</param>
/// <param name="TrimDb">Trim in dB beside the one that is set, rounded to 0.1; 0 = none is needed, NaN = none can be said.</param>
/// <param name="Where">Where it is best made.</param>
/// <param name="PeakAfterDbfs">Sample peak behind the trim in dBFS: what it leaves of the headroom. NaN = not known.</param>
/// <param name="VuAfterDb">RMS behind the trim against 0 VU, in dB; NaN = not known.</param>
/// <param name="HasOffset">Whether there is a DC offset worth a word.</param>
/// <remarks>[any] Immutable.</remarks>
public readonly record struct LevelFinding(
    MaterialKind Material,
    bool IsByRole,
    LevelCause Cause,
    double TrimDb,
    TrimPlace Where,
    double PeakAfterDbfs,
    double VuAfterDb,
    bool HasOffset)
{
    /// <summary>Whether there is a trim to make.</summary>
    public bool IsTrim => Math.Abs(TrimDb) > 0;
}
