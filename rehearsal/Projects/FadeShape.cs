namespace FaderStager.Rehearsal.Projects;

/// <summary>The curve of a fade.</summary>
public enum FadeShape
{
    /// <summary>Gain in proportion to time.</summary>
    Linear = 0,

    /// <summary>Rises fast at first: 1 - (1 - x)^2.</summary>
    FastStart,

    /// <summary>Slow at both ends: sin^2.</summary>
    SlowEnds,

    /// <summary>Very slow at both ends.</summary>
    SteepMiddle,

    /// <summary>A quarter of a sine: equal power.</summary>
    EqualPower,
}
