using System.Collections.Immutable;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Staging.Approaches;

/// <summary>Top-down staging: all faders up at one level, hear the whole mix, then fix what hurts most first.</summary>
/// <remarks>
/// <para>[any] Pure. Deviation = reading against the focal - target; a track off its place is moved by minus its deviation.
/// The focal gets no move: the others come to it.</para>
/// <para>Rank: (|deviation| - tolerance) x 10^(L/20), where L is the louder of reading and target in LU, held within -40 to +20: what is
/// loud, or ought to be, hurts more. Ties go by identity. A focal that is down comes first, other tracks that are down come last.</para>
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
    public string Name => "top-down";

    /// <inheritdoc/>
    public MixAdvice Advise(MixSnapshot mix)
    {
        FocalPlacing placing = new(mix);
        double startDb = FaderRange.Round(UniformStart.Db(mix.Settings.Start, placing.Staged.Count()));
        if (double.IsNaN(placing.FocalFaderDb) && placing.Focal is { } focal && FocalPlacing.IsDown(focal))
        {
            placing.FocalFaderDb = startDb;
        }

        ImmutableArray<Hint> hints = [.. placing.Tracks.Select(track => Judge(placing, track, startDb))];
        bool isStart = OffersStart(placing, hints, startDb);
        hints = isStart
            ? [.. placing.Tracks.Select((track, index) => ToStart(placing, track, hints[index], startDb))]
            : Rank(placing, hints);

        double peak = placing.StagedPeakDbfs(hints, _ => true);
        double room = Headroom.MoveDb(peak);
        return new MixAdvice
        {
            Hints = hints,
            StagedPeakDbfs = peak,
            HeadroomMoveDb = room,
            Headline = Headline(placing, hints, isStart ? startDb : double.NaN, Wording.Room(room, peak)),
        };
    }

    private static Hint Judge(FocalPlacing placing, TrackReading track, double startDb)
    {
        if (ReferenceEquals(track, placing.Focal))
        {
            return FocalHint(placing, track, startDb);
        }

        bool isDown = FocalPlacing.IsDown(track);
        if (placing.Unplaceable(track) is { } hint)
        {
            return hint.Kind == HintKind.NotHeard && isDown
                ? placing.Bring(track, HintKind.Start, startDb, "The fader is down and it was not heard yet: bring it to the uniform start.")
                : hint;
        }

        string heard = Heard(placing, track);
        double place = placing.PlaceDb(track);
        if (double.IsNaN(place))
        {
            return isDown
                ? placing.Bring(track, HintKind.Start, startDb, "The fader is down and the focal was not heard yet: bring it to the uniform start.")
                : placing.Say(track, HintKind.NotHeard, "The focal was not heard yet, so there is nothing to compare with.");
        }

        if (isDown)
        {
            return placing.Bring(track, HintKind.Start, place, $"The fader is down: {Wording.Db(place)} is its place {Wording.Place(track.TargetLu)}; {heard}.");
        }

        double deviation = placing.DeviationLu(track);
        if (double.IsNaN(deviation))
        {
            return placing.Say(track, HintKind.NotHeard, "Its fader has no position that can be read.");
        }

        return HintHysteresis.IsOff(deviation, track.ToleranceLu, track.ShownKind)
            ? placing.Bring(track, deviation > 0 ? HintKind.TooLoud : HintKind.Buried, place, $"{Wording.Deviation(deviation, track.TargetLu)}; {heard}.")
            : placing.Leave(track, HintKind.InPlace, $"In place: {Wording.Within(deviation, track)}; {heard}.");
    }

    private static string Heard(FocalPlacing placing, TrackReading track) => placing.Focal is { } focal && FocalPlacing.IsDown(focal)
        ? $"{Wording.Heard(track)}, the focal taken at {Wording.Db(placing.FocalFaderDb)}"
        : Wording.Heard(track);

    private static Hint FocalHint(FocalPlacing placing, TrackReading focal, double startDb) =>
        FocalPlacing.IsDown(focal)
            ? placing.Bring(focal, HintKind.Start, startDb, $"The fader of the focal is down: bring it up to the uniform start, {Wording.Db(startDb)}.")
            : placing.Leave(focal, HintKind.Focal, focal.IsAudible ? "The focal: the others come to it." : "The focal was not heard yet: play the song where it sounds.");

    private static bool OffersStart(FocalPlacing placing, ImmutableArray<Hint> hints, double startDb)
    {
        TrackReading[] movable = [.. placing.Staged.Where(track => track.FaderPlace != FaderPlace.PostFader)];
        if (placing.Focal is null || movable.Length == 0)
        {
            return false;
        }

        if (movable.All(FocalPlacing.IsDown))
        {
            return true;
        }

        double lowest = movable.Min(track => track.FaderDb);
        double highest = movable.Max(track => track.FaderDb);
        bool isUniform = movable.Length > 1 && FocalPlacing.IsFigure(lowest) && lowest > FaderRange.DownDb && highest - lowest <= SameDb;
        if (!isUniform || Math.Abs(lowest - startDb) <= SameDb)
        {
            return false;
        }

        bool isStaged = hints.Any(hint => hint.Kind == HintKind.InPlace)
            && hints.All(hint => hint.Kind is not (HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst));
        double startPeak = Headroom.PredictedPeakDbfs(placing.Tracks, track => track.FaderPlace == FaderPlace.PostFader ? 0 : startDb);
        bool isLoweredForRoom = lowest < startDb && startPeak > Headroom.HighestPeakDbfs;
        return !isStaged && !isLoweredForRoom;
    }

    private static Hint ToStart(FocalPlacing placing, TrackReading track, Hint hint, double startDb) =>
        FocalPlacing.Stages(track) && track.FaderPlace != FaderPlace.PostFader
            ? placing.Bring(track, HintKind.Start, startDb, $"The uniform start first: every fader at {Wording.Db(startDb)}, then hear the whole mix.") with { Step = 1 }
            : hint;

    private static ImmutableArray<Hint> Rank(FocalPlacing placing, ImmutableArray<Hint> hints)
    {
        int[] order =
        [
            .. Enumerable.Range(0, hints.Length)
                .Where(index => hints[index].Kind is HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Start)
                .OrderBy(index => !ReferenceEquals(placing.Tracks[index], placing.Focal))
                .ThenBy(index => FocalPlacing.IsDown(placing.Tracks[index]))
                .ThenByDescending(index => Hurt(placing, placing.Tracks[index]))
                .ThenBy(index => placing.Tracks[index].Id),
        ];
        Hint[] ranked = [.. hints];
        for (int step = 0; step < order.Length; step++)
        {
            ranked[order[step]] = ranked[order[step]] with { Step = step + 1 };
        }

        return [.. ranked];
    }

    private static double Hurt(FocalPlacing placing, TrackReading track)
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

    private static string Headline(FocalPlacing placing, ImmutableArray<Hint> hints, double startDb, string room)
    {
        if (placing.Tracks.IsEmpty)
        {
            return "No tracks yet: insert FaderStager on the tracks of the mix.";
        }

        if (placing.Focal is null)
        {
            return placing.FocalIsOut ? "The focal is out of the mix: take it back in or flag another." : Wording.FlagTheFocal;
        }

        if (!double.IsNaN(startDb))
        {
            return Wording.Join($"First: set every fader to {Wording.Db(startDb)}, the uniform start.", room);
        }

        string balance = Wording.Balance(placing.Mix);
        int first = -1;
        for (int index = 0; index < hints.Length; index++)
        {
            first = hints[index].Step == 1 ? index : first;
        }

        return first >= 0
            ? Wording.Join(balance, $"First: {Step(placing.Tracks[first], hints[first])}.", room)
            : Wording.Join(balance, Rest(placing, hints), room);
    }

    private static string Step(TrackReading track, Hint hint)
    {
        string name = Wording.Name(track);
        return hint switch
        {
            { Kind: HintKind.TrimFirst } =>
                $"trim the clip of {name} {Wording.Way(hint.TrimDb)} by {Wording.Distance(hint.TrimDb)} and set its fader to {Wording.Db(hint.SuggestedFaderDb)}",
            { MoveDb: double.NaN } => $"bring {name} up to {Wording.Db(hint.SuggestedFaderDb)}",
            { SuggestedFaderDb: double.NaN } => $"bring {name} {Wording.Way(hint.MoveDb)} {Wording.Distance(hint.MoveDb)}",
            _ => $"bring {name} {Wording.Way(hint.MoveDb)} {Wording.Distance(hint.MoveDb)} to {Wording.Db(hint.SuggestedFaderDb)}",
        };
    }

    private static string Rest(FocalPlacing placing, ImmutableArray<Hint> hints)
    {
        if (!placing.Focal!.IsAudible)
        {
            return "The focal was not heard yet: play the song where it sounds.";
        }

        int inPlace = hints.Count(hint => hint.Kind == HintKind.InPlace);
        int unheard = hints.Count(hint => hint.Kind is HintKind.NotHeard);
        return (inPlace, unheard) switch
        {
            (0, 0) => "No other track sounds: insert FaderStager on the others.",
            (0, _) => "No other track was heard with the focal yet: play the song.",
            (_, 0) => "Every track is in its place.",
            (_, 1) => "Every track that was heard is in its place; 1 was not heard yet.",
            _ => $"Every track that was heard is in its place; {unheard} were not heard yet.",
        };
    }
}
