using FaderStager.Audio.Following;
using FaderStager.Staging.Readings;

namespace FaderStager.Reports;

/// <summary>What a person is told of the engine itself: slots lost, faults caught, a host whose song cannot be followed.</summary>
/// <remarks>[any] Pure.</remarks>
public static class EngineWords
{
    private const long RepeatedFaults = 2;
    private const double SlotSeconds = 0.1;

    /// <summary>Why a song is not followed though the host plays: "this host gives no song position: live readings only".</summary>
    /// <param name="following">How the track follows the song.</param>
    /// <returns>The words; empty where all is well or nothing plays.</returns>
    /// <remarks>[any]</remarks>
    public static string Unfollowed(SongFollowing following) => following switch
    {
        SongFollowing.PositionStands => "the host plays and its song position stands still: live readings only",
        SongFollowing.PositionJumps => "the host plays and its song position jumps about: live readings only",
        SongFollowing.AdvancesWhileStopped => "the host says that it is stopped while its song position moves: live readings only",
        SongFollowing.NoPosition => "the host gives no song position: live readings only",
        _ => "",
    };

    /// <summary>The one line of the editor when something of the engine matters.</summary>
    /// <param name="diagnostics">How the engine is doing.</param>
    /// <param name="following">How the track follows the song.</param>
    /// <returns>The line; empty where nothing matters.</returns>
    /// <remarks>[any]</remarks>
    public static string Line(in Diagnostics diagnostics, SongFollowing following) =>
        diagnostics.Faults >= RepeatedFaults ? PooledText.Of($"{diagnostics.Faults} faults caught: About says where")
        : diagnostics.LostSlots > 0 ? PooledText.Of($"{diagnostics.LostSlots * SlotSeconds:0.0} s of song came too fast to be read: play them again")
        : Unfollowed(following);

    /// <summary>All of it for a report: "1200 turns, longest 3.1 ms, 0 bytes in the last, 0 collections, 0 slots lost, 0 tracks not followed".</summary>
    /// <param name="diagnostics">How the engine is doing.</param>
    /// <returns>The text.</returns>
    /// <remarks>[any]</remarks>
    public static string All(in Diagnostics diagnostics) => PooledText.Of(
        $"{diagnostics.Turns} turns, longest {diagnostics.LongestTurnMs:0.0} ms, {diagnostics.LastTurnBytes} bytes in the last, {diagnostics.Collections} collections, {diagnostics.LostSlots} slots lost, {diagnostics.NotFollowedTracks} tracks not followed");
}
