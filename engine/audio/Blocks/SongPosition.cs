namespace FaderStager.Audio.Blocks;

/// <summary>What the host says of its transport.</summary>
public enum Transport
{
    /// <summary>The song position stands still: only live readings are taken.</summary>
    Stopped = 0,

    /// <summary>The song position advances by each block's frames.</summary>
    Rolling = 1,

    /// <summary>The host does not say: rolling is concluded from a position that advances by each block's frames.</summary>
    Unknown = 2,
}

/// <summary>Where a block's first frame stands on the project timeline.</summary>
/// <param name="Frame">Frames from the project's start at the prepared sample rate; negative in a pre-roll.</param>
/// <param name="Transport">Whether the position advances.</param>
/// <remarks>[audio] A position that does not follow on from the block before is a jump (locate, loop).</remarks>
public readonly record struct SongPosition(long Frame, Transport Transport)
{
    /// <summary>A transport that stands still at the project's start.</summary>
    public static SongPosition Stopped => default;

    /// <summary>A rolling transport at a frame.</summary>
    /// <param name="frame">Frames from the project's start.</param>
    /// <returns>The position.</returns>
    /// <remarks>[any]</remarks>
    public static SongPosition RollingAt(long frame) => new(frame, Transport.Rolling);
}
