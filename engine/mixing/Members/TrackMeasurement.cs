using FaderStager.Audio.Slots;
using FaderStager.Measuring;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Members;

/// <summary>What the worker owns of a track: all that was measured of it.</summary>
/// <param name="audio">Where the slots come from.</param>
/// <remarks>[worker] but for <see cref="Forget"/>, <see cref="Shift"/> and <see cref="ShiftByTrim"/>.</remarks>
internal sealed class TrackMeasurement(TrackAudio audio)
{
    private SongPart? _part;
    private readonly Lock _shiftGate = new();
    private volatile bool _isToForget;
    private double _shiftDb;
    private double _trimDb;
    private long _trimHeardSince = long.MaxValue;
    private double _throughOthersDb;
    private double _trimmedByDb = double.NaN;
    private long _changesAtTrim;
    private long _shiftsAsked;
    private double _seenLive = double.NaN;
    private long _seenRevision;

    /// <summary>The track's own loudness.</summary>
    public TrackAnalysis Analysis { get; } = new();

    /// <summary>Its loudness against the focal's.</summary>
    public RelativeLoudness Relative { get; } = new();

    /// <summary>What of the track's song counts: a part of it, or the whole.</summary>
    public TrackAnalysis Counted => _part?.Analysis ?? Analysis;

    /// <summary>The loudness of that against the focal's. Live it is the whole song's.</summary>
    public RelativeLoudness CountedRelative => _part?.Relative ?? Relative;

    /// <summary>What the host loops.</summary>
    public LoopWatch Loop { get; } = new();

    /// <summary>
    /// The same once more for an instance on the mix bus, moved with the faders of the tracks that it sums: what the bus would measure
    /// with the faders as they are. Null for any other track.
    /// </summary>
    public TrackAnalysis? BehindMoves { get; set; }

    /// <summary>Whether the track is the sum of others of its mix.</summary>
    public SumKind Sums { get; set; }

    /// <summary>Slots that came with the last turn.</summary>
    public int Drained { get; private set; }

    /// <summary>How many moves before the insert were told. [any]</summary>
    public long ShiftsAsked => Interlocked.Read(ref _shiftsAsked);

    /// <summary>How many of them what was measured has taken in.</summary>
    public long ShiftsDone { get; private set; }

    /// <summary>Files the slots that the audio thread has handed over.</summary>
    /// <returns>Whether anything differs from the turn before: a slot, what is heard now, or all was forgotten.</returns>
    public bool Drain()
    {
        Drained = 0;
        bool isForgotten = _isToForget;
        _isToForget = false;
        (double trimDb, long heardSince) = TakeTrim();
        while (audio.Slots.TryRead(out LoudnessSlot slot))
        {
            Drained++;
            Loop.Note(slot);
            if (!isForgotten)
            {
                if (trimDb != 0 && slot.Index >= heardSince)
                {
                    Move(trimDb);
                    trimDb = 0;
                }

                Analysis.File(slot);
                BehindMoves?.File(slot);
            }
        }

        // What was told is of the slots that were filed before it, so those come first.
        double shiftDb;
        lock (_shiftGate)
        {
            (shiftDb, _shiftDb, ShiftsDone) = (_shiftDb + trimDb, 0, _shiftsAsked);
            if (_throughOthersDb != 0)
            {
                (_trimmedByDb, _changesAtTrim, _throughOthersDb) = (_throughOthersDb, Analysis.Change?.Count ?? 0, 0);
            }
        }

        if (isForgotten)
        {
            Analysis.Clear();
            BehindMoves?.Clear();
        }
        else
        {
            Move(shiftDb);
        }

        double live = audio.LiveMomentaryMeanSquare;
        long revision = Analysis.Timeline.Revision;
        bool isNews = Drained > 0 || revision != _seenRevision || !live.Equals(_seenLive);
        (_seenLive, _seenRevision) = (live, revision);
        return isNews;
    }

    /// <summary>Says what of the song counts, and brings it up to date.</summary>
    /// <param name="part">The part; empty = the whole song.</param>
    public void Count(SlotRange part)
    {
        _part = part.Count == 0 ? null : _part ?? new SongPart();
        _part?.Update(Analysis, part);
    }

    /// <summary>
    /// How much louder or softer than the last trim in front should have made it the track was heard again, in LU: something between the two
    /// depends on level. NaN = as it should, or not heard again yet.
    /// </summary>
    public double OffTrimLu =>
        !double.IsNaN(_trimmedByDb) && Analysis.Change is { } change && change.Count > _changesAtTrim
        && Math.Abs(_trimmedByDb + change.DifferenceLu) < Math.Max(Math.Abs(_trimmedByDb), Math.Abs(change.DifferenceLu)) ? change.DifferenceLu : double.NaN;

    /// <summary>The last trim in front that came through other plug-ins, in dB; NaN = none.</summary>
    public double TrimmedByDb => _trimmedByDb;

    /// <summary>Asks the next turn to move all that was measured until then: the level before the insert was moved. [any but audio]</summary>
    /// <param name="db">The move in dB, finite.</param>
    public void Shift(double db)
    {
        lock (_shiftGate)
        {
            _shiftDb += db;
            _shiftsAsked++;
        }
    }

    /// <summary>The same for a trim, which is heard before it is told: slots that wait may hold it already. [any but audio]</summary>
    /// <param name="db">The move in dB, finite.</param>
    /// <param name="heardSince">The slot of the song from which on it is heard; the highest number = not heard yet.</param>
    /// <param name="isThroughOthers">Whether it is the trim of another instance, so that other plug-ins may stand between.</param>
    public void ShiftByTrim(double db, long heardSince, bool isThroughOthers)
    {
        lock (_shiftGate)
        {
            _trimHeardSince = Math.Min(_trimHeardSince, heardSince);
            _throughOthersDb += isThroughOthers ? db : 0;
            _trimDb += db;
            _shiftsAsked++;
        }
    }

    /// <summary>Asks the next turn to forget all that was measured until then. [any]</summary>
    public void Forget() => _isToForget = true;

    // Few slots are passed over whatever they hold. Of more, those of the song from where the trim was first heard hold it.
    private (double Db, long HeardSince) TakeTrim()
    {
        lock (_shiftGate)
        {
            (double db, long since) = (_trimDb, audio.Slots.Count <= TrackAnalysis.SlotsInFlight ? long.MinValue : _trimHeardSince);
            (_trimDb, _trimHeardSince) = (0, long.MaxValue);
            return (db, since);
        }
    }

    private void Move(double db)
    {
        if (db != 0)
        {
            Analysis.Shift(db);
            BehindMoves?.Shift(db);
        }
    }
}
