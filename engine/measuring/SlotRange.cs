namespace FaderStager.Measuring;

/// <summary>A stretch of the song in whole slots of 100 ms.</summary>
/// <param name="First">Its first slot; may be negative.</param>
/// <param name="End">The first slot after it.</param>
/// <remarks>[any]</remarks>
public readonly record struct SlotRange(long First, long End)
{
    /// <summary>Slots in a second.</summary>
    public const int SlotsPerSecond = 10;

    // Times are typed and drawn in decimal fractions of a second: 0.3 x 10 is 3 and no more.
    private const double Rounding = 1e-6;

    /// <summary>How many slots it has; 0 when it is empty.</summary>
    public long Count => Math.Max(0, End - First);

    /// <summary>Where it starts, in seconds of song.</summary>
    public double FromSeconds => First / (double)SlotsPerSecond;

    /// <summary>Where it ends, in seconds of song.</summary>
    public double ToSeconds => End / (double)SlotsPerSecond;

    /// <summary>The slots that lie wholly in a stretch of song.</summary>
    /// <param name="fromSeconds">Where it starts.</param>
    /// <param name="toSeconds">Where it ends.</param>
    /// <returns>The slots; none where a time is not finite or the end lies before the start.</returns>
    /// <remarks>[any]</remarks>
    public static SlotRange Of(double fromSeconds, double toSeconds)
    {
        if (!double.IsFinite(fromSeconds) || !double.IsFinite(toSeconds) || toSeconds <= fromSeconds)
        {
            return default;
        }

        double first = Math.Ceiling((fromSeconds * SlotsPerSecond) - Rounding);
        double end = Math.Floor((toSeconds * SlotsPerSecond) + Rounding);
        return new SlotRange((long)Math.Clamp(first, int.MinValue, int.MaxValue), (long)Math.Clamp(end, int.MinValue, int.MaxValue));
    }

    /// <summary>Whether a slot lies in it.</summary>
    /// <param name="slot">The slot.</param>
    /// <returns>Whether it does.</returns>
    /// <remarks>[any]</remarks>
    public bool Contains(long slot) => slot >= First && slot < End;

    /// <summary>What it has in common with another.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The common stretch; its count is 0 when there is none.</returns>
    /// <remarks>[any]</remarks>
    public SlotRange Intersect(SlotRange other) => new(Math.Max(First, other.First), Math.Min(End, other.End));
}
