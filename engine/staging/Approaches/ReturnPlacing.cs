using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Approaches;

/// <summary>Places the returns of effects under what feeds them; a return of which nothing tells that is left to the ear.</summary>
/// <remarks>
/// [any] Pure. Energies over all that the focal sounds are compared, the sources where their own hints lead. The distance is the profile's
/// for returns. <b>Source:</b> Pestana and Reiss 2014: reverb is preferred about 9 LU under its dry track.
/// </remarks>
internal static class ReturnPlacing
{
    /// <summary>Settles the hints of returns, once all others are judged.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="hints">The hints.</param>
    internal static void Settle(in FocalPlacing placing, ReadOnlySpan<Hint> hints)
    {
        foreach (Hint hint in hints)
        {
            bool isJudged = hint.Kind is HintKind.InPlace or HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Placed or HintKind.Adjust
                or HintKind.Next or HintKind.Waiting or HintKind.Start;
            if (hint.Track.Role == Role.ReverbReturn && isJudged && !placing.IsFocal(hint.Track) && hint.Cause != Cause.FocalMoved)
            {
                Settle(placing, hints, hint);
            }
        }
    }

    /// <summary>How far under its source a return belongs, in LU: the profile's distance and the person's own offset.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="track">The return.</param>
    /// <returns>LU, mostly below 0.</returns>
    internal static double UnderSourceLu(in FocalPlacing placing, TrackReading track)
    {
        TargetProfile profile = placing.Mix.Profile;
        double offsetLu = track.TargetLu + placing.Mix.ForwardLu - profile.Against(Role.ReverbReturn, placing.Focal?.Role ?? Role.LeadVocal);
        return profile.For(Role.ReverbReturn).OffsetLu + offsetLu;
    }

    private static void Settle(in FocalPlacing placing, ReadOnlySpan<Hint> hints, Hint hint)
    {
        TrackReading track = hint.Track;
        if (track.FedBy.IsEmpty && !track.FeedIsUnknown)
        {
            return;
        }

        double placeDb = SourceLu(placing, hints, track) + UnderSourceLu(placing, track) - track.UnderFocalLu;
        if (!FocalPlacing.IsFigure(placeDb))
        {
            hint.Begin(track);
            placing.Leave(hint, HintKind.OutOfMix, Cause.ReturnByEar);
            (hint.TargetLu, hint.ToleranceLu, hint.DeviationLu) = (double.NaN, double.NaN, double.NaN);
            return;
        }

        double deviation = track.IsDown ? double.NaN : track.CountedFaderDb - placeDb;
        bool isBottomUp = placing.Mix.Settings.Approach == ApproachKind.BottomUp;
        HintKind kind = hint.Kind;
        Cause cause = hint.Cause;
        hint.Begin(track);
        if (track.IsDown)
        {
            placing.Bring(hint, kind, cause, placeDb);
            hint.Kind = kind == HintKind.Waiting ? kind : hint.Kind;
        }
        else if (HintHysteresis.IsOff(deviation, track.ToleranceLu, track.ShownKind))
        {
            double aimDb = isBottomUp ? placeDb : FocalPlacing.AimDb(track, placeDb, track.ToleranceLu);
            placing.Bring(hint, isBottomUp ? HintKind.Adjust : deviation > 0 ? HintKind.TooLoud : HintKind.Buried, Cause.ReturnPlace, aimDb);
        }
        else
        {
            placing.Leave(hint, isBottomUp ? HintKind.Placed : HintKind.InPlace, Cause.ReturnInPlace);
        }

        hint.UnderSourceLu = UnderSourceLu(placing, track);
        hint.DeviationLu = deviation;
        hint.TargetLu = double.IsNaN(deviation) ? hint.TargetLu : hint.RelativeLu - deviation;
    }

    // Energy of what feeds the return, where its hints lead, against the focal at its insert, in LU; NaN = not known.
    private static double SourceLu(in FocalPlacing placing, ReadOnlySpan<Hint> hints, TrackReading track)
    {
        double power = 0;
        foreach (Hint source in hints)
        {
            if (!track.FedBy.Contains(source.TrackId) || ReferenceEquals(source.Track, track))
            {
                continue;
            }

            bool isFocal = placing.IsFocal(source.Track);
            double under = isFocal ? 0 : source.Track.UnderFocalLu;
            double fader = isFocal ? placing.FocalFaderDb
                : source.Track.FaderPlace == FaderPlace.PostFader ? (double.IsNaN(source.MoveDb) ? 0 : source.MoveDb)
                : double.IsNaN(source.SuggestedFaderDb) ? source.Track.CountedFaderDb
                : source.SuggestedFaderDb + (double.IsNaN(source.TrimDb) ? 0 : source.TrimDb);
            double share = Decibels.ToPower(under + fader);
            power += double.IsFinite(share) ? share : 0;
        }

        return power > 0 ? Decibels.FromPower(power) : double.NaN;
    }
}
