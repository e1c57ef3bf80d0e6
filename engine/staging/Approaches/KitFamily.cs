using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Approaches;

/// <summary>A drum kit is a family of voices with a place of its own: that of the drums as one, however many tracks it has.</summary>
/// <remarks>
/// [any] Pure. The kit as a whole is judged by the place of the drums as one and moves as a whole; inside it each drum is judged by its
/// place against the kit. Where the drums' own moves take the kit off its place, all of them make up for it.
/// </remarks>
internal static class KitFamily
{
    private const int MostRounds = 10;
    private const double NearDb = 0.1;
    private const int MostDrums = 64;

    /// <summary>Settles the hints of a kit's drums; does nothing for fewer than two.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="hints">The hints, each judged by itself.</param>
    internal static void Settle(in FocalPlacing placing, ReadOnlySpan<Hint> hints)
    {
        bool isBottomUp = placing.Mix.Settings.Approach == Settings.ApproachKind.BottomUp;
        double kitLu = placing.Mix.KitLu;
        if (!double.IsFinite(kitLu))
        {
            return;
        }

        Span<int> kit = stackalloc int[MostDrums];
        int count = 0;
        for (int index = 0; index < hints.Length && count < MostDrums; index++)
        {
            Hint hint = hints[index];
            if (VoiceName.IsOfKit(hint.Track.Role) && !hint.Track.IsFocal && hint.Kind is HintKind.InPlace or HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Placed or HintKind.Adjust
                && hint.Cause != Cause.FocalMoved && !hint.Track.IsDown && !hint.Track.HasOwnTarget
                && !double.IsNaN(placing.DeviationLu(hint.Track)) && double.IsFinite(hint.Track.UnderFocalLu))
            {
                kit[count++] = index;
            }
        }

        if (count < 2)
        {
            return;
        }

        Span<double> moves = stackalloc double[count];
        moves.Clear();
        double wholeLu = Move(placing, hints, kit[..count], kitLu, moves);
        for (int index = 0; index < count; index++)
        {
            Hint hint = hints[kit[index]];
            TrackReading track = hint.Track;
            if (Math.Abs(moves[index]) < NearDb)
            {
                hint.Begin(track);
                placing.Leave(hint, isBottomUp ? HintKind.Placed : HintKind.InPlace, isBottomUp ? Cause.Placed : Cause.InPlace);
            }
            else
            {
                hint.Begin(track);
                placing.Bring(hint, isBottomUp ? HintKind.Adjust : moves[index] < 0 ? HintKind.TooLoud : HintKind.Buried, Cause.KitPlace, track.CountedFaderDb + moves[index]);
            }

            // What it is judged by: where its move leads, and without one its place in the kit as the kit ends.
            double reading = hint.RelativeLu;
            hint.TargetLu = hint.Kind is HintKind.InPlace or HintKind.Placed ? wholeLu + track.TargetLu - placing.Mix.KitTargetLu : reading + moves[index];
            hint.DeviationLu = reading - hint.TargetLu;
        }
    }

    // Fills in the moves; gives where the kit as one ends, in LU against the focal.
    private static double Move(in FocalPlacing placing, ReadOnlySpan<Hint> hints, ReadOnlySpan<int> kit, double kitLu, Span<double> moves)
    {
        double kitTargetLu = placing.Mix.KitTargetLu - placing.LoweringLu;
        double kitToleranceLu = placing.Mix.KitToleranceLu;
        double now = kitLu;
        bool anyHandSet = false;
        foreach (int at in kit)
        {
            anyHandSet |= hints[at].Track.IsHandSet;
        }

        Span<double> steps = stackalloc double[kit.Length];
        for (int round = 0; round < MostRounds; round++)
        {
            double before = 0;
            double after = 0;
            for (int index = 0; index < kit.Length; index++)
            {
                TrackReading track = hints[kit[index]].Track;
                double reading = track.TargetLu - placing.LoweringLu + placing.DeviationLu(track) + moves[index];
                double inner = reading - now - (track.TargetLu - placing.LoweringLu - kitTargetLu);
                steps[index] = MoveDb(inner, HintHysteresis.Usable(track.ToleranceLu), track.IsHandSet);
                double power = Decibels.ToPower(track.UnderFocalLu + track.CountedFaderDb + moves[index]);
                before += power;
                after += power * Decibels.ToPower(steps[index]);
            }

            // Where the drums' own moves leave the kit in its place there is nothing to make up for.
            double left = now + Decibels.FromPower(after / before);
            double makeUp = MoveDb(left - kitTargetLu, kitToleranceLu, anyHandSet);
            bool isSettled = Math.Abs(makeUp) < NearDb && steps.IndexOfAnyExcept(0.0) < 0;
            if (isSettled)
            {
                break;
            }

            for (int index = 0; index < moves.Length; index++)
            {
                moves[index] += steps[index] + makeUp;
            }

            now = left + makeUp;
        }

        return now;
    }

    // To the edge where a person set the faders, to the middle otherwise; 0 within the tolerance.
    private static double MoveDb(double deviationLu, double toleranceLu, bool isHandSet)
    {
        if (!HintHysteresis.IsOff(deviationLu, toleranceLu, null))
        {
            return 0;
        }

        double edge = isHandSet ? Math.Max(0, HintHysteresis.InnerEdge(toleranceLu) - (Settings.FaderRange.StepDb / 2)) : 0;
        return -Math.Sign(deviationLu) * (Math.Abs(deviationLu) - edge);
    }
}
