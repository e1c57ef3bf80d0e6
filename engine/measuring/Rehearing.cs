using System.Numerics;
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

    /// <summary>...nine tenths of which differ by the same, to a hundredth of that...</summary>
    private const float ExactShare = 0.01f;

    /// <summary>...or to this...</summary>
    private const float ExactlyLu = 0.005f;

    /// <summary>...and by no less than this. What is smaller moves no advice.</summary>
    private const float ExactLeastLu = 0.25f;

    /// <summary>Material that moves by itself, swiftly: this many slots, nine tenths of which changed in one direction...</summary>
    private const int SwiftSlots = 40;

    /// <summary>...by at least this, more than 1 dB of free-running tremolo can...</summary>
    private const float SwiftLeastLu = 2.25f;

    /// <summary>...and by so many times what the material moves by itself...</summary>
    private const float SwiftOverMovement = 3;

    /// <summary>...as a mean that takes in each slot heard again with this weight.</summary>
    private const float MovementWeight = 1 / 300f;

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

    private const uint AlikeBits = (1u << AlikeSlots) - 1;

    /// <summary>How far a fader move and what was heard of it may lie apart, in LU.</summary>
    private const double SameMoveLu = 0.5;

    private const int Tenth = 10;
    private const int Capacity = 200;
    private const int FirstCapacity = 256;

    private static readonly float AbsoluteGate = (float)Decibels.MeanSquareOfLoudness(-70);

    private readonly (uint Filed, long Slot, float Lu)[] _heard = new (uint, long, float)[Capacity];
    private readonly (long Slot, float MeanSquare, long At)[] _first = new (long, float, long)[FirstCapacity];
    private long _count;
    private (uint Filed, long Slot) _differs;
    private (uint Filed, long Slot) _runFirst;
    private uint _alike;
    private float _movementLu;
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
        ref (long Slot, float MeanSquare, long At) first = ref _first[(int)(slot & (FirstCapacity - 1))];
        if (first.Slot != slot)
        {
            first = (slot, filedMeanSquare, long.MinValue);
        }

        float before = first.MeanSquare;
        if (before <= AbsoluteGate || heardMeanSquare <= AbsoluteGate || MathF.Max(before, heardMeanSquare) < gate / 100)
        {
            return false;
        }

        // A place counts once, with what was heard there last: a loop of few slots does not make up for few places.
        if (first.At < _count - Capacity)
        {
            first.At = _count++;
        }

        float lu = (float)Decibels.FromPower(heardMeanSquare / before);
        _heard[first.At % Capacity] = (filed, slot, lu);
        _runFirst = _runFirst.Filed < runSince ? (filed, slot) : _runFirst;
        _movementLu += (MathF.Min(MathF.Abs(lu), MostLu) - _movementLu) * MovementWeight;
        NoteWhetherItDiffers(filed, slot, lu);
        if (FindsExact(ref found))
        {
            return true;
        }

        bool isFound = FindsSwift(filed, ref found)
            || (_count % Stretches == 0 && (FindsSteady(100, 2, ref found) || FindsSteady(Capacity, 1, ref found)));
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
            since = Earlier(since, _heard[i % Capacity]);
        }

        return since;
    }

    /// <summary>Forgets what was compared, for what is filed has changed; by how much the material moves by itself stays known.</summary>
    public void Clear()
    {
        (_count, _alike) = (0, 0);
        (_differs, _runFirst) = ((uint.MaxValue, 0), default);
        Array.Fill(_first, (long.MinValue, 0, long.MinValue));
    }

    /// <summary>Notes since when what is heard again is not as filed.</summary>
    private void NoteWhetherItDiffers(uint filed, long slot, float lu)
    {
        bool isAlike = MathF.Abs(lu) <= AlikeLu;
        _alike = ((_alike << 1) | (isAlike ? 1u : 0)) & AlikeBits;
        if (BitOperations.PopCount(_alike) >= AlikeSlots - (AlikeSlots / Tenth))
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
        float spread = MathF.Min(ExactlyLu, ExactShare * MathF.Abs(lu));
        return MathF.Abs(lu) >= ExactLeastLu && Agree(ExactSlots, lu - spread, lu + spread, ref found);
    }

    private bool FindsSwift(uint filed, ref (uint Filed, long Slot, double Lu) found)
    {
        if (_count < SwiftSlots || filed - _swiftFoundAt < SwiftAgainAfterSlots)
        {
            return false;
        }

        bool isFound = (Agree(SwiftSlots, SwiftLeastLu, MostLu, ref found) || Agree(SwiftSlots, -MostLu, -SwiftLeastLu, ref found))
            && Math.Abs(found.Lu) >= SwiftOverMovement * _movementLu;
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
        (uint Filed, long Slot) since = (uint.MaxValue, 0);
        for (long i = first; i < _count; i++)
        {
            since = Earlier(since, _heard[i % Capacity]);
        }

        found = (since.Filed, since.Slot, lu);
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

    /// <summary>Whether nine tenths of the last slots lie within bounds; the mean of those and the first of them.</summary>
    private bool Agree(int slots, float lowest, float highest, ref (uint Filed, long Slot, double Lu) found)
    {
        int misses = 0;
        double sum = 0;
        (uint Filed, long Slot) since = (uint.MaxValue, 0);
        for (long i = _count - 1; i >= _count - slots; i--)
        {
            float lu = _heard[i % Capacity].Lu;
            if (lu >= lowest && lu <= highest)
            {
                sum += lu;
                since = Earlier(since, _heard[i % Capacity]);
            }
            else if (++misses > slots / Tenth)
            {
                return false;
            }
        }

        found = (since.Filed, since.Slot, sum / (slots - misses));
        return true;
    }

    private static (uint Filed, long Slot) Earlier((uint Filed, long Slot) since, (uint Filed, long Slot, float Lu) heard) =>
        heard.Filed < since.Filed ? (heard.Filed, heard.Slot) : since;
}
