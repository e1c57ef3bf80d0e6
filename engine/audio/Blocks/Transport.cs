namespace FaderStager.Audio.Blocks;

/// <summary>What the host says of its transport.</summary>
public enum Transport
{
    /// <summary>The song position stands still: only live readings are taken.</summary>
    Stopped = 0,

    /// <summary>The song position advances.</summary>
    Rolling = 1,

    /// <summary>The host does not say: rolling is concluded from a position that advances with the audio.</summary>
    Unknown = 2,
}
