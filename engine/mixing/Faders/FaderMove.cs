namespace FaderStager.Mixing.Faders;

/// <summary>One fader that was moved.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="FromDb">Position before in dB; negative infinity = down.</param>
/// <param name="ToDb">Position after in dB.</param>
/// <remarks>[any]</remarks>
public readonly record struct FaderMove(Guid TrackId, double FromDb, double ToDb);
