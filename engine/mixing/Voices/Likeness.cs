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

    private readonly Dictionary<(Guid First, Guid Second), (long Stamp, EnvelopePair Pair)> _pairs = [];

    /// <summary>Compares two tracks.</summary>
    /// <param name="first">A track, its measurements up to date.</param>
    /// <param name="second">Another.</param>
    /// <returns>How alike they run.</returns>
    public EnvelopePair Of(TrackMember first, TrackMember second)
    {
        long stamp = first.Measurement.Analysis.Timeline.Revision / FreshSlots;
        if (!_pairs.TryGetValue((first.Id, second.Id), out (long Stamp, EnvelopePair Pair) known) || known.Stamp != stamp)
        {
            known = (stamp, EnvelopePair.Of(first.Measurement.Analysis, second.Measurement.Analysis));
            _pairs[(first.Id, second.Id)] = known;
        }

        return known.Pair;
    }

    /// <summary>Whether the song tells of two envelopes: both sounded for 5 s and move.</summary>
    /// <param name="pair">The comparison.</param>
    /// <returns>False where a likeness would be chance.</returns>
    public static bool Tells(in EnvelopePair pair) =>
        pair.Slots >= EnvelopePair.LeastSlots && pair.MovesDb >= LeastMovesDb && !double.IsNaN(pair.Correlation);
}
