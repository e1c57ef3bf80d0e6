using FaderStager.Audio.Blocks;

namespace FaderStager.Measuring;

/// <summary>What was heard again beside what was filed at the same place, and whether the track was changed in between.</summary>
/// <remarks>
/// [worker] Only slots that were heard on a straight run both times and that sound both times are compared: a muted part is no change.
/// Each is compared with what was filed there <i>first</i>, so a short loop gathers evidence from pass to pass and a slow creep shows.
/// The rules and how they were found: docs/loudness.md, section 2. They are rules of thumb.
/// </remarks>
internal sealed class Rehearing
{
    /// <summary>The same samples at another gain: this many slots...</summary>
    private const int ExactSlots = 20;

    /// <summary>...all but two of which differ by the same...</summary>
    private const float ExactlyLu = 0.005f;

    /// <summary>...and by no less than this. What is smaller moves no advice.</summary>
    private const float ExactLeastLu = 0.25f;

    /// <summary>Material that moves by itself, swiftly: this many slots, nine tenths of which changed in one direction...</summary>
    private const int SwiftSlots = 40;

    /// <summary>...by at least this, more than 1 dB of free-running tremolo can, and at least twice what the material moved by before.</summary>
    private const float SwiftLeastLu = 2.25f;

    /// <summary>A swift finding may be wrong on material that moves slowly and far by itself: one in this many slots filed.</summary>
    private const int SwiftAgainAfterSlots = 600;

    /// <summary>The longer rules look at the means of this many stretches, which must agree...</summary>
    private const int Stretches = 10;

    /// <summary>...so well that their mean is this many standard errors from no change.</summary>
    private const double LeastStandardErrors = 10;

    /// <summary>More than this is a sound that came or went, unless it is exact.</summary>
    private const float MostLu = 20;

    /// <summary>Slots that differ by no more than this...</summary>
    private const float AlikeLu = 0.5f;

    /// <summary>...in nine tenths of this many: what was heard up to there was as filed.</summary>
    private const int AlikeSlots = 30;

    /// <summary>How far a fader move and what was heard of it may lie apart, in LU.</summary>
    private const double SameMoveLu = 0.5;

    private const int Tenth = 10;
    private const int Capacity = 200;
    private const int FirstCapacity = 128;

    private static readonly float AbsoluteGate = (float)Decibels.MeanSquareOfLoudness(-70);

    private readonly (uint Filed, long Slot, float Lu)[] _heard = new (uint, long, float)[Capacity];
    private readonly (long Slot, float MeanSquare)[] _first = new (long, float)[FirstCapacity];
    private long _count;
    private (uint Filed, long Slot) _differs;
    private (uint Filed, long Slot) _runFirst;
    private int _alike;
    private long _swiftFoundAt = -SwiftAgainAfterSlots;

    /// <summary>Makes one that has compared nothing.</summary>
    public Rehearing() => Clear();

    /// <summary>Takes in a slot that was heard again.</summary>
    /// <param name="slot">Its index.</param>
    /// <param name="filedMeanSquare">What is filed there.</param>
    /// <param name="heardMeanSquare">What was heard now.</param>
    /// <param name="gate">Mean square of the track's gate.</param>
    /// <param name="filed">Counts the slots filed.</param>
    /// <param name="runSince">The count when the run began that this slot is of.</param>
    /// <param name="found">From which slot on the track is another, and by how much.</param>
    /// <returns>Whether it was changed.</returns>
    public bool Finds(long slot, float filedMeanSquare, float heardMeanSquare, float gate, uint filed, uint runSince, out (uint Filed, long Slot, double Lu) found)
    {
        found = default;
        ref (long Slot, float MeanSquare) first = ref _first[(int)(slot & (FirstCapacity - 1))];
        if (first.Slot != slot)
        {
            first = (slot, filedMeanSquare);
        }

        float before = first.MeanSquare;
        if (before <= AbsoluteGate || heardMeanSquare <= AbsoluteGate || MathF.Max(before, heardMeanSquare) < gate / 100)
        {
            return false;
        }

        _heard[_count++ % Capacity] = (filed, slot, (float)Decibels.FromPower(heardMeanSquare / before));
        _runFirst = _runFirst.Filed < runSince ? (filed, slot) : _runFirst;
        NoteWhetherItDiffers();
        if (FindsExact(ref found))
        {
            return true;
        }

        bool isFound = FindsSwift(filed, ref found)
            || (_count % Stretches == 0 && (FindsSteady(100, 1, ref found) || FindsSteady(Capacity, 0.5, ref found)));
        if (isFound)
        {
            // Another take, another equaliser: what was heard on this run was different all the while, only not alike enough to tell.
            (uint Filed, long Slot) differs = _differs.Filed < runSince ? (runSince, _runFirst.Slot) : _differs;
            found = differs.Filed < found.Filed ? (differs.Filed, differs.Slot, found.Lu) : found;
        }

        return isFound;
    }

    /// <summary>Since when the last slots heard again have all differed by a given move.</summary>
    /// <param name="lu">The move in LU.</param>
    /// <returns>Count of slots filed and the slot; <see cref="uint.MaxValue"/> when the last one did not.</returns>
    public (uint Filed, long Slot) SinceMoved(double lu)
    {
        (uint Filed, long Slot) since = (uint.MaxValue, 0);
        for (long i = _count - 1; i >= Math.Max(0, _count - Capacity) && Math.Abs(_heard[i % Capacity].Lu - lu) <= SameMoveLu; i--)
        {
            since = (_heard[i % Capacity].Filed, _heard[i % Capacity].Slot);
        }

        return since;
    }

    /// <summary>Forgets what was compared; what is filed has changed.</summary>
    public void Clear()
    {
        (_count, _alike) = (0, 0);
        (_differs, _runFirst) = ((uint.MaxValue, 0), default);
        Array.Fill(_first, (long.MinValue, 0));
    }

    /// <summary>Notes since when what is heard again is not as filed.</summary>
    private void NoteWhetherItDiffers()
    {
        (uint filed, long slot, float lu) = _heard[(_count - 1) % Capacity];
        bool isAlike = MathF.Abs(lu) <= AlikeLu;
        _alike += isAlike ? 1 : 0;
        if (_count > AlikeSlots && MathF.Abs(_heard[(_count - 1 - AlikeSlots) % Capacity].Lu) <= AlikeLu)
        {
            _alike--;
        }

        if (_alike >= AlikeSlots - (AlikeSlots / Tenth))
        {
            _differs = (uint.MaxValue, 0);
        }
        else if (!isAlike && _differs.Filed == uint.MaxValue)
        {
            _differs = (filed, slot);
        }
    }

    private bool FindsExact(ref (uint Filed, long Slot, double Lu) found)
    {
        if (_count < ExactSlots)
        {
            return false;
        }

        float lu = _heard[(_count - (ExactSlots / 2)) % Capacity].Lu;
        return MathF.Abs(lu) >= ExactLeastLu && Agree(ExactSlots, lu - ExactlyLu, lu + ExactlyLu, ref found);
    }

    private bool FindsSwift(uint filed, ref (uint Filed, long Slot, double Lu) found)
    {
        if (_count < SwiftSlots || filed - _swiftFoundAt < SwiftAgainAfterSlots)
        {
            return false;
        }

        bool isFound = MathF.Abs(_heard[(_count - 1) % Capacity].Lu) >= SwiftLeastLu
            && (Agree(SwiftSlots, SwiftLeastLu, MostLu, ref found) || Agree(SwiftSlots, -MostLu, -SwiftLeastLu, ref found))
            && Math.Abs(found.Lu) >= 2 * OwnMovementLu(SwiftSlots);
        _swiftFoundAt = isFound ? filed : _swiftFoundAt;
        return isFound;
    }

    private bool FindsSteady(int slots, double leastLu, ref (uint Filed, long Slot, double Lu) found)
    {
        if (_count < slots)
        {
            return false;
        }

        double sum = 0;
        double squares = 0;
        long first = _count - slots;
        for (int stretch = 0; stretch < Stretches; stretch++)
        {
            double mean = MeanLu(first + (stretch * slots / Stretches), slots / Stretches);
            sum += mean;
            squares += mean * mean;
        }

        double lu = sum / Stretches;
        double variance = Math.Max(0, squares - (sum * lu)) / (Stretches - 1);
        found = (_heard[first % Capacity].Filed, _heard[first % Capacity].Slot, lu);
        return Math.Abs(lu) >= leastLu && Math.Abs(lu) >= LeastStandardErrors * Math.Sqrt(variance / Stretches);
    }

    private double MeanLu(long first, int slots)
    {
        double sum = 0;
        for (long i = first; i < first + slots; i++)
        {
            sum += Math.Clamp(_heard[i % Capacity].Lu, -MostLu, MostLu);
        }

        return sum / slots;
    }

    /// <summary>By how much the material moved before the last slots, in LU: the mean of what is remembered.</summary>
    private float OwnMovementLu(int withoutLast)
    {
        float sum = 0;
        int count = 0;
        for (long i = Math.Max(0, _count - Capacity); i < _count - withoutLast; i++)
        {
            sum += MathF.Abs(_heard[i % Capacity].Lu);
            count++;
        }

        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Whether nine tenths of the last slots lie within bounds; the mean of those and the first of them.</summary>
    private bool Agree(int slots, float lowest, float highest, ref (uint Filed, long Slot, double Lu) found)
    {
        int misses = 0;
        double sum = 0;
        long first = _count;
        for (long i = _count - 1; i >= _count - slots; i--)
        {
            float lu = _heard[i % Capacity].Lu;
            if (lu >= lowest && lu <= highest)
            {
                sum += lu;
                first = i;
            }
            else if (++misses > slots / Tenth)
            {
                return false;
            }
        }

        found = (_heard[first % Capacity].Filed, _heard[first % Capacity].Slot, sum / (slots - misses));
        return true;
    }
}
