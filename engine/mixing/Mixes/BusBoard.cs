using FaderStager.Audio.Blocks;
using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Mixes;

/// <summary>What an instance on the mix bus tells of its mix, and since when it is true.</summary>
/// <remarks>
/// [worker] The bus hears a fader move only when the song plays on. So what it measured counts from the last move on: of a fader that
/// counts in the readings, of a level before an insert, of who is in the mix. Peaks from before are moved with the faders, as the
/// tracks foretell it. Allocates nothing while the tracks stay.
/// </remarks>
internal sealed class BusBoard
{
    /// <summary>Nearer than this a fader has not moved, in dB: hosts write positions back in single precision.</summary>
    private const double SameDb = 0.05;

    /// <summary>Share of what the most heard track has heard that the bus must have heard to be believed alone. Rule of thumb.</summary>
    private const double MostHeardShare = 0.9;

    private readonly BusAgainstTracks _against = new();
    private TrackAnalysis[] _analyses = [];
    private double[] _gainsDb = [];
    private double[] _fadersDb = [];
    private double[] _movedDb = [];
    private TrackAnalysis? _bus;
    private TrackAnalysis? _behindMoves;
    private uint _filedBefore;
    private uint _since = 1;
    private double _matchDb;

    /// <summary>Seconds of song that the bus has heard under the focal since the last move.</summary>
    public double SecondsUnderFocal => _bus is null ? 0 : _against.SecondsUnderFocal;

    /// <summary>Energy of the bus over the focal's at its insert, there; meaningless without seconds.</summary>
    public double PowerUnderFocal => _against.BusUnderFocal / _against.FocalUnderBus;

    /// <summary>Takes in what changed of faders, tracks and bus.</summary>
    /// <param name="tracks">The tracks, their measurements up to date.</param>
    /// <param name="mix">The mix, its readings filled in.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <param name="isPestana">Whether relative readings use the Pestana shelf.</param>
    public void Update(ReadOnlySpan<TrackMember> tracks, MixSnapshot mix, TrackMember? focal, bool isPestana)
    {
        TrackMeasurement? bus = Find(tracks, mix);
        bool isOther = !ReferenceEquals(_bus, bus?.Analysis);
        (_bus, _behindMoves) = (bus?.Analysis, bus?.BehindMoves);
        (_since, _filedBefore) = isOther ? (1, 0) : (_since, _filedBefore);
        NoteMoves(tracks, mix);
        _filedBefore = _bus?.Filed ?? 0;
        if (_bus is null)
        {
            return;
        }

        _matchDb = 0;
        for (int i = 0; i < tracks.Length; i++)
        {
            TrackReading reading = mix.Tracks[i];
            _matchDb = reading.MatchDb == 0 ? _matchDb : reading.MatchDb;
            _gainsDb[i] = reading.IsStaged && !reading.IsDown ? reading.HeardFaderDb : double.NegativeInfinity;
        }

        _behindMoves?.Update();
        _against.Update(_bus, _since, focal?.Measurement.Counted, _analyses, _gainsDb, isPestana);
    }

    /// <summary>Fills in what the bus tells of peak and loudness.</summary>
    /// <param name="mix">The mix, its readings filled in.</param>
    public void Read(MixSnapshot mix)
    {
        double foretold = Headroom.PredictedPeakDbfs(mix.Tracks);
        (mix.PredictedPeakDbfs, mix.PeakIsFromBus, mix.BusLufs, mix.BusAgainstTracksLu) = (foretold, false, double.NaN, double.NaN);
        if (_bus is null)
        {
            mix.BusPeakOverForetoldDb = 0;
            return;
        }

        if (_against.Seconds >= RelativeLoudness.LeastSecondsTogether)
        {
            mix.BusAgainstTracksLu = _against.AgainstTracksLu;
        }

        if (_behindMoves is { TruePeakDbtp: > double.NegativeInfinity and var heard })
        {
            // What makes two pictures equally loud is no part of the mix.
            double measured = heard - _matchDb;
            bool isHeard = _behindMoves.Windows.SoundingCount >= MostHeardShare * MostHeard(mix);
            mix.PeakIsFromBus = isHeard || measured >= foretold;
            mix.PredictedPeakDbfs = mix.PeakIsFromBus ? measured : foretold;
            mix.BusLufs = isHeard ? _behindMoves.Windows.IntegratedLufs - _matchDb : double.NaN;
        }

        double over = mix.PredictedPeakDbfs - foretold;
        mix.BusPeakOverForetoldDb = double.IsFinite(over) ? over : 0;
    }

    private static TrackMeasurement? Find(ReadOnlySpan<TrackMember> tracks, MixSnapshot mix)
    {
        TrackMeasurement? bus = null;
        for (int i = 0; i < tracks.Length; i++)
        {
            TrackMeasurement measurement = tracks[i].Measurement;
            if (mix.Tracks[i] is { Role: Role.MixBus, InMix: true })
            {
                measurement.BehindMoves ??= new TrackAnalysis();
                bus = bus is null || !bus.Analysis.HasData ? measurement : bus;
            }
            else
            {
                measurement.BehindMoves = null;
            }
        }

        return bus;
    }

    private long MostHeard(MixSnapshot mix)
    {
        long most = 0;
        for (int i = 0; i < _analyses.Length; i++)
        {
            most = mix.Tracks[i].IsStaged ? Math.Max(most, _analyses[i].Windows.SoundingCount) : most;
        }

        return most;
    }

    private void NoteMoves(ReadOnlySpan<TrackMember> tracks, MixSnapshot mix)
    {
        if (!IsSame(tracks))
        {
            // Who joins is there from its first slot on, so what came with this turn counts.
            Remember(tracks, mix, isOther: true);
            Begin(_filedBefore);
            return;
        }

        bool hasMoved = false;
        double before = 0;
        double now = 0;
        for (int i = 0; i < tracks.Length; i++)
        {
            TrackReading reading = mix.Tracks[i];
            if (reading.Role == Role.MixBus)
            {
                continue;
            }

            double levelDb = _analyses[i].MovedDb - _movedDb[i];
            hasMoved |= !IsSameFader(reading.HeardFaderDb, _fadersDb[i]) || Math.Abs(levelDb) > SameDb;
            now += Headroom.PeakPower(reading, reading.HeardFaderDb);
            before += Headroom.PeakPower(reading, _fadersDb[i]) * Decibels.ToPower(-levelDb);
        }

        if (!hasMoved)
        {
            return;
        }

        if (now > 0 && before > 0)
        {
            _behindMoves?.Shift(Decibels.FromPower(now / before));
        }
        else
        {
            _behindMoves?.Clear();
        }

        // What came with this turn may be of before the move.
        Remember(tracks, mix, isOther: false);
        Begin(_bus?.Filed ?? 0);
    }

    /// <summary>What the bus files after a count of slots is true; slots on their way may be of before.</summary>
    private void Begin(uint filed) => _since = filed == 0 ? 1 : filed + 1 + TrackAnalysis.SlotsInFlight;

    private void Remember(ReadOnlySpan<TrackMember> tracks, MixSnapshot mix, bool isOther)
    {
        if (isOther)
        {
            _analyses = new TrackAnalysis[tracks.Length];
            _gainsDb = new double[tracks.Length];
            _fadersDb = new double[tracks.Length];
            _movedDb = new double[tracks.Length];
        }

        for (int i = 0; i < tracks.Length; i++)
        {
            _analyses[i] = tracks[i].Measurement.Analysis;
            _fadersDb[i] = mix.Tracks[i].HeardFaderDb;
            _movedDb[i] = _analyses[i].MovedDb;
        }
    }

    private bool IsSame(ReadOnlySpan<TrackMember> tracks)
    {
        bool isSame = tracks.Length == _analyses.Length;
        for (int i = 0; isSame && i < tracks.Length; i++)
        {
            isSame = ReferenceEquals(tracks[i].Measurement.Analysis, _analyses[i]);
        }

        return isSame;
    }

    private static bool IsSameFader(double first, double second) => first.Equals(second) || Math.Abs(first - second) <= SameDb;
}
