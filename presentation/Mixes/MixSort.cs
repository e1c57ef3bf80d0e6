namespace FaderStager.Presentation.Mixes;

/// <summary>How the table of tracks is sorted.</summary>
/// <remarks>[ui]</remarks>
public enum MixSort
{
    /// <summary>By importance: the order of work, which the person may change by dragging.</summary>
    Importance = 0,

    /// <summary>By deviation from the target, the largest first.</summary>
    Deviation,
}
