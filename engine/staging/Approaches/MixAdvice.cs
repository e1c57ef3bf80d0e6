using System.Collections.Immutable;

namespace FaderStager.Staging.Approaches;

/// <summary>What an approach says of the whole mix: a hint for every track and one headline.</summary>
/// <remarks>[any] Immutable.</remarks>
public sealed record MixAdvice
{
    /// <summary>One hint a track, in the snapshot's order of tracks.</summary>
    public required ImmutableArray<Hint> Hints { get; init; }

    /// <summary>The one sentence to read first.</summary>
    public required string Headline { get; init; }

    /// <summary>How far the focal's fader was moved in dB where the others are to follow; 0 = they are not.</summary>
    public double FocalMoveDb { get; init; }

    /// <summary>Move in dB for every fader alike that would restore headroom and keep the balance; 0 = none is needed.</summary>
    public double HeadroomMoveDb { get; init; }

    /// <summary>Predicted peak of the mix bus with every hint applied, in dBFS; negative infinity = nothing is up.</summary>
    public double StagedPeakDbfs { get; init; } = double.NegativeInfinity;

    /// <summary>The hint of a track, or null when the track is not in the mix.</summary>
    /// <param name="trackId">The track's identity.</param>
    /// <returns>The hint or null.</returns>
    /// <remarks>[any]</remarks>
    public Hint? For(Guid trackId) => Hints.FirstOrDefault(hint => hint.TrackId == trackId);
}
