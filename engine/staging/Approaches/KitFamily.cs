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
    /// <summary>Drums that a kit may have; those beyond are judged by themselves.</summary>
    internal const int MostDrums = 64;

    /// <summary>Least move in dB that is made.</summary>
    internal const double NearDb = 0.1;

    private const int MostRounds = 10;

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
            if (hint.Kind is HintKind.InPlace or HintKind.TooLoud or HintKind.Buried or HintKind.TrimFirst or HintKind.Placed or HintKind.Adjust
                && hint.Cause != Cause.FocalMoved && IsOfFamily(placing, hint.Track))
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
        double wholeLu = Move(placing, kit[..count], kitLu, moves);
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

    /// <summary>Whether a track is a drum that is settled with its kit.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="track">The track.</param>
    /// <returns>True for a drum that is up, placed by its role, and can be judged.</returns>
    internal static bool IsOfFamily(in FocalPlacing placing, TrackReading track) =>
        VoiceName.IsOfKit(track.Role) && track.IsStaged && !track.IsFocal && !track.IsDown && !track.HasOwnTarget
        && !double.IsNaN(placing.DeviationLu(track)) && double.IsFinite(track.UnderFocalLu);

    /// <summary>The moves that settle a kit.</summary>
    /// <param name="placing">The mix.</param>
    /// <param name="kit">Where its drums stand among the tracks.</param>
    /// <param name="kitLu">The kit as one against the focal, in LU.</param>
    /// <param name="moves">A move in dB for each drum; starts at 0.</param>
    /// <returns>Where the kit as one ends, in LU against the focal.</returns>
    internal static double Move(in FocalPlacing placing, ReadOnlySpan<int> kit, double kitLu, Span<double> moves)
    {
        double kitTargetLu = placing.Mix.KitTargetLu - placing.LoweringLu;
        double kitToleranceLu = placing.Mix.KitToleranceLu;
        double now = kitLu;
        bool anyHandSet = false;
        foreach (int at in kit)
        {
            anyHandSet |= placing.Tracks[at].IsHandSet;
        }

        Span<double> steps = stackalloc double[kit.Length];
        Span<bool> moved = stackalloc bool[kit.Length];
        moved.Clear();
        for (int round = 0; round < MostRounds; round++)
        {
            double before = 0;
            double after = 0;
            for (int index = 0; index < kit.Length; index++)
            {
                TrackReading track = placing.Tracks[kit[index]];
                double reading = track.TargetLu - placing.LoweringLu + placing.DeviationLu(track) + moves[index];
                double inner = reading - now - (track.TargetLu - placing.LoweringLu - kitTargetLu);
                
                // A drum that moves ends well inside its place, for the kit that it is held against moves too.
                HintKind? shown = moved[index] ? HintKind.Adjust : track.ShownKind is HintKind.InPlace or HintKind.Placed ? track.ShownKind : null;
                steps[index] = MoveDb(inner, HintHysteresis.Usable(track.ToleranceLu), track.IsHandSet, shown);
                double power = Decibels.ToPower(track.UnderFocalLu + track.CountedFaderDb + moves[index]);
                before += power;
                after += power * Decibels.ToPower(steps[index]);
            }

            // Where the drums' own moves leave the kit in its place there is nothing to make up for.
            double left = now + Decibels.FromPower(after / before);
            double makeUp = MoveDb(left - kitTargetLu, left < kitTargetLu ? FocalPlacing.Lower(kitToleranceLu, placing.LoweringLu) : kitToleranceLu, anyHandSet, null);
            bool isSettled = Math.Abs(makeUp) < NearDb && steps.IndexOfAnyExcept(0.0) < 0;
            if (isSettled)
            {
                break;
            }

            for (int index = 0; index < moves.Length; index++)
            {
                moves[index] += steps[index] + makeUp;
                moved[index] |= steps[index] != 0;
            }

            now = left + makeUp;
        }

        return now;
    }

    // To the edge where a person set the faders, to the middle otherwise; 0 within the tolerance.
    private static double MoveDb(double deviationLu, double toleranceLu, bool isHandSet, HintKind? shown)
    {
        if (!HintHysteresis.IsOff(deviationLu, toleranceLu, shown))
        {
            return 0;
        }

        double edge = isHandSet ? Math.Max(0, HintHysteresis.InnerEdge(toleranceLu) - Settings.FaderRange.StepDb) : 0;
        return -Math.Sign(deviationLu) * (Math.Abs(deviationLu) - edge);
    }
}
