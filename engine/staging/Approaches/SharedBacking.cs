using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;

namespace FaderStager.Staging.Approaches;

/// <summary>Lets the places come down together where many voices in their places would bury the focal.</summary>
/// <remarks>
/// [any] Pure. Predicts the focal against the rest with every fader where its hint leads. Where that is under what the profile allows
/// (its offset minus its tolerance, plus how far forward the lead is), all targets are lowered alike, by the least in steps of 0.1 LU that
/// brings the focal there. Tracks whose share under the focal is not known are not foretold, and then nothing is lowered.
/// </remarks>
internal static class SharedBacking
{
    private const double StepLu = 0.1;
    private const int MostSteps = 300;

    // Positions are rounded to 0.1 dB: what comes down comes down a little further, or the same would be asked again.
    private const double NearLu = 0.06;
    private const double MarginLu = 0.1;

    /// <summary>How much lower each place is than its own target.</summary>
    /// <param name="placing">The mix, the focal's fader known.</param>
    /// <returns>LU, 0 or above.</returns>
    internal static double LoweringLu(in FocalPlacing placing)
    {
        double bound = placing.Mix.WantedFocalAgainstRestLu - placing.Mix.Profile.FocalAgainstRest.ToleranceLu;
        if (placing.Focal is null || !(PredictedLu(placing, 0) < bound - NearLu))
        {
            return 0;
        }

        int low = 0;
        int high = MostSteps;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = PredictedLu(placing, middle * StepLu) < bound + MarginLu ? (middle, high) : (low, middle);
        }

        return high * StepLu;
    }

    // The focal against the rest in LU with every hint applied and all places lowered; NaN = cannot be foretold.
    private static double PredictedLu(FocalPlacing placing, double loweringLu)
    {
        placing.LoweringLu = loweringLu;
        Span<int> kit = stackalloc int[KitFamily.MostDrums];
        kit = kit[..KitOf(placing, kit)];
        double power = kit.IsEmpty ? 0 : PowerOf(placing, kit);
        for (int index = 0; index < placing.Tracks.Length; index++)
        {
            TrackReading track = placing.Tracks[index];

            // What a person wants as loud as it is gives no reason to lower the others.
            if (!track.IsStaged || placing.IsFocal(track) || !track.IsAudible || track.HasOwnTarget || kit.Contains(index))
            {
                continue;
            }

            // A return follows what feeds it, or is left.
            if (!track.FedBy.IsEmpty || track.FeedIsUnknown)
            {
                power += track.IsDown ? 0 : Decibels.ToPower(track.UnderFocalLu + track.CountedFaderDb - placing.FocalFaderDb);
                continue;
            }

            double place = placing.PlaceDb(track);
            double deviation = placing.DeviationLu(track);
            if (track.IsWeak || double.IsNaN(place))
            {
                // Hardly heard, or without a place: where it will stand is not known, and the others need not make room for that.
                continue;
            }

            bool moves = track.IsDown || HintHysteresis.IsOff(deviation, placing.ToleranceLu(track, deviation), track.ShownKind);
            double fader = !moves ? track.CountedFaderDb : track.IsDown ? place : FocalPlacing.AimDb(track, place, placing.ToleranceLu(track, deviation));
            power += Decibels.ToPower(track.UnderFocalLu + fader - placing.FocalFaderDb);
        }

        return power > 0 ? -Decibels.FromPower(power) : double.NaN;
    }

    // The drums that move as a kit; fewer than two are none.
    private static int KitOf(in FocalPlacing placing, Span<int> kit)
    {
        int count = 0;
        for (int index = 0; index < placing.Tracks.Length && count < kit.Length; index++)
        {
            if (double.IsFinite(placing.Mix.KitLu) && !placing.Tracks[index].IsWeak && KitFamily.IsOfFamily(placing, placing.Tracks[index]))
            {
                kit[count++] = index;
            }
        }

        return count < 2 ? 0 : count;
    }

    // The energy of a kit under the focal once it has settled.
    private static double PowerOf(in FocalPlacing placing, ReadOnlySpan<int> kit)
    {
        Span<double> moves = stackalloc double[kit.Length];
        moves.Clear();
        _ = KitFamily.Move(placing, kit, placing.Mix.KitLu, moves);
        double power = 0;
        for (int index = 0; index < kit.Length; index++)
        {
            TrackReading track = placing.Tracks[kit[index]];
            double move = Math.Abs(moves[index]) < KitFamily.NearDb ? 0 : moves[index];
            power += Decibels.ToPower(track.UnderFocalLu + track.CountedFaderDb + move - placing.FocalFaderDb);
        }

        return power;
    }
}
