using FaderStager.Audio.Slots;
using FaderStager.Measuring;
using FaderStager.Staging.Voices;

namespace FaderStager.Mixing.Members;

/// <summary>What the worker owns of a track: all that was measured of it.</summary>
/// <param name="audio">Where the slots come from.</param>
/// <remarks>[worker] but for <see cref="Forget"/>.</remarks>
internal sealed class TrackMeasurement(TrackAudio audio)
{
    private SongPart? _part;
    private volatile bool _isToForget;
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

    /// <summary>Whether the track is the sum of others of its mix.</summary>
    public SumKind Sums { get; set; }

    /// <summary>Slots that came with the last turn.</summary>
    public int Drained { get; private set; }

    /// <summary>Files the slots that the audio thread has handed over.</summary>
    /// <returns>Whether anything differs from the turn before: a slot, what is heard now, or all was forgotten.</returns>
    public bool Drain()
    {
        Drained = 0;
        bool isForgotten = _isToForget;
        _isToForget = false;
        while (audio.Slots.TryRead(out LoudnessSlot slot))
        {
            Drained++;
            Loop.Note(slot);
            if (!isForgotten)
            {
                Analysis.File(slot);
            }
        }

        if (isForgotten)
        {
            Analysis.Clear();
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

    /// <summary>Asks the next turn to forget all that was measured until then. [any]</summary>
    public void Forget() => _isToForget = true;
}
