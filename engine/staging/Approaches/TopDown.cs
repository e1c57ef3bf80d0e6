using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>Top-down staging: all faders up at one level, hear the whole mix, then fix what hurts most first.</summary>
/// <remarks>
/// <para>[any] Pure. Deviation = reading against the focal - target. A track off its place is moved to its middle, or to
/// its edge where a person set the fader, for that position is evidence too.
/// The focal gets no move: the others come to it.</para>
/// <para>Rank: (|deviation| - tolerance) x 10^(L/20), where L is the louder of reading and target in LU, held within -40 to +20: what is
/// loud, or ought to be, hurts more. Ties go by the track's number, then by identity. A focal that is down comes first, other tracks that are down come last.</para>
/// <para>The uniform start is offered while every fader that hints can set stands at one position that is not the start: faders that
/// differ were set by hand and are left. It is not offered to a mix whose tracks are all in place, nor back to faders lowered
/// together below a start that would take the bus above -3 dBFS. A single fader that is down is brought to its place, or to the
/// uniform start while the place is unknown.</para>
/// </remarks>
public sealed class TopDown : IApproach
{
    private const double SameDb = 0.05;

    /// <inheritdoc/>
    public ApproachKind Kind => ApproachKind.TopDown;

    /// <inheritdoc/>
    public void Advise(MixSnapshot mix, MixAdvice advice)
    {
        Span<Hint> hints = advice.Begin(mix, Kind);
        FocalPlacing placing = new(mix);
        double startDb = FaderRange.Round(UniformStart.Db(mix.Settings.Start, placing.StagedCount));
        bool focalIsDown = placing.Focal is { IsDown: true };
        if (focalIsDown)
        {
            placing.FocalFaderDb = startDb;
        }

        placing.LoweringLu = advice.LoweringLu = SharedBacking.LoweringLu(placing);
        foreach (Hint hint in hints)
        {
            Judge(placing, hint, startDb);
        }

        KitFamily.Settle(placing, hints);
        ReturnPlacing.Settle(placing, hints);
        foreach (Hint hint in hints)
        {
            hint.FocalTakenAtDb = focalIsDown ? placing.FocalFaderDb : double.NaN;
        }

        bool isStart = OffersStart(placing, hints, startDb);
        if (isStart)
        {
            ToStart(placing, hints, startDb);
        }
        else
        {
            Rank(placing, hints, advice);
        }

        advice.LowerStartDb = LowerStart.Db(placing, hints);
        FocalPlacing.Sum(advice, countsDown: true);
        SayNext(placing, advice, isStart ? startDb : double.NaN);
    }

    private static void Judge(in FocalPlacing placing, Hint hint, double startDb)
    {
        TrackReading track = hint.Track;
        if (placing.IsFocal(track))
        {
            if (track.IsDown)
            {
                placing.Bring(hint, HintKind.Start, Cause.FocalIsDown, startDb);
            }
            else
            {
                placing.Leave(hint, HintKind.Focal, Cause.FocalLeads);
            }

            return;
        }

        if (placing.SaysUnplaceable(hint))
        {
            if (hint.Kind == HintKind.NotHeard && track.IsDown)
            {
                placing.Bring(hint, HintKind.Start, Cause.DownAndNotHeard, startDb);
            }

            return;
        }

        double place = placing.PlaceDb(track);
        double deviation = placing.DeviationLu(track);
        if (double.IsNaN(place) && track.IsDown)
        {
            placing.Bring(hint, HintKind.Start, Cause.DownAndFocalNotHeard, startDb);
        }
        else if (double.IsNaN(place))
        {
            placing.Say(hint, HintKind.NotHeard, Cause.FocalNotHeard);
        }
        else if (track.IsDown)
        {
            placing.Bring(hint, HintKind.Start, Cause.DownWithPlace, place);
        }
        else if (double.IsNaN(deviation))
        {
            placing.Say(hint, HintKind.NotHeard, Cause.NoPosition);
        }
        else if (HintHysteresis.IsOff(deviation, placing.ToleranceLu(track, deviation), track.ShownKind))
        {
            placing.Bring(hint, deviation > 0 ? HintKind.TooLoud : HintKind.Buried, track.IsHandSet ? Cause.OffPlaceByHand : Cause.OffPlace, FocalPlacing.AimDb(track, place, placing.ToleranceLu(track, deviation)));
        }
        else
        {
            placing.Leave(hint, HintKind.InPlace, Cause.InPlace);
        }
    }

    private static bool OffersStart(in FocalPlacing placing, ReadOnlySpan<Hint> hints, double startDb)
    {
        int movable = 0;
        bool allDown = true;
        bool anyInPlace = false;
        bool anyOff = false;
        double lowest = double.PositiveInfinity;
        double highest = double.NegativeInfinity;
        double startPower = 0;
        foreach (Hint hint in hints)
        {
            TrackReading track = hint.Track;
            anyInPlace |= hint.Kind == HintKind.InPlace;
            anyOff |= hint.Kind is HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst;
            startPower += Headroom.PeakPower(track, track.FaderPlace == FaderPlace.PostFader ? 0 : startDb);
            if (track.IsStaged && track.FaderPlace != FaderPlace.PostFader)
            {
                movable++;
                allDown &= track.IsDown;
                lowest = Math.Min(lowest, track.FaderDb);
                highest = Math.Max(highest, track.FaderDb);
            }
        }

        if (placing.Focal is null || movable == 0 || allDown)
        {
            return placing.Focal is not null && movable > 0;
        }

        bool isUniform = movable > 1 && FocalPlacing.IsFigure(lowest) && lowest > FaderRange.DownDb && highest - lowest <= SameDb;
        if (!isUniform || Math.Abs(lowest - startDb) <= SameDb)
        {
            return false;
        }

        bool isLoweredForRoom = lowest < startDb && Audio.Blocks.Decibels.FromPower(startPower) + placing.Mix.BusPeakOverForetoldDb > Headroom.HighestPeakDbfs;
        return !(anyInPlace && !anyOff) && !isLoweredForRoom;
    }

    private static void ToStart(in FocalPlacing placing, ReadOnlySpan<Hint> hints, double startDb)
    {
        foreach (Hint hint in hints)
        {
            TrackReading track = hint.Track;
            if (track.IsStaged && track.FaderPlace != FaderPlace.PostFader)
            {
                hint.Begin(track);
                placing.Bring(hint, HintKind.Start, Cause.UniformStart, startDb);
                hint.Step = 1;
            }
        }
    }

    private static void Rank(in FocalPlacing placing, ReadOnlySpan<Hint> hints, MixAdvice advice)
    {
        Span<OrderKey> order = advice.Order;
        int count = 0;
        for (int index = 0; index < hints.Length; index++)
        {
            TrackReading track = hints[index].Track;
            if (hints[index].Kind is HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Start)
            {
                order[count++] = new OrderKey(placing.IsFocal(track) ? 0 : 1, track.IsDown ? 1 : 0, -Hurt(placing, track), 0, track.Number, track.Id, index);
            }
        }

        OrderKey.Sort(order[..count]);
        for (int step = 0; step < count; step++)
        {
            hints[order[step].Index].Step = step + 1;
        }
    }

    private static double Hurt(in FocalPlacing placing, TrackReading track)
    {
        double deviation = placing.DeviationLu(track);
        if (double.IsNaN(deviation))
        {
            return FocalPlacing.IsFigure(track.TargetLu) ? Weight(track.TargetLu) : 0;
        }

        double excess = Math.Max(0, Math.Abs(deviation) - HintHysteresis.Usable(track.ToleranceLu));

        // Rounded, so that tracks equally off are ties whatever the last bit says.
        return Math.Round(excess * Weight(track.TargetLu + Math.Max(deviation, 0)), 6);
    }

    private static double Weight(double loudnessLu) => Math.Pow(10, Math.Clamp(loudnessLu, -40, 20) / 20);

    private static void SayNext(in FocalPlacing placing, MixAdvice advice, double startDb)
    {
        advice.StartDb = startDb;
        foreach (Hint hint in advice.Hints)
        {
            advice.Next = hint.Step == 1 ? hint : advice.Next;
        }

        advice.Step = placing.Tracks.IsEmpty ? MixStep.InsertTracks
            : placing.Focal is not { } focal ? (placing.FocalIsOut ? MixStep.TakeFocalIn : MixStep.FlagFocal)
            : placing.FocalHasNoPosition ? MixStep.ConfirmFocal
            : !double.IsNaN(startDb) ? MixStep.StartUniformly
            : advice.Next is not null ? MixStep.MoveTrack
            : focal.IsAudible ? MixStep.Rest : MixStep.HearFocal;
        advice.Next = advice.Step == MixStep.MoveTrack ? advice.Next : null;
    }
}
