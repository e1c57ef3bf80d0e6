using System.Buffers;
using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Approaches;

/// <summary>Bottom-up staging: all faders down, the focal up to its anchor, then one track after another set against it.</summary>
/// <remarks>
/// <para>[any] Pure. Order: the focal; then the tracks the person ordered; then by importance of role; within a role as in the host's
/// mixer where the host tells that, else louder first, ties by the number they joined with.
/// A fader that is down belongs at the focal's fader + target - loudness against the focal at the inserts. While the focal is down its
/// future position stands for its fader, so the whole plan can be read before the first move.</para>
/// <para>The focal is not raised again: the others come to it. When its fader stands more than 0.05 dB from where it was when a
/// track was placed (<see cref="TrackReading.FocalReferenceFaderDb"/>) and the track was in its place before that, it is asked to
/// follow by exactly that move, which keeps the balance the person set; a track that following would not put in place is judged as ever.</para>
/// <para>Post-fader tracks cannot be known to be down: they count as up and get moves only.</para>
/// </remarks>
public sealed class BottomUp : IApproach
{
    private const double SameDb = 0.05;

    /// <inheritdoc/>
    public ApproachKind Kind => ApproachKind.BottomUp;

    /// <summary>The tracks in the order they are staged in by the mix's own settings.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>Tracks in the mix; the mix bus and tracks out of the mix are left out.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<TrackReading> Order(MixSnapshot mix) => Order(mix, mix.Settings.Order);

    /// <summary>The tracks in the order they are staged in, the focal first.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="chosen">The person's own order: <see cref="MixSettings.Order"/>, the mix's or one that is newer.</param>
    /// <returns>Tracks in the mix; the mix bus and tracks out of the mix are left out.</returns>
    /// <remarks>[any] What a view shows and lets the person reorder.</remarks>
    public static ImmutableArray<TrackReading> Order(MixSnapshot mix, ImmutableArray<Guid> chosen)
    {
        FocalPlacing placing = new(mix);
        OrderKey[] order = new OrderKey[placing.Tracks.Length];
        int count = Sort(placing, chosen, order);
        ImmutableArray<TrackReading>.Builder tracks = ImmutableArray.CreateBuilder<TrackReading>(count);
        foreach (OrderKey key in order.AsSpan(0, count))
        {
            tracks.Add(placing.Tracks[key.Index]);
        }

        return tracks.MoveToImmutable();
    }

    /// <summary>The same by the tracks' indices, without an object: for a view that asks again and again.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="chosen">The person's own order.</param>
    /// <param name="order">Receives the indices; room for every track of the mix.</param>
    /// <returns>How many there are.</returns>
    /// <remarks>[any]</remarks>
    public static int Order(MixSnapshot mix, ImmutableArray<Guid> chosen, Span<int> order)
    {
        FocalPlacing placing = new(mix);
        OrderKey[] keys = ArrayPool<OrderKey>.Shared.Rent(placing.Tracks.Length);
        int count = Sort(placing, chosen, keys);
        for (int i = 0; i < count; i++)
        {
            order[i] = keys[i].Index;
        }

        ArrayPool<OrderKey>.Shared.Return(keys);
        return count;
    }

    /// <inheritdoc/>
    public void Advise(MixSnapshot mix, MixAdvice advice)
    {
        Span<Hint> hints = advice.Begin(mix, Kind);
        FocalPlacing placing = new(mix);
        SayFocal(ref placing, hints);
        placing.LoweringLu = advice.LoweringLu = SharedBacking.LoweringLu(placing);
        Span<OrderKey> order = advice.Order;
        int count = placing.Focal is null ? 0 : Sort(placing, mix.Settings.Order, order);
        TrackReading? next = Next(placing, order[..count]);
        foreach (Hint hint in hints)
        {
            if (!placing.IsFocal(hint.Track))
            {
                Judge(placing, hint, ReferenceEquals(hint.Track, next));
            }
        }

        KitStart.Settle(placing, hints, next);
        KitFamily.Settle(placing, hints);
        ReturnPlacing.Settle(placing, hints);
        for (int step = 0; step < count; step++)
        {
            hints[order[step].Index].Step = step + 1;
        }

        advice.LowerStartDb = LowerStart.Db(placing, hints);
        FocalPlacing.Sum(advice, countsDown: false);
        SayNext(placing, advice, next);
    }

    private static int Sort(in FocalPlacing placing, ImmutableArray<Guid> chosen, Span<OrderKey> order)
    {
        int count = 0;
        for (int index = 0; index < placing.Tracks.Length; index++)
        {
            TrackReading track = placing.Tracks[index];
            if (track.IsStaged)
            {
                double place = placing.IsFocal(track) ? -1 : (chosen.IsDefault ? -1 : chosen.IndexOf(track.Id)) is >= 0 and int at ? at : double.MaxValue;
                double loudness = double.IsNaN(track.IntegratedLufs) ? double.NegativeInfinity : track.IntegratedLufs;
                order[count++] = new OrderKey(place, Roles.Importance(track.Role), track.HostTrack.MixerIndex ?? double.MaxValue, -loudness, track.Number, track.Id, index);
            }
        }

        OrderKey.Sort(order[..count]);
        return count;
    }

    // The focal while it is down; else the first that is down and can be placed.
    private static TrackReading? Next(in FocalPlacing placing, ReadOnlySpan<OrderKey> order)
    {
        if (placing.Focal is null or { IsDown: true })
        {
            return placing.Focal is { IsAudible: true } ? placing.Focal : null;
        }

        foreach (OrderKey key in order)
        {
            TrackReading track = placing.Tracks[key.Index];
            if (track.IsDown && !double.IsNaN(placing.PlaceDb(track)))
            {
                return track;
            }
        }

        return null;
    }

    // How far a track is asked to follow the focal, in dB: 0 unless the focal's fader went elsewhere since the track was placed
    // and following puts the track where it was in its place. The step is kept off the edge for the rounding of positions.
    private static double FollowDb(in FocalPlacing placing, TrackReading track)
    {
        double deviation = placing.DeviationLu(track);
        if (placing.Focal is not { IsDown: false } focal || placing.IsFocal(track) || focal.FaderPlace == FaderPlace.PostFader
            || !double.IsNaN(focal.PendingFaderDb) || double.IsNaN(deviation))
        {
            return 0;
        }

        double move = focal.FaderDb - track.FocalReferenceFaderDb;
        bool wasPlaced = Math.Abs(deviation + move) <= HintHysteresis.InnerEdge(track.ToleranceLu) - FaderRange.StepDb;
        return FocalPlacing.IsFigure(move) && Math.Abs(move) > SameDb && wasPlaced ? move : 0;
    }

    private static void SayFocal(ref FocalPlacing placing, ReadOnlySpan<Hint> hints)
    {
        if (placing.Focal is not { } focal)
        {
            return;
        }

        Hint hint = hints[placing.Tracks.IndexOf(focal)];
        MixSettings settings = placing.Mix.Settings;
        double wanted = settings.AnchorLevel - (settings.AnchorKind == AnchorKind.RmsDbfs ? focal.RmsDbfs : focal.IntegratedLufs);
        bool isKnown = focal.IsAudible && FocalPlacing.IsFigure(wanted);
        if (!focal.IsDown)
        {
            placing.Leave(hint, HintKind.Focal, Cause.FocalIsUp);
            double offAnchor = focal.CountedFaderDb - wanted;
            hint.OffAnchorDb = isKnown && FocalPlacing.IsFigure(offAnchor) && Math.Abs(offAnchor) > HintHysteresis.WidthLu ? offAnchor : double.NaN;
        }
        else if (!focal.IsAudible)
        {
            placing.SayUnheard(hint);
        }
        else if (!isKnown)
        {
            placing.Say(hint, HintKind.Next, Cause.AnchorByEar);
        }
        else
        {
            placing.Bring(hint, HintKind.Next, Cause.Anchor, wanted);
        }

        (hint.Anchor, hint.AnchorLevel) = (settings.AnchorKind, settings.AnchorLevel);
        if (focal.IsDown && !double.IsNaN(hint.SuggestedFaderDb))
        {
            placing.FocalFaderDb = hint.SuggestedFaderDb + (double.IsNaN(hint.TrimDb) ? 0 : hint.TrimDb);
        }
    }

    private static void Judge(in FocalPlacing placing, Hint hint, bool isNext)
    {
        if (placing.SaysUnplaceable(hint))
        {
            return;
        }

        TrackReading track = hint.Track;
        double place = placing.PlaceDb(track);
        double deviation = placing.DeviationLu(track);
        double follow = FollowDb(placing, track);
        if (double.IsNaN(place))
        {
            placing.Say(hint, track.IsDown ? HintKind.Waiting : HintKind.NotHeard, Cause.FocalComesFirst);
        }
        else if (track.IsDown)
        {
            placing.Bring(hint, HintKind.Next, isNext ? Cause.Turn : Cause.OthersFirst, place);

            // A track whose turn has not come waits, whatever its clip will need then; the trim is already told.
            hint.Kind = isNext ? hint.Kind : HintKind.Waiting;
        }
        else if (double.IsNaN(deviation))
        {
            placing.Say(hint, HintKind.NotHeard, Cause.NoPosition);
        }
        else if (Math.Abs(follow) > 0)
        {
            placing.Bring(hint, HintKind.Adjust, Cause.FocalMoved, track.CountedFaderDb + follow);
        }
        else if (HintHysteresis.IsOff(deviation, track.ToleranceLu, track.ShownKind))
        {
            placing.Bring(hint, HintKind.Adjust, Cause.OffPlace, place);
        }
        else
        {
            placing.Leave(hint, HintKind.Placed, Cause.Placed);
        }
    }

    private static void SayNext(in FocalPlacing placing, MixAdvice advice, TrackReading? next)
    {
        Hint? off = null;
        foreach (Hint hint in advice.Hints)
        {
            double follow = hint.Cause == Cause.FocalMoved ? hint.WantedFaderDb - hint.Track.CountedFaderDb : 0;
            advice.FocalMoveDb = Math.Abs(follow) > Math.Abs(advice.FocalMoveDb) ? follow : advice.FocalMoveDb;
            if (hint.Kind is HintKind.Adjust or HintKind.TrimFirst && (off is null || IsFurther(hint, off)))
            {
                off = hint;
            }

            advice.Next = ReferenceEquals(hint.Track, next) ? hint : advice.Next;
        }

        advice.Step = placing.Tracks.IsEmpty ? MixStep.InsertTracks
            : placing.Focal is not { } focal ? (placing.FocalIsOut ? MixStep.TakeFocalIn : MixStep.FlagFocal)
            : placing.FocalHasNoPosition ? MixStep.ConfirmFocal
            : Math.Abs(advice.FocalMoveDb) > 0 ? MixStep.FollowFocal
            : next is not null ? MixStep.BringUp
            : !focal.IsAudible ? MixStep.HearFocal
            : off is not null ? MixStep.MoveTrack : MixStep.Rest;
        advice.Next = advice.Step == MixStep.BringUp ? advice.Next : advice.Step == MixStep.MoveTrack ? off : null;
    }

    private static bool IsFurther(Hint hint, Hint other) =>
        Math.Abs(hint.DeviationLu).CompareTo(Math.Abs(other.DeviationLu)) is not 0 and int order ? order > 0 : hint.TrackId.CompareTo(other.TrackId) < 0;
}
