namespace FaderStager.Mixing.Faders;

/// <summary>One fader that was moved, or that a person is asked to move.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="FromDb">Where the staging wanted the fader before, in dB; negative infinity = down.</param>
/// <param name="ToDb">Where it wants it now, in dB.</param>
/// <param name="IsPending">Whether nothing has moved yet: the person has to set the DAW's fader and confirm it.</param>
/// <remarks>[any]</remarks>
public readonly record struct FaderMove(Guid TrackId, double FromDb, double ToDb, bool IsPending = false);
