using FaderStager.Measuring;
using FaderStager.Mixing.Members;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.Songs;

/// <summary>Finds the part of the song that counts.</summary>
/// <remarks>[worker] Allocates nothing while tracks and faders stay.</remarks>
internal sealed class SongCounter
{
    /// <summary>Length of the loudest part: 30 s, a chorus. Rule of thumb.</summary>
    public const int LoudestSlots = 30 * SlotRange.SlotsPerSecond;

    private readonly SongSum _sum = new();
    private TrackAnalysis[] _analyses = [];
    private double[] _gainsDb = [];

    /// <summary>Finds it.</summary>
    /// <param name="settings">What the person wants to count.</param>
    /// <param name="tracks">The tracks, their measurements up to date.</param>
    /// <param name="readings">Their readings, faders filled in.</param>
    /// <param name="focal">The focal, or null.</param>
    /// <returns>What counts; the whole song where there is no such part.</returns>
    public SongCounts Find(MixSettings settings, ReadOnlySpan<TrackMember> tracks, ReadOnlySpan<TrackReading> readings, TrackMember? focal)
    {
        SlotRange part = settings.Counts switch
        {
            CountsKind.LoudestPart => Loudest(settings.Approach, tracks, readings) ?? default,
            CountsKind.Loop => LoopOf(tracks, focal) ?? default,
            CountsKind.ChosenPart => SlotRange.Of(settings.CountsFromSeconds, settings.CountsToSeconds),
            _ => default,
        };
        return part.Count > 0 ? new SongCounts(settings.Counts, part.FromSeconds, part.ToSeconds) : new SongCounts(settings.Counts, 0, 0);
    }

    private static SlotRange? LoopOf(ReadOnlySpan<TrackMember> tracks, TrackMember? focal)
    {
        SlotRange? loop = focal?.Measurement.Loop.Loop;
        foreach (TrackMember track in tracks)
        {
            loop ??= track.Measurement.Loop.Loop;
        }

        return loop;
    }

    private SlotRange? Loudest(ApproachKind approach, ReadOnlySpan<TrackMember> tracks, ReadOnlySpan<TrackReading> readings)
    {
        if (_analyses.Length != tracks.Length)
        {
            (_analyses, _gainsDb) = (new TrackAnalysis[tracks.Length], new double[tracks.Length]);
        }

        bool anyUp = false;
        foreach (TrackReading reading in readings)
        {
            anyUp |= reading is { IsStaged: true, IsDown: false };
        }

        for (int index = 0; index < tracks.Length; index++)
        {
            TrackReading reading = readings[index];
            _analyses[index] = tracks[index].Measurement.Analysis;

            // Bottom-up brings up what is down, so that counts as it stands at its insert.
            _gainsDb[index] = !reading.IsStaged ? double.NegativeInfinity
                : !reading.IsDown ? reading.CountedFaderDb
                : approach == ApproachKind.BottomUp || !anyUp ? 0 : double.NegativeInfinity;
        }

        _sum.Update(_analyses, _gainsDb);
        return _sum.Densest(LoudestSlots);
    }
}
