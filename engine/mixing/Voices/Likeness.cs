using FaderStager.Measuring;
using FaderStager.Mixing.Members;

namespace FaderStager.Mixing.Voices;

/// <summary>How alike tracks run over the song, two by two, kept until enough of it is new.</summary>
/// <remarks>[worker] No envelope is kept: a comparison reads the slots and leaves three figures.</remarks>
internal sealed class Likeness
{
    /// <summary>Slots of new song after which two tracks are compared again: 10 s.</summary>
    public const int FreshSlots = 100;

    /// <summary>Under this an envelope is as good as flat, in dB: its likeness is chance. Rule of thumb.</summary>
    public const double LeastMovesDb = 1.5;

    // 32 bytes a pair of tracks, for 120 guitars are 7,140 pairs: tracks count by numbers of this board's own.
    private readonly Dictionary<long, Known> _pairs = [];
    private readonly Dictionary<Guid, int> _numbers = [];

    /// <summary>Compares two tracks.</summary>
    /// <param name="first">A track, its measurements up to date.</param>
    /// <param name="second">Another.</param>
    /// <returns>How alike they run.</returns>
    public EnvelopePair Of(TrackMember first, TrackMember second)
    {
        int stamp = (int)(first.Measurement.Analysis.Timeline.Revision / FreshSlots);
        long key = ((long)NumberOf(first) << 32) | (uint)NumberOf(second);
        if (!_pairs.TryGetValue(key, out Known known) || known.Stamp != stamp)
        {
            EnvelopePair pair = EnvelopePair.Of(first.Measurement.Analysis, second.Measurement.Analysis);
            known = new Known(stamp, pair.Slots, (float)pair.Correlation, (float)pair.MovesDb);
            _pairs[key] = known;
        }

        return new EnvelopePair(known.Slots, known.Correlation, known.MovesDb);
    }

    /// <summary>Forgets tracks that are gone, once they are as many as those that are there.</summary>
    /// <param name="count">Tracks of the mix.</param>
    public void Forget(int count)
    {
        const int Spare = 16;
        if (_numbers.Count > (2 * count) + Spare)
        {
            _pairs.Clear();
            _numbers.Clear();
        }
    }

    /// <summary>Whether the song tells of two envelopes: both sounded for 5 s and move.</summary>
    /// <param name="pair">The comparison.</param>
    /// <returns>False where a likeness would be chance.</returns>
    public static bool Tells(in EnvelopePair pair) =>
        pair.Slots >= EnvelopePair.LeastSlots && pair.MovesDb >= LeastMovesDb && !double.IsNaN(pair.Correlation);

    private int NumberOf(TrackMember track)
    {
        if (!_numbers.TryGetValue(track.Id, out int number))
        {
            number = _numbers.Count;
            _numbers[track.Id] = number;
        }

        return number;
    }

    private readonly record struct Known(int Stamp, int Slots, float Correlation, float MovesDb);
}
