using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Targets;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Mixes;

/// <summary>The common gain behind all faders of a mix that makes its two pictures equally loud.</summary>
/// <remarks>
/// [any] One double, which the worker gives to the tracks with each turn, and whoever switches at once. It is no part of any fader: no
/// reading, hint, parameter or saved byte holds it. What sums or echoes other tracks has it already from those, so it gets none of its own.
/// </remarks>
internal sealed class PictureGain
{
    private double _db;
    private double _playedDb;
    private Func<PictureMatch>? _owed;

    /// <summary>The gain wanted, in dB.</summary>
    public double Db => Volatile.Read(ref _db);

    /// <summary>The gain that plays, in dB: 0 while a track is bypassed.</summary>
    public double PlayedDb => Volatile.Read(ref _playedDb);

    /// <summary>Whether a track plays with it.</summary>
    /// <param name="track">The track.</param>
    public static bool Moves(TrackMember track) => track.IsStaged && track.Measurement.Sums == SumKind.None && track.Role != Role.ReverbReturn;

    /// <summary>Takes another gain, for the tracks to play with.</summary>
    /// <param name="db">The gain in dB.</param>
    /// <param name="tracks">The mix's tracks.</param>
    public void Set(double db, IReadOnlyList<TrackMember> tracks)
    {
        Volatile.Write(ref _db, db);
        Settle(tracks);
    }

    /// <summary>Leaves to the worker what could not be worked out at once.</summary>
    /// <param name="solve">Works it out, in a turn; null = nothing is owed.</param>
    public void Owe(Func<PictureMatch>? solve) => Volatile.Write(ref _owed, solve);

    /// <summary>A turn begins: what is owed is worked out, and the tracks that are there now get the gain. Allocates nothing where nothing is owed.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    public void BeginTurn(IReadOnlyList<TrackMember> tracks)
    {
        if (Volatile.Read(ref _owed) is { } solve && ReferenceEquals(Interlocked.CompareExchange(ref _owed, null, solve), solve))
        {
            Volatile.Write(ref _db, solve().GainDb);
        }

        Settle(tracks);
    }

    /// <summary>Gives it to the tracks that are there now. Allocates nothing.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    private void Settle(IReadOnlyList<TrackMember> tracks)
    {
        double db = Db;
        for (int i = 0; i < tracks.Count && db != 0; i++)
        {
            // A common gain that one track does not play with would change the balance.
            db = IsBypassed(tracks[i]) ? 0 : db;
        }

        Volatile.Write(ref _playedDb, db);
        for (int i = 0; i < tracks.Count; i++)
        {
            tracks[i].Audio.MatchDb = Moves(tracks[i]) ? db : 0;
        }
    }

    /// <summary>Takes back of a gain above 0 what the mix has no room for any more.</summary>
    /// <param name="peakDbfs">Predicted peak of the mix bus without it, in dBFS.</param>
    public void KeepRoom(double peakDbfs)
    {
        double db = Db;
        if (db > 0 && peakDbfs + db > Headroom.HighestPeakDbfs)
        {
            Volatile.Write(ref _db, Math.Max(0, Headroom.HighestPeakDbfs - peakDbfs));
        }
    }

    /// <summary>Whether a track stays as it is whatever the gain.</summary>
    /// <param name="track">The track.</param>
    public static bool IsBypassed(TrackMember track) => Moves(track) && track.Parameters[ParameterId.Bypass] > 0;
}
