using System.Numerics;
using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>The second of song that is being filed. Once all of its ten slots were filed in a row, the peaks that stood there are gone.</summary>
/// <remarks>
/// [worker] Until then its peaks are the larger of the old and the new ones. Off-grid maxima stay the larger of both where a run was
/// too young to have windows of its own: a loop reads the same however often it is played.
/// </remarks>
internal sealed class OpenGroup
{
    private const int AllSlots = (1 << PeakGroup.Slots) - 1;

    private PeakGroup _peaks;
    private float _leftSum;
    private float _rightSum;
    private int _slots;
    private bool _hasMomentary;
    private bool _hasShortTerm;

    /// <summary>Which; <see cref="long.MinValue"/> = none.</summary>
    public long Group { get; private set; } = long.MinValue;

    /// <summary>Count of slots filed when it was begun.</summary>
    public uint Since { get; private set; }

    /// <summary>Takes in a slot that was filed.</summary>
    /// <param name="page">Its page.</param>
    /// <param name="slot">The slot.</param>
    /// <param name="peaks">Its peaks.</param>
    /// <param name="hasMomentary">Whether its 400 ms windows count.</param>
    /// <param name="hasShortTerm">Whether its 3 s windows count.</param>
    /// <param name="filed">Counts the slots filed, this one included.</param>
    public void Note(SlotPage page, in LoudnessSlot slot, in PeakGroup peaks, bool hasMomentary, bool hasShortTerm, uint filed)
    {
        long group = PeakGroup.Of(slot.Index);
        int bit = 1 << (int)(slot.Index - (group * PeakGroup.Slots));
        if (group != Group || (_slots & bit) != 0)
        {
            (Group, Since, _slots, _peaks, _hasMomentary, _hasShortTerm) = (group, filed, 0, default, true, true);
            (_leftSum, _rightSum) = (0, 0);
        }

        _slots |= bit;
        _hasMomentary &= hasMomentary;
        _hasShortTerm &= hasShortTerm;
        _leftSum += slot.LeftMean;
        _rightSum += slot.RightMean;
        int heard = BitOperations.PopCount((uint)_slots);
        page.NoteMeans(group, _leftSum / heard, _rightSum / heard);
        _peaks = _peaks.Max(peaks);
        if (_slots == AllSlots)
        {
            PeakGroup both = page.PeaksOf(group).Max(_peaks);
            page.ReplacePeaks(
                group,
                _peaks with
                {
                    MomentaryMax = _hasMomentary ? _peaks.MomentaryMax : both.MomentaryMax,
                    ShortTermMax = _hasShortTerm ? _peaks.ShortTermMax : both.ShortTermMax,
                },
                Since);
        }
        else
        {
            page.NotePeaks(group, _peaks);
        }
    }

    /// <summary>Leaves of the second what was filed since it was begun.</summary>
    /// <param name="timeline">The track.</param>
    public void KeepOnlyThis(TrackTimeline timeline)
    {
        if (_slots is not (0 or AllSlots))
        {
            timeline.KeepOnly(Group, _slots, _peaks);
        }
    }

    /// <summary>What is filed has changed from outside: the next slot begins anew.</summary>
    public void Close() => (Group, _slots) = (long.MinValue, 0);
}
