using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Approaches;

/// <summary>The arithmetic that both approaches share: where each fader belongs once the focal's fader is known.</summary>
/// <remarks>[any] Made for one snapshot and dropped. Every figure that cannot be had is NaN.</remarks>
internal ref struct FocalPlacing
{
    // Beyond this a number is a fault of its source, no reading.
    private const double LargestFigure = 1000;

    // Faders stand on a grid, and a place is no point.
    private const double LeastToleranceLu = 0.5;

    /// <summary>Reads a mix.</summary>
    /// <param name="mix">The mix.</param>
    /// <remarks>[any] Where garbage flags several focals the one with the lowest identity counts, so the order of tracks tells nothing.</remarks>
    internal FocalPlacing(MixSnapshot mix)
    {
        Mix = mix;
        Tracks = mix.Tracks.IsDefault ? [] : mix.Tracks;
        foreach (TrackReading track in Tracks)
        {
            StagedCount += track.IsStaged ? 1 : 0;
            FocalIsOut |= track.IsFocal;
            if (track.IsFocal && track.IsStaged && (Focal is null || track.Id.CompareTo(Focal.Id) < 0))
            {
                Focal = track;
            }
        }

        FocalIsOut &= Focal is null;
        FocalFaderDb = Focal is null || Focal.IsDown ? double.NaN : Focal.CountedFaderDb;
        double top = Math.Min(mix.Settings.FaderTopDb, FaderRange.HighestDb);
        TopDb = top > FaderRange.DownDb ? Math.Floor((top * 10) + 1e-6) / 10 : MixSettings.Default.FaderTopDb;
    }

    /// <summary>The mix.</summary>
    internal MixSnapshot Mix { get; }

    /// <summary>Its tracks, in the snapshot's order.</summary>
    internal ImmutableArray<TrackReading> Tracks { get; }

    /// <summary>Tracks that hints can move.</summary>
    internal int StagedCount { get; }

    /// <summary>The focal when it is in the mix, or null.</summary>
    internal TrackReading? Focal { get; }

    /// <summary>Whether a track is flagged focal that cannot be one: out of the mix, or the mix bus.</summary>
    internal bool FocalIsOut { get; }

    /// <summary>The focal's fader in dB: where it is, or where the approach is about to bring it; NaN = unknown.</summary>
    internal double FocalFaderDb { get; set; }

    /// <summary>How much lower all places are than their targets, in LU: see <see cref="SharedBacking"/>.</summary>
    internal double LoweringLu { get; set; }

    /// <summary>Highest position that a hint may ask for, in dB.</summary>
    internal double TopDb { get; }

    /// <summary>Whether the focal's fader is the DAW's and nobody said where it stands.</summary>
    internal readonly bool FocalHasNoPosition => Focal is not null && double.IsNaN(Focal.CountedFaderDb);

    /// <summary>Whether a number is a figure that can be worked with.</summary>
    internal static bool IsFigure(double number) => Math.Abs(number) < LargestFigure;

    /// <summary>Whether a track is the focal of this mix.</summary>
    internal readonly bool IsFocal(TrackReading track) => ReferenceEquals(track, Focal);

    /// <summary>The fader position that puts a track on its target, in dB, neither rounded nor limited; NaN = unknown.</summary>
    internal readonly double PlaceDb(TrackReading track)
    {
        double place = FocalFaderDb + track.TargetLu - LoweringOf(track) - track.InsertRelativeLu;
        return track.IsAudible && IsFigure(place) ? place : double.NaN;
    }

    /// <summary>How much lower a track's place is than its target, in LU: the focal's is not, nor one that a person kept or typed.</summary>
    internal readonly double LoweringOf(TrackReading track) => IsFocal(track) || track.HasOwnTarget ? 0 : LoweringLu;

    /// <summary>How far off its place a track may stand on the side where it is, in LU.</summary>
    /// <param name="track">The track.</param>
    /// <param name="deviationLu">How far above its place it stands.</param>
    /// <returns>The tolerance. Where the places come down together their lower edges stay: once the loud ones have come down, nothing is to be raised again.</returns>
    internal readonly double ToleranceLu(TrackReading track, double deviationLu) => Lower(track.ToleranceLu, deviationLu < 0 ? LoweringOf(track) : 0);

    /// <summary>The tolerance under a place that has come down.</summary>
    internal static double Lower(double toleranceLu, double loweringLu) =>
        loweringLu > 0 ? Math.Max(HintHysteresis.Usable(toleranceLu) - loweringLu, Math.Min(LeastToleranceLu, HintHysteresis.Usable(toleranceLu))) : toleranceLu;

    /// <summary>Where a track that is off its place is brought: a fader that a person set to the edge of the place, any other to its middle.</summary>
    /// <param name="track">A track that is off.</param>
    /// <param name="placeDb">The middle, in dB.</param>
    /// <param name="toleranceLu">How far off it may stand on its side.</param>
    /// <returns>Position in dB. The edge is drawn in by the rounding of positions, so that the track counts as in its place afterwards.</returns>
    internal static double AimDb(TrackReading track, double placeDb, double toleranceLu)
    {
        double edge = Math.Max(0, HintHysteresis.InnerEdge(toleranceLu) - (FaderRange.StepDb / 2));
        return track.IsHandSet ? placeDb + (track.CountedFaderDb > placeDb ? edge : -edge) : placeDb;
    }

    /// <summary>How far above its target a track stands in LU, the focal where <see cref="FocalFaderDb"/> says; NaN = unknown or down.</summary>
    internal readonly double DeviationLu(TrackReading track)
    {
        double deviation = track.CountedFaderDb - PlaceDb(track);
        return IsFigure(deviation) && !track.IsDown ? deviation : double.NaN;
    }

    /// <summary>Fills in a track's figures, with no move.</summary>
    internal readonly void Say(Hint hint, HintKind kind, Cause cause)
    {
        TrackReading track = hint.Track;
        (hint.Kind, hint.Cause) = (kind, cause);
        if (Focal is null || !track.IsStaged)
        {
            return;
        }

        double reading = track.RelativeLu(Focal);
        hint.RelativeLu = IsFigure(reading) ? reading : double.NaN;
        hint.TargetLu = IsFigure(track.TargetLu) ? track.TargetLu - LoweringOf(track) : double.NaN;
        hint.ToleranceLu = HintHysteresis.Usable(track.ToleranceLu);
        hint.DeviationLu = DeviationLu(track);
    }

    /// <summary>Leaves the fader where it is.</summary>
    internal readonly void Leave(Hint hint, HintKind kind, Cause cause)
    {
        Say(hint, kind, cause);
        TrackReading track = hint.Track;
        hint.MoveDb = 0;
        hint.SuggestedFaderDb = track.FaderPlace != FaderPlace.PostFader && IsFigure(track.FaderDb) ? track.FaderDb : double.NaN;
    }

    /// <summary>Brings a fader to a position, or asks for a trim where the fader cannot reach it. A post-fader track gets a move only.</summary>
    /// <param name="hint">The track's hint.</param>
    /// <param name="kind">The kind, unless a trim comes first.</param>
    /// <param name="cause">Why.</param>
    /// <param name="wantedDb">The position in dB.</param>
    internal readonly void Bring(Hint hint, HintKind kind, Cause cause, double wantedDb)
    {
        Say(hint, kind, cause);
        TrackReading track = hint.Track;
        hint.WantedFaderDb = wantedDb;
        if (track.FaderPlace == FaderPlace.PostFader)
        {
            hint.MoveDb = FaderRange.Round(wantedDb);
            return;
        }

        (double fader, double trim) = Reach(wantedDb);
        double from = track.CountedFaderDb;
        hint.SuggestedFaderDb = fader;
        hint.MoveDb = track.IsDown || !IsFigure(from) ? double.NaN : FaderRange.Round((double.IsNaN(trim) ? wantedDb : fader) - from);
        if (!double.IsNaN(trim))
        {
            (hint.Kind, hint.TrimDb) = (HintKind.TrimFirst, trim);
        }
    }

    /// <summary>Says of a track that no approach can place why it cannot.</summary>
    /// <param name="hint">The hint of any track but the focal.</param>
    /// <returns>Whether it was said: out of the mix, mix bus, no focal, not heard, silent. False when the track can be judged.</returns>
    internal readonly bool SaysUnplaceable(Hint hint)
    {
        TrackReading track = hint.Track;
        if (!track.InMix)
        {
            Say(hint, HintKind.OutOfMix, Cause.OutOfMix);
        }
        else if (track.Sums != SumKind.None)
        {
            Say(hint, HintKind.OutOfMix, track.Sums == SumKind.Bus ? Cause.SumOfOthers : Cause.ParallelToOthers);
        }
        else if (track.StagedBy != Guid.Empty)
        {
            Say(hint, HintKind.OutOfMix, Cause.SameTrack);
        }
        else if (!track.IsStaged)
        {
            Say(hint, HintKind.MixBus, Cause.MixBus);
        }
        else if (Focal is null)
        {
            Say(hint, HintKind.NoFocal, Cause.NoFocal);
        }
        else if (!track.IsAudible)
        {
            SayUnheard(hint);
        }
        else if (Focal.IsAudible && !IsFigure(track.InsertRelativeLu + track.TargetLu))
        {
            Say(hint, HintKind.NotHeard, Cause.NotCompared);
        }
        else if (FocalHasNoPosition)
        {
            Say(hint, HintKind.NotHeard, Cause.FocalHasNoPosition);
        }
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>Says of a track that it cannot be heard.</summary>
    internal readonly void SayUnheard(Hint hint)
    {
        if (hint.Track.HasData && double.IsNegativeInfinity(hint.Track.IntegratedLufs))
        {
            Say(hint, HintKind.Silent, Cause.Silent);
        }
        else
        {
            Say(hint, HintKind.NotHeard, Cause.NotReached);
        }
    }

    /// <summary>Sums the mix up: peak with all hints applied and the room that it leaves, tracks in place, tracks not heard.</summary>
    /// <param name="advice">The advice, its hints filled in.</param>
    /// <param name="countsDown">Whether faders that are down count where their hints bring them.</param>
    internal static void Sum(MixAdvice advice, bool countsDown)
    {
        double power = 0;
        foreach (Hint hint in advice.Hints)
        {
            TrackReading track = hint.Track;
            advice.InPlaceCount += hint.Kind is HintKind.InPlace or HintKind.Placed ? 1 : 0;
            advice.NotHeardCount += hint.Kind == HintKind.NotHeard ? 1 : 0;
            if (!countsDown && track.IsDown)
            {
                continue;
            }

            double trim = double.IsNaN(hint.TrimDb) ? 0 : hint.TrimDb;
            power += Headroom.PeakPower(track, track.FaderPlace == FaderPlace.PostFader
                ? (double.IsNaN(hint.MoveDb) ? 0 : hint.MoveDb)
                : double.IsNaN(hint.SuggestedFaderDb) ? track.CountedFaderDb : hint.SuggestedFaderDb + trim);
        }

        advice.StagedPeakDbfs = Audio.Blocks.Decibels.FromPower(power) + advice.Mix.BusPeakOverForetoldDb;
        advice.HeadroomMoveDb = Headroom.MoveDb(advice.StagedPeakDbfs);
    }

    // A position as a fader can reach it in steps of 0.1 dB, and the trim in dB that makes up for what it cannot, or NaN.
    private readonly (double FaderDb, double TrimDb) Reach(double wantedDb)
    {
        const double LowestDb = FaderRange.DownDb + FaderRange.StepDb;
        double wanted = FaderRange.Round(wantedDb);
        return wanted > TopDb ? (TopDb, FaderRange.Round(wanted - TopDb))
            : wanted <= FaderRange.DownDb ? (LowestDb, FaderRange.Round(wanted - LowestDb))
            : (wanted, double.NaN);
    }
}
