namespace FaderStager.Presentation.Looks;

/// <summary>The levels of a scale's marks, to be gone through without allocation.</summary>
/// <remarks>[any] A copy goes through them from where the original stands.</remarks>
public record struct LuMarks
{
    private readonly double _highLu;
    private readonly double _stepLu;

    internal LuMarks(double firstLu, double highLu, double stepLu)
    {
        (_highLu, _stepLu) = (highLu, stepLu);
        Current = firstLu - stepLu;
    }

    /// <summary>The present level in LU.</summary>
    public double Current { get; private set; }

    /// <summary>Goes on to the next level.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext() => (Current += _stepLu) <= _highLu;

    /// <summary>The levels from here on.</summary>
    /// <returns>A copy.</returns>
    public readonly LuMarks GetEnumerator() => this;
}
