using FaderStager.Audio.Blocks;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Voices;

namespace FaderStager.Staging.Approaches;

/// <summary>Bottom-up brings a drum kit up in one step: each drum to its place in the kit, and the kit as one to its place.</summary>
/// <remarks>[any] Pure. Where a drum of the kit is up already, the others are set one by one.</remarks>
internal static class KitStart
{
    /// <summary>Settles the hints of a kit that is down, once all are judged.</summary>
    /// <param name="placing">The mix, the focal's fader known.</param>
    /// <param name="hints">The hints.</param>
    /// <param name="next">The track whose turn it is, or null.</param>
    internal static void Settle(in FocalPlacing placing, ReadOnlySpan<Hint> hints, TrackReading? next)
    {
        int count = 0;
        bool isTurn = false;
        double power = 0;
        foreach (Hint hint in hints)
        {
            TrackReading track = hint.Track;
            if (!VoiceName.IsOfKit(track.Role) || !track.IsStaged || placing.IsFocal(track))
            {
                continue;
            }

            if (!track.IsDown)
            {
                return;
            }

            if (IsReady(placing, hint))
            {
                count++;
                isTurn |= ReferenceEquals(track, next);
                power += Decibels.ToPower(track.UnderFocalLu + placing.PlaceDb(track) - placing.FocalFaderDb);
            }
        }

        if (placing.Mix.KitTracks < 2 || count < 2)
        {
            return;
        }

        double makeUpDb = placing.Mix.KitTargetLu - placing.LoweringLu - Decibels.FromPower(power);
        foreach (Hint hint in hints)
        {
            if (VoiceName.IsOfKit(hint.Track.Role) && IsReady(placing, hint) && !placing.IsFocal(hint.Track))
            {
                double placeDb = placing.PlaceDb(hint.Track) + makeUpDb;
                placing.Bring(hint, HintKind.Next, isTurn ? Cause.KitTurn : Cause.OthersFirst, placeDb);
                hint.Kind = isTurn ? hint.Kind : HintKind.Waiting;
                hint.TargetLu += makeUpDb;
            }
        }
    }

    private static bool IsReady(in FocalPlacing placing, Hint hint) =>
        hint.Cause is Cause.Turn or Cause.OthersFirst && hint.Track.IsDown && !double.IsNaN(placing.PlaceDb(hint.Track)) && double.IsFinite(hint.Track.UnderFocalLu);
}
