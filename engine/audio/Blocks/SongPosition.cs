namespace FaderStager.Audio.Blocks;

/// <summary>Where a block's first frame stands on the project timeline.</summary>
/// <param name="Frame">Frames from the project's start; negative in a pre-roll.</param>
/// <param name="Transport">Whether the position advances.</param>
/// <remarks>
/// [audio] A shell passes what its host says, no more: what follows from it is decided by <see cref="TrackMeter"/>. A host that gives
/// neither a transport nor a position is <see cref="None"/>; one that gives a position but no flag is <see cref="Transport.Unknown"/>;
/// one whose flag is set but whose position is not valid sets <see cref="LacksPosition"/>.
/// The position need not advance by the block's frames: a play rate, varispeed or an oversampling container makes it slower or
/// faster. A position that does not follow on from the blocks before is a jump (locate, loop).
/// </remarks>
public readonly record struct SongPosition(long Frame, Transport Transport)
{
    /// <summary>A transport that stands still at the project's start.</summary>
    public static SongPosition Stopped => default;

    /// <summary>A host that says nothing: no transport, no position.</summary>
    public static SongPosition None => new(0, Transport.Unknown) { LacksPosition = true };

    /// <summary>Whether the host gives no position: <see cref="Frame"/> means nothing then.</summary>
    public bool LacksPosition { get; init; }

    /// <summary>
    /// The rate that the host says <see cref="Frame"/> is counted in, in Hz (VST3: the context's sample rate); 0, NaN or anything
    /// outside 8,000 to 384,000 means the prepared rate. An oversampling container prepares at its own rate and passes the project's
    /// position on. A rate that the positions themselves belie is not believed.
    /// </summary>
    public double RateHz { get; init; }

    /// <summary>
    /// Whether the block goes on where the one before it ended, and <see cref="Frame"/> means nothing: the later pieces of a host's
    /// block that a shell cuts up. How far the song has gone meanwhile only the host's next position tells.
    /// </summary>
    public bool GoesOn { get; init; }

    /// <summary>A rolling transport at a frame.</summary>
    /// <param name="frame">Frames from the project's start.</param>
    /// <returns>The position.</returns>
    /// <remarks>[any]</remarks>
    public static SongPosition RollingAt(long frame) => new(frame, Transport.Rolling);
}
