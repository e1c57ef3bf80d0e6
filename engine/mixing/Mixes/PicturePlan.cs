using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Faders;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Mixes;

/// <summary>A switch from one picture of the faders to another, and what makes the one ahead as loud as what was heard.</summary>
/// <remarks>Made under the lock, of the faders as they stand. Solved between two turns of the worker, whose measurements it reads.</remarks>
internal sealed class PicturePlan
{
    // Nearer than this nobody hears a difference, in dB: no gain that would have to be told.
    private const double SameDb = 0.05;

    private readonly TrackMember[] _tracks;
    private readonly double[] _nowDb;
    private readonly double[] _aheadDb;
    private readonly double _heardGainDb;
    private readonly bool _waits;
    private readonly MixSnapshot _mix;

    /// <summary>Takes down where the faders are and where they go.</summary>
    /// <param name="tracks">The mix's tracks.</param>
    /// <param name="aheadDb">The fader of the picture ahead in dB by track; tracks not named stay.</param>
    /// <param name="heardGainDb">The gain that plays now, in dB.</param>
    /// <param name="mix">What was published of the mix.</param>
    public PicturePlan(IReadOnlyList<TrackMember> tracks, IReadOnlyDictionary<Guid, double> aheadDb, double heardGainDb, MixSnapshot mix)
    {
        _tracks = [.. tracks.Where(track => track.IsStaged)];
        _nowDb = Array.ConvertAll(_tracks, track => track.Fader.CountedDb);
        _aheadDb = Array.ConvertAll(_tracks, track => aheadDb.TryGetValue(track.Id, out double aim) ? track.Fader.CountedAtDb(aim) : track.Fader.CountedDb);
        _waits = _tracks.Any(track => track.FaderPlace == FaderPlace.DawFader && aheadDb.TryGetValue(track.Id, out double aim) && !IsSame(aim, track.Fader.CountedDb));
        (_heardGainDb, _mix) = (heardGainDb, mix);
    }

    /// <summary>Works out the gain.</summary>
    public PictureMatch Solve()
    {
        if (_tracks.FirstOrDefault(PictureGain.IsBypassed) is { } bypassed)
        {
            return new(PictureMatchKind.Bypassed, TrackName: bypassed.Edits.Name);
        }

        if (_waits)
        {
            return new(PictureMatchKind.Waits);
        }

        double wantedDb = Lufs(_nowDb) + _heardGainDb - Lufs(_aheadDb);
        double roomDb = RoomDb();
        return !double.IsFinite(wantedDb) ? new(PictureMatchKind.NotHeard)
            : Math.Abs(wantedDb) > PictureMatch.LargestGainDb ? new(PictureMatchKind.TooFarApart)
            : IsSame(wantedDb, 0) ? new(PictureMatchKind.Matched)
            : wantedDb > roomDb + SameDb ? new(PictureMatchKind.Limited, roomDb)
            : new(PictureMatchKind.Matched, wantedDb);
    }

    // Integrated loudness of what counts of the song: the energies of its tracks, slot by slot, gated as one.
    private double Lufs(double[] fadersDb)
    {
        VoiceSum sum = new();
        double[] gainsDb = [.. fadersDb.Select((fader, i) => fader > FaderRange.DownDb && _tracks[i].Measurement.Sums == SumKind.None ? fader : double.NegativeInfinity)];
        sum.Update(Array.ConvertAll(_tracks, track => track.Measurement.Counted), gainsDb, focal: null, isPestana: false);
        return sum.Analysis.Windows.IntegratedLufs;
    }

    // How far the picture ahead may come up until its predicted peak is where headroom is asked for.
    private double RoomDb()
    {
        double power = 0;
        for (int i = 0; i < _tracks.Length; i++)
        {
            Guid id = _tracks[i].Id;
            power += _mix.Tracks.FirstOrDefault(reading => reading.Id == id) is { } reading ? Headroom.PeakPower(reading, _aheadDb[i]) : 0;
        }

        return Math.Max(0, Headroom.HighestPeakDbfs - Decibels.FromPower(power) - Math.Max(0, _mix.BusPeakOverForetoldDb));
    }

    private static bool IsSame(double firstDb, double secondDb) => firstDb.Equals(secondDb) || Math.Abs(firstDb - secondDb) < SameDb;
}
