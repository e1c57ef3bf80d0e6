namespace FaderStager.Presentation.Songs;

/// <summary>The lane's axis of song time.</summary>
/// <param name="FromSeconds">Where it starts, in seconds of song.</param>
/// <param name="ToSeconds">Where it ends.</param>
/// <param name="Width">Its width in the lane's units.</param>
/// <remarks>[any] Immutable.</remarks>
internal readonly record struct LaneAxis(double FromSeconds, double ToSeconds, double Width)
{
    private const double LeastSeconds = 0.1;

    /// <summary>Where a time stands.</summary>
    /// <param name="seconds">The time; NaN gives NaN.</param>
    public double XOf(double seconds) => (seconds - FromSeconds) / Math.Max(LeastSeconds, ToSeconds - FromSeconds) * Width;

    /// <summary>The time at a place; beyond the ends it is that of the end.</summary>
    /// <param name="x">The place.</param>
    public double SecondsAt(double x) => FromSeconds + (Math.Clamp(x / Math.Max(1, Width), 0, 1) * (ToSeconds - FromSeconds));

    /// <summary>Whether a time lies on it.</summary>
    /// <param name="seconds">The time.</param>
    public bool Holds(double seconds) => seconds >= FromSeconds && seconds <= ToSeconds;
}
