namespace FaderStager.Mixing.Faders;

/// <summary>One fader, or trim, that was moved, or fader that a person is asked to move.</summary>
/// <param name="TrackId">The track.</param>
/// <param name="FromDb">Where the staging wanted the fader before, in dB; negative infinity = down.</param>
/// <param name="ToDb">Where it wants it now, in dB.</param>
/// <param name="IsPending">Whether nothing has moved yet: the person has to set the DAW's fader and confirm it.</param>
/// <remarks>[any]</remarks>
public readonly record struct FaderMove(Guid TrackId, double FromDb, double ToDb, bool IsPending = false)
{
    /// <summary>Whether it is the trim, in place of the fader.</summary>
    public bool IsTrim { get; init; }
}
