using FaderStager.Audio.Slots;

namespace FaderStager.Measuring;

/// <summary>Finds out whether the host loops a part of the song, and which, from the slots as they come.</summary>
/// <remarks>
/// [worker] A song that jumps back twice from the same place to the same place loops there. The loop holds until the song plays on past
/// its end or goes elsewhere. Hosts that tell their loop tell it in beats, and not all tell it: what is heard is true everywhere.
/// </remarks>
public sealed class LoopWatch
{
    // A border within a slot falls into one or the other from round to round.
    private const int NearSlots = 1;

    private SlotRange? _once;
    private long _runStart;
    private long _last;
    private bool _hasHeard;

    /// <summary>The part that loops now; null = none is known to.</summary>
    public SlotRange? Loop { get; private set; }

    /// <summary>Takes a slot that came.</summary>
    /// <param name="slot">The slot.</param>
    public void Note(in LoudnessSlot slot)
    {
        if (_hasHeard && slot.Index <= _last)
        {
            NoteJumpBack(slot.Index);
        }
        else if (slot.RunStart != _runStart || (Loop is { } loop && slot.Index > loop.End + NearSlots))
        {
            (Loop, _once) = (null, null);
        }

        (_hasHeard, _runStart, _last) = (true, slot.RunStart, slot.Index);
    }

    private void NoteJumpBack(long to)
    {
        SlotRange jumped = new(to, _last + 1);
        bool isAgain = _once is { } before && Math.Abs(jumped.First - before.First) <= NearSlots && Math.Abs(jumped.End - before.End) <= NearSlots;
        Loop = !isAgain ? null : Loop ?? _once;
        _once = jumped;
    }
}
