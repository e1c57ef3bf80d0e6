using System.Collections.Immutable;
using System.Runtime.InteropServices;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>What an approach finds of the whole mix: a hint for every track and what comes next.</summary>
/// <remarks>
/// [any] Read-only outside the engine. The worker fills one and the same object turn after turn; nothing is allocated while the number
/// of tracks stays.
/// </remarks>
public sealed record MixAdvice
{
    private Hint[] _hints = [];
    private OrderKey[] _order = [];

    /// <summary>The mix that this is about.</summary>
    public MixSnapshot Mix { get; internal set; } = MixSnapshot.Empty;

    /// <summary>The approach that gave it.</summary>
    public Settings.ApproachKind Approach { get; internal set; }

    /// <summary>One hint a track, in the snapshot's order of tracks.</summary>
    public ImmutableArray<Hint> Hints
    {
        get => ImmutableCollectionsMarshal.AsImmutableArray(_hints);
        internal set => _hints = [.. value];
    }

    /// <summary>What is to be done next.</summary>
    public MixStep Step { get; internal set; }

    /// <summary>The hint that comes next where one track is to be moved, or null.</summary>
    public Hint? Next { get; internal set; }

    /// <summary>Top-down's uniform start in dB where that is the next step; NaN = it is not.</summary>
    public double StartDb { get; internal set; } = double.NaN;

    /// <summary>How far the focal's fader was moved in dB where the others are to follow; 0 = they are not.</summary>
    public double FocalMoveDb { get; internal set; }

    /// <summary>How far forward the faders say that the lead stands, in LU; NaN = nothing to offer. See <see cref="LeadForward"/>.</summary>
    public double ForwardOfferLu { get; internal set; } = double.NaN;

    /// <summary>How much lower every place is than its target in LU, because many share the backing; 0 = they are not.</summary>
    public double LoweringLu { get; internal set; }

    /// <summary>How much lower the focal, and all with it, would have to start so that nothing needs a trim, in dB; 0 = nothing needs one, or that would not save every one.</summary>
    public double LowerStartDb { get; internal set; }

    /// <summary>Tracks that stand within tolerance of their target.</summary>
    public int InPlaceCount { get; internal set; }

    /// <summary>Tracks that were not heard yet.</summary>
    public int NotHeardCount { get; internal set; }

    /// <summary>Move in dB for every fader alike that would restore headroom and keep the balance; 0 = none is needed.</summary>
    public double HeadroomMoveDb { get; internal set; }

    /// <summary>Predicted peak of the mix bus with every hint applied, in dBFS; negative infinity = nothing is up.</summary>
    public double StagedPeakDbfs { get; internal set; } = double.NegativeInfinity;

    /// <summary>The hint of a track, or null when the track is not in the mix.</summary>
    /// <param name="trackId">The track's identity.</param>
    /// <returns>The hint or null.</returns>
    /// <remarks>[any]</remarks>
    public Hint? For(Guid trackId)
    {
        foreach (Hint hint in _hints)
        {
            if (hint.TrackId == trackId)
            {
                return hint;
            }
        }

        return null;
    }

    /// <summary>Room for one key a track, to sort tracks by.</summary>
    internal Span<OrderKey> Order => _order;

    /// <summary>Clears the advice for a mix, so that it can be filled anew.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="approach">Who fills it.</param>
    /// <returns>A cleared hint for each track.</returns>
    internal Span<Hint> Begin(MixSnapshot mix, Settings.ApproachKind approach)
    {
        ImmutableArray<TrackReading> tracks = mix.Tracks.IsDefault ? [] : mix.Tracks;
        if (_hints.Length != tracks.Length)
        {
            _hints = new Hint[tracks.Length];
            _order = new OrderKey[tracks.Length];
            for (int index = 0; index < _hints.Length; index++)
            {
                _hints[index] = new Hint();
            }
        }

        (Mix, Approach, Next, Step) = (mix, approach, null, MixStep.InsertTracks);
        (StartDb, FocalMoveDb, HeadroomMoveDb, StagedPeakDbfs) = (double.NaN, 0, 0, double.NegativeInfinity);
        (InPlaceCount, NotHeardCount, LoweringLu, LowerStartDb) = (0, 0, 0, 0);
        double offer = mix.Settings.ForwardLu is null ? LeadForward.OfFaders(mix) : 0;
        ForwardOfferLu = Math.Abs(offer) >= LeadForward.LeastOfferLu ? offer : double.NaN;
        for (int index = 0; index < _hints.Length; index++)
        {
            _hints[index].Begin(tracks[index]);
        }

        return _hints;
    }

    /// <summary>A copy that nothing changes any more.</summary>
    /// <param name="mix">The copy of the snapshot that it is about.</param>
    /// <returns>The copy.</returns>
    internal MixAdvice Copy(MixSnapshot mix)
    {
        Hint[] hints = new Hint[_hints.Length];
        for (int index = 0; index < hints.Length; index++)
        {
            hints[index] = _hints[index] with { Track = mix.Tracks[index] };
        }

        int next = Next is null ? -1 : Array.IndexOf(_hints, Next);
        return this with { Mix = mix, _hints = hints, _order = [], Next = next < 0 ? null : hints[next] };
    }
}
