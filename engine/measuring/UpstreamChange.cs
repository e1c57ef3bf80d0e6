namespace FaderStager.Measuring;

/// <summary>A track that was changed before it reached the meter, found where it was heard again.</summary>
/// <param name="Count">Counts the changes of this track: 1 for the first. Another number is another change.</param>
/// <param name="SinceSlot">Song position, in slots of 100 ms, from which the track was measured anew.</param>
/// <param name="DifferenceLu">By how much it changed, in LU: the mean over the slots that told it. Positive = louder.</param>
/// <remarks>[any] Immutable. What was measured before it is gone; see docs/loudness.md for what counts as a change.</remarks>
public readonly record struct UpstreamChange(long Count, long SinceSlot, double DifferenceLu)
{
    /// <summary>Song position in seconds from which the track was measured anew.</summary>
    public double SinceSeconds => SinceSlot * 0.1;
}
