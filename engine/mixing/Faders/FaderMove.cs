namespace FaderStager.Mixing.Faders;

/// <summary>One fader, or trim, that was moved.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="FromDb">Position before in dB; negative infinity = down.</param>
/// <param name="ToDb">Position after in dB.</param>
/// <remarks>[any]</remarks>
public readonly record struct FaderMove(Guid TrackId, double FromDb, double ToDb)
{
    /// <summary>Whether it is the trim, in place of the fader.</summary>
    public bool IsTrim { get; init; }
}
