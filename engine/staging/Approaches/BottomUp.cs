using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Staging.Approaches;

/// <summary>Bottom-up staging: all faders down, the focal up to its anchor, then one track after another set against it.</summary>
/// <remarks>
/// <para>[any] Pure. Order: the focal; then the tracks the person ordered; then by importance of role; within a role as in the host's
/// mixer where the host tells that, else louder first, ties by identity.
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

    /// <inheritdoc/>
    public string Name => "bottom-up";

    /// <inheritdoc/>
    public MixAdvice Advise(MixSnapshot mix)
    {
        FocalPlacing placing = new(mix);
        Hint? focalHint = placing.Focal is { } focal ? FocalHint(placing, focal) : null;
        if (placing.Focal is { } lowered && FocalPlacing.IsDown(lowered) && focalHint is { SuggestedFaderDb: not double.NaN })
        {
            placing.FocalFaderDb = focalHint.SuggestedFaderDb + (double.IsNaN(focalHint.TrimDb) ? 0 : focalHint.TrimDb);
        }

        Dictionary<TrackReading, int> steps = Steps(placing);
        TrackReading? next = Next(placing, steps);
        ImmutableArray<Hint> hints =
        [
            .. placing.Tracks.Select(track =>
                (ReferenceEquals(track, placing.Focal) ? focalHint! : Judge(placing, track, ReferenceEquals(track, next)))
                with { Step = steps.GetValueOrDefault(track) }),
        ];

        double peak = placing.StagedPeakDbfs(hints, track => !FocalPlacing.IsDown(track));
        double room = Headroom.MoveDb(peak);
        return new MixAdvice
        {
            Hints = hints,
            StagedPeakDbfs = peak,
            HeadroomMoveDb = room,
            FocalMoveDb = FocalMoveDb(placing),
            Headline = Headline(placing, hints, next, Wording.Room(room, peak)),
        };
    }

    /// <summary>The tracks in the order they are staged in, the focal first.</summary>
    /// <param name="mix">The mix.</param>
    /// <returns>Tracks in the mix; the mix bus and tracks out of the mix are left out.</returns>
    /// <remarks>[any] What a view shows and lets the person reorder.</remarks>
    public static ImmutableArray<TrackReading> Order(MixSnapshot mix) => Ordered(new FocalPlacing(mix));

    private static ImmutableArray<TrackReading> Ordered(FocalPlacing placing)
    {
        ImmutableArray<Guid> chosen = placing.Mix.Settings.Order.IsDefault ? [] : placing.Mix.Settings.Order;
        return
        [
            .. placing.Staged
                .OrderBy(track => !ReferenceEquals(track, placing.Focal))
                .ThenBy(track => chosen.IndexOf(track.Id) is >= 0 and int place ? place : int.MaxValue)
                .ThenBy(track => Roles.Importance(track.Role))
                .ThenBy(track => track.HostTrack.MixerIndex ?? long.MaxValue)
                .ThenByDescending(track => track.IntegratedLufs)
                .ThenBy(track => track.Id),
        ];
    }

    private static Dictionary<TrackReading, int> Steps(FocalPlacing placing)
    {
        Dictionary<TrackReading, int> steps = new(ReferenceEqualityComparer.Instance);
        ImmutableArray<TrackReading> order = placing.Focal is null ? [] : Ordered(placing);
        for (int index = 0; index < order.Length; index++)
        {
            steps[order[index]] = index + 1;
        }

        return steps;
    }

    // The focal while it is down; else the first that is down and can be placed.
    private static TrackReading? Next(FocalPlacing placing, Dictionary<TrackReading, int> steps) =>
        placing.Focal is null ? null
        : FocalPlacing.IsDown(placing.Focal) ? (placing.Focal.IsAudible ? placing.Focal : null)
        : placing.Staged
            .Where(track => FocalPlacing.IsDown(track) && !double.IsNaN(placing.PlaceDb(track)))
            .MinBy(track => steps[track]);

    // How far a track is asked to follow the focal, in dB: 0 unless the focal's fader went elsewhere since the track was placed
    // and following puts the track where it was in its place. The step is kept off the edge for the rounding of positions.
    private static double FollowDb(FocalPlacing placing, TrackReading track)
    {
        if (placing.Focal is not { } focal
            || ReferenceEquals(track, focal)
            || FocalPlacing.IsDown(focal)
            || focal.FaderPlace == FaderPlace.PostFader
            || double.IsNaN(placing.DeviationLu(track)))
        {
            return 0;
        }

        double move = focal.FaderDb - track.FocalReferenceFaderDb;
        bool wasPlaced = Math.Abs(placing.DeviationLu(track) + move) <= HintHysteresis.InnerEdge(track.ToleranceLu) - FaderRange.StepDb;
        return FocalPlacing.IsFigure(move) && Math.Abs(move) > SameDb && wasPlaced ? move : 0;
    }

    private static Hint FocalHint(FocalPlacing placing, TrackReading focal)
    {
        MixSettings settings = placing.Mix.Settings;
        bool isRms = settings.AnchorKind == AnchorKind.RmsDbfs;
        string unit = isRms ? "dBFS RMS" : "LUFS";
        double insertLevel = isRms ? focal.RmsDbfs : focal.IntegratedLufs;
        double wanted = settings.AnchorLevel - insertLevel;
        bool isKnown = focal.IsAudible && FocalPlacing.IsFigure(wanted);
        string anchor = $"{Wording.Signed(settings.AnchorLevel)} {unit}";

        if (!FocalPlacing.IsDown(focal))
        {
            double offAnchor = FocalPlacing.FaderOf(focal) - wanted;
            string off = isKnown && FocalPlacing.IsFigure(offAnchor) && Math.Abs(offAnchor) > HintHysteresis.WidthLu
                ? $", {Wording.Distance(offAnchor)} {(offAnchor < 0 ? "under" : "above")} its anchor of {anchor}, and stays there"
                : "";
            return placing.Leave(focal, HintKind.Focal, focal.IsAudible
                ? $"The focal is up{off}: the others come to it."
                : "The focal is up and was not heard yet: play the song where it sounds.");
        }

        return !focal.IsAudible ? placing.Unheard(focal)
            : !isKnown ? placing.Say(focal, HintKind.Next, $"Bring up the focal first, by ear: its level in {unit} is not known.")
            : placing.Bring(focal, HintKind.Next, wanted, $"The focal comes first: it reads {Wording.Signed(insertLevel)} {unit} at its insert and belongs at its anchor of {anchor}.");
    }

    private static Hint Judge(FocalPlacing placing, TrackReading track, bool isNext)
    {
        if (placing.Unplaceable(track) is { } hint)
        {
            return hint;
        }

        double place = placing.PlaceDb(track);
        bool isDown = FocalPlacing.IsDown(track);
        if (double.IsNaN(place))
        {
            return placing.Say(track, isDown ? HintKind.Waiting : HintKind.NotHeard, "The focal comes first: until it was heard there is nothing to set this against.");
        }

        string heard = Wording.Heard(track);
        if (isDown)
        {
            string where = $"{Wording.Db(place)} is its place {Wording.Place(track.TargetLu)}; {heard}.";
            return isNext
                ? placing.Bring(track, HintKind.Next, place, $"Its turn: {where}")
                : AsWaiting(placing.Bring(track, HintKind.Waiting, place, $"Others come first: {where}"));
        }

        double deviation = placing.DeviationLu(track);
        double followDb = FollowDb(placing, track);
        return double.IsNaN(deviation)
            ? placing.Say(track, HintKind.NotHeard, "Its fader has no position that can be read.")
            : Math.Abs(followDb) > 0
                ? Follow(placing, track, followDb, heard)
                : Settle(placing, track, deviation, place, heard);
    }

    // A track whose turn has not come waits, whatever its clip will need then; the trim is already told.
    private static Hint AsWaiting(Hint hint) => hint with { Kind = HintKind.Waiting };

    private static Hint Settle(FocalPlacing placing, TrackReading track, double deviation, double place, string heard) =>
        HintHysteresis.IsOff(deviation, track.ToleranceLu, track.ShownKind)
            ? placing.Bring(track, HintKind.Adjust, place, $"{Wording.Deviation(deviation, track.TargetLu)}; {heard}.")
            : placing.Leave(track, HintKind.Placed, $"Placed: {Wording.Within(deviation, track)}; {heard}.");

    private static Hint Follow(FocalPlacing placing, TrackReading track, double followDb, string heard) => placing.Bring(
        track,
        HintKind.Adjust,
        FocalPlacing.FaderOf(track) + followDb,
        $"The focal moved {Wording.Way(followDb)} {Wording.Distance(followDb)}: following by {Wording.Db(followDb)} keeps the balance; {heard}.");

    private static double FocalMoveDb(FocalPlacing placing) =>
        placing.Focal is null ? 0 : placing.Staged.Select(track => FollowDb(placing, track)).Append(0).MaxBy(Math.Abs);

    private static string Headline(FocalPlacing placing, ImmutableArray<Hint> hints, TrackReading? next, string room)
    {
        if (placing.Tracks.IsEmpty)
        {
            return "No tracks yet: insert FaderStager on the tracks of the mix.";
        }

        if (placing.Focal is not { } focal)
        {
            return placing.FocalIsOut ? "The focal is out of the mix: take it back in or flag another." : Wording.FlagTheFocal;
        }

        double focalMoveDb = FocalMoveDb(placing);
        if (Math.Abs(focalMoveDb) > 0)
        {
            return $"The focal moved {Wording.Way(focalMoveDb)} {Wording.Distance(focalMoveDb)}: let the others follow by {Wording.Db(focalMoveDb)}, or put it back to {Wording.Db(focal.FaderDb - focalMoveDb)}.";
        }

        if (next is not null)
        {
            Hint hint = hints[placing.Tracks.IndexOf(next)];
            return Wording.Join($"Next: {Step(next, hint)}.", room);
        }

        return !focal.IsAudible
            ? "The focal was not heard yet: play the song where it sounds."
            : Wording.Join(Rest(placing, hints), Wording.Balance(placing.Mix), room);
    }

    private static string Step(TrackReading track, Hint hint)
    {
        string name = track.IsFocal ? $"{Wording.Name(track)}, the focal," : Wording.Name(track);
        string place = track.IsFocal || double.IsNaN(hint.TargetLu) ? "" : $", {Wording.Place(hint.TargetLu)}";
        return hint switch
        {
            { Kind: HintKind.TrimFirst } =>
                $"trim the clip of {name} {Wording.Way(hint.TrimDb)} by {Wording.Distance(hint.TrimDb)} and bring its fader to {Wording.Db(hint.SuggestedFaderDb)}",
            { SuggestedFaderDb: double.NaN } => $"bring {name} up by ear",
            _ => $"bring {name} up to {Wording.Db(hint.SuggestedFaderDb)}{place}",
        };
    }

    private static string Rest(FocalPlacing placing, ImmutableArray<Hint> hints)
    {
        TrackReading[] off =
        [
            .. placing.Tracks
                .Where((_, index) => hints[index].Kind is HintKind.Adjust or HintKind.TrimFirst)
                .OrderByDescending(track => Math.Abs(placing.DeviationLu(track)))
                .ThenBy(track => track.Id),
        ];
        if (off.Length > 0)
        {
            Hint hint = hints[placing.Tracks.IndexOf(off[0])];
            string name = Wording.Name(off[0]);
            return hint.Kind == HintKind.TrimFirst
                ? $"Adjust: trim the clip of {name} {Wording.Way(hint.TrimDb)} by {Wording.Distance(hint.TrimDb)} and set its fader to {Wording.Db(hint.SuggestedFaderDb)}."
                : $"Adjust: bring {name} {Wording.Way(hint.MoveDb)} {Wording.Distance(hint.MoveDb)}{(double.IsNaN(hint.SuggestedFaderDb) ? "" : $" to {Wording.Db(hint.SuggestedFaderDb)}")}.";
        }

        int placed = hints.Count(hint => hint.Kind == HintKind.Placed);
        int unheard = hints.Count(hint => hint.Kind == HintKind.NotHeard);
        return (placed, unheard) switch
        {
            (0, 0) => "No other track sounds: insert FaderStager on the others.",
            (0, _) => "No other track was heard with the focal yet: play the song.",
            (_, 0) => "All tracks are placed.",
            (_, 1) => "Every track that was heard is placed; 1 was not heard yet.",
            _ => $"Every track that was heard is placed; {unheard} were not heard yet.",
        };
    }
}
