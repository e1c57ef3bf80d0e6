namespace FaderStager.Rehearsal.Projects;

/// <summary>Which channels of a file a clip plays. A mono file plays the same whatever is chosen.</summary>
public enum ClipChannels
{
    /// <summary>As they are in the file.</summary>
    AsStored = 0,

    /// <summary>Left and right swapped.</summary>
    Swapped,

    /// <summary>Half the sum of both.</summary>
    Downmix,

    /// <summary>The left one alone, on both sides.</summary>
    Left,

    /// <summary>The right one alone, on both sides.</summary>
    Right,
}
