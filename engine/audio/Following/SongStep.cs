namespace FaderStager.Audio.Following;

/// <summary>What a block's position asks of the meter.</summary>
internal enum SongStep
{
    /// <summary>The song does not roll, or its place is not known: live readings only.</summary>
    Rest,

    /// <summary>A run begins here.</summary>
    Start,

    /// <summary>The song is where it was expected: nothing to do.</summary>
    Go,

    /// <summary>The song is a little off, as positions that waver or a ratio that is not quite known make it: set the clock.</summary>
    Correct,

    /// <summary>The song runs at another speed than before: set the clock and its ratio.</summary>
    Turn,
}
