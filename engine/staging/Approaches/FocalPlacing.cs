using System.Collections.Immutable;
using FaderStager.Measuring;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Approaches;

/// <summary>The arithmetic that both approaches share: where each fader belongs once the focal's fader is known.</summary>
/// <remarks>[any] Made for one snapshot and dropped. Every figure that cannot be had is NaN.</remarks>
internal sealed class FocalPlacing
{
    // Beyond this a number is a fault of its source, no reading.
    private const double LargestFigure = 1000;

    /// <summary>Reads a mix.</summary>
    /// <param name="mix">The mix.</param>
    /// <remarks>[any] Where garbage flags several focals the one with the lowest identity counts, so the order of tracks tells nothing.</remarks>
    internal FocalPlacing(MixSnapshot mix)
    {
        Mix = mix;
        Tracks = mix.Tracks.IsDefault ? [] : mix.Tracks;
        Focal = Tracks.Where(track => track.IsFocal && Stages(track)).MinBy(track => track.Id);
        FocalFaderDb = Focal is null || IsDown(Focal) ? double.NaN : FaderOf(Focal);

        double top = Math.Min(mix.Settings.FaderTopDb, FaderRange.HighestDb);
        TopDb = top > FaderRange.DownDb ? Math.Floor((top * 10) + 1e-6) / 10 : MixSettings.Default.FaderTopDb;
    }

    /// <summary>The mix.</summary>
    internal MixSnapshot Mix { get; }

    /// <summary>Its tracks, in the snapshot's order.</summary>
    internal ImmutableArray<TrackReading> Tracks { get; }

    /// <summary>The focal when it is in the mix, or null.</summary>
    internal TrackReading? Focal { get; }

    /// <summary>Whether a track is flagged focal that cannot be one: out of the mix, or the mix bus.</summary>
    internal bool FocalIsOut => Focal is null && Tracks.Any(track => track.IsFocal);

    /// <summary>The focal's fader in dB: where it is, or where the approach is about to bring it; NaN = unknown.</summary>
    internal double FocalFaderDb { get; set; }

    /// <summary>Highest position that a hint may ask for, in dB.</summary>
    internal double TopDb { get; }

    /// <summary>The tracks that a hint can move: in the mix and not the bus.</summary>
    internal IEnumerable<TrackReading> Staged => Tracks.Where(Stages);

    /// <summary>A track's fader in dB; 0 for a post-fader track, whose reading holds the fader.</summary>
    internal static double FaderOf(TrackReading track) => track.FaderPlace == FaderPlace.PostFader ? 0 : track.FaderDb;

    /// <summary>Whether a fader is down. A post-fader track cannot be known to be.</summary>
    internal static bool IsDown(TrackReading track) => FaderOf(track) <= FaderRange.DownDb;

    /// <summary>Whether hints move a track: in the mix and not the bus.</summary>
    internal static bool Stages(TrackReading track) => track.InMix && track.Role != Role.MixBus;

    /// <summary>Whether a number is a figure that can be worked with.</summary>
    internal static bool IsFigure(double number) => Math.Abs(number) < LargestFigure;

    /// <summary>The reading against the focal in LU, both faders counted; NaN = either is down or unread.</summary>
    internal double ReadingLu(TrackReading track)
    {
        double reading = Focal is null || IsDown(Focal) || IsDown(track)
            ? double.NaN
            : track.InsertRelativeLu + FaderOf(track) - FaderOf(Focal);
        return IsFigure(reading) ? reading : double.NaN;
    }

    /// <summary>The fader position that puts a track on its target, in dB, neither rounded nor limited; NaN = unknown.</summary>
    internal double PlaceDb(TrackReading track)
    {
        double place = FocalFaderDb + track.TargetLu - track.InsertRelativeLu;
        return track.IsAudible && IsFigure(place) ? place : double.NaN;
    }

    /// <summary>How far above its target a track stands in LU, the focal where <see cref="FocalFaderDb"/> says; NaN = unknown or down.</summary>
    internal double DeviationLu(TrackReading track)
    {
        double deviation = FaderOf(track) - PlaceDb(track);
        return IsFigure(deviation) && !IsDown(track) ? deviation : double.NaN;
    }

    /// <summary>A position as a fader can reach it, and the trim that makes up for what it cannot.</summary>
    /// <param name="wantedDb">Wanted position in dB.</param>
    /// <returns>The position in steps of 0.1 dB, and the trim in dB or NaN.</returns>
    internal (double FaderDb, double TrimDb) Reach(double wantedDb)
    {
        const double LowestDb = FaderRange.DownDb + FaderRange.StepDb;
        double wanted = FaderRange.Round(wantedDb);
        return wanted > TopDb ? (TopDb, FaderRange.Round(wanted - TopDb))
            : wanted <= FaderRange.DownDb ? (LowestDb, FaderRange.Round(wanted - LowestDb))
            : (wanted, double.NaN);
    }

    /// <summary>A hint with the track's figures and no move.</summary>
    internal Hint Say(TrackReading track, HintKind kind, string reason)
    {
        bool isPlaceable = Focal is not null && Stages(track);
        return new Hint
        {
            TrackId = track.Id,
            Kind = kind,
            Reason = reason,
            RelativeLu = isPlaceable ? ReadingLu(track) : double.NaN,
            TargetLu = isPlaceable && IsFigure(track.TargetLu) ? track.TargetLu : double.NaN,
            ToleranceLu = isPlaceable ? HintHysteresis.Usable(track.ToleranceLu) : double.NaN,
            Confidence = track.Confidence,
        };
    }

    /// <summary>A hint that leaves the fader where it is.</summary>
    internal Hint Leave(TrackReading track, HintKind kind, string reason) => Say(track, kind, reason) with
    {
        MoveDb = 0,
        SuggestedFaderDb = track.FaderPlace != FaderPlace.PostFader && IsFigure(track.FaderDb) ? track.FaderDb : double.NaN,
    };

    /// <summary>A hint that brings a fader to a position, or asks for a trim where the fader cannot reach it.</summary>
    /// <param name="track">The track.</param>
    /// <param name="kind">The kind, unless a trim comes first.</param>
    /// <param name="wantedDb">The position in dB.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The hint; for a post-fader track a move only.</returns>
    internal Hint Bring(TrackReading track, HintKind kind, double wantedDb, string reason)
    {
        if (track.FaderPlace == FaderPlace.PostFader)
        {
            return Say(track, kind, reason) with { MoveDb = FaderRange.Round(wantedDb) };
        }

        (double fader, double trim) = Reach(wantedDb);
        double from = FaderOf(track);
        Hint hint = Say(track, kind, reason) with
        {
            SuggestedFaderDb = fader,
            MoveDb = IsDown(track) || !IsFigure(from) ? double.NaN : FaderRange.Round((double.IsNaN(trim) ? wantedDb : fader) - from),
        };
        return double.IsNaN(trim) ? hint : hint with { Kind = HintKind.TrimFirst, TrimDb = trim, Reason = Trimmed(wantedDb, trim, reason) };
    }

    /// <summary>The hint of a track that no approach can place, or null when it can be judged.</summary>
    /// <param name="track">Any track but the focal.</param>
    /// <returns>Out of the mix, mix bus, no focal, not heard, silent; or null.</returns>
    internal Hint? Unplaceable(TrackReading track)
    {
        if (!track.InMix)
        {
            return Say(track, HintKind.OutOfMix, "Out of the mix: it counts for nothing here.");
        }

        if (track.Role == Role.MixBus)
        {
            return Say(track, HintKind.MixBus, "The mix bus: it measures the sum and gets no move.");
        }

        if (Focal is null)
        {
            return Say(track, HintKind.NoFocal, Wording.FlagTheFocal);
        }

        if (!track.IsAudible)
        {
            return Unheard(track);
        }

        return Focal.IsAudible && !IsFigure(track.InsertRelativeLu + track.TargetLu)
            ? Say(track, HintKind.NotHeard, "Not compared with the focal yet: let the song play where both sound.")
            : null;
    }

    /// <summary>The hint of a track that cannot be heard.</summary>
    internal Hint Unheard(TrackReading track) => track.HasData && double.IsNegativeInfinity(track.IntegratedLufs)
        ? Say(track, HintKind.Silent, "Silent so far: nothing passed the gate.")
        : Say(track, HintKind.NotHeard, "Not heard yet: the song has not reached it, or the host suspends it.");

    /// <summary>The predicted bus peak with hints applied, trims included.</summary>
    /// <param name="hints">Hints in the order of <see cref="Tracks"/>.</param>
    /// <param name="counts">Which tracks count.</param>
    /// <returns>Peak in dBFS.</returns>
    internal double StagedPeakDbfs(ImmutableArray<Hint> hints, Func<TrackReading, bool> counts)
    {
        Dictionary<TrackReading, double> faders = new(ReferenceEqualityComparer.Instance);
        for (int index = 0; index < Tracks.Length; index++)
        {
            TrackReading track = Tracks[index];
            Hint hint = hints[index];
            double trim = double.IsNaN(hint.TrimDb) ? 0 : hint.TrimDb;
            faders[track] = track.FaderPlace == FaderPlace.PostFader
                ? (double.IsNaN(hint.MoveDb) ? 0 : hint.MoveDb)
                : double.IsNaN(hint.SuggestedFaderDb) ? FaderOf(track) : hint.SuggestedFaderDb + trim;
        }

        return Headroom.PredictedPeakDbfs(Tracks.Where(counts), track => faders[track]);
    }

    private static string Trimmed(double wantedDb, double trimDb, string reason) => trimDb > 0
        ? $"The fader cannot reach {Wording.Db(wantedDb)}, trim the clip up by {Wording.Distance(trimDb)} first: {Lower(reason)}"
        : $"The fader has no use at {Wording.Db(wantedDb)}, trim the clip down by {Wording.Distance(trimDb)} first: {Lower(reason)}";

    private static string Lower(string sentence) =>
        sentence.Length == 0 ? sentence : char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
