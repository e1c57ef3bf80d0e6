using System.Buffers;
using System.Collections.Immutable;
using FaderStager.Audio.Blocks;
using FaderStager.Measuring;

namespace FaderStager.Staging.Songs;

/// <summary>Finds where one fader cannot be right: the stretches in which a voice leaves its tolerance while its fader is right for what counts.</summary>
/// <remarks>
/// <para>[any] Pure. The fader is right where it has the voice in its place for most of what counts: the level with the most song about it,
/// nearer counting more, is taken for the place. An energy mean would lie between a verse and a louder chorus and be right for neither.
/// Of two levels with as much song the softer is the place. Where the fader stands and what the target is change nothing; the tolerance does.</para>
/// <para>What most voices do at once, of three or more, is the focal's doing the other way round: it is the focal that is ridden.</para>
/// <para>A stretch is at least 2 s beyond the tolerance, one way. What does not end it: 1 s within half of the tolerance, 4 s within all
/// of it, 4 s in which the voice or the focal rests. Its ends are where the 3 s before and the 3 s after differ most. Rules of thumb all.</para>
/// </remarks>
public static class RideFinder
{
    private const int LeastSlots = 20;
    private const int MostSlotsWithin = 10;
    private const int MostSlotsNear = 40;
    private const int MostSlotsUnheard = 40;
    private const int MostMoves = 25;

    // Voices of which most can be told from few, and what they do at once that is no more than playing.
    private const int LeastVoices = 3;
    private const float LeastCommonLu = 2;

    // A softer level with so much of the most song about it is as good.
    private const double AsGood = 0.9;
    private const double LowestLu = -150;
    private const double BinLu = 0.1;
    private const int Bins = 3_000;

    /// <summary>The rides of a mix, the one that hurts most first.</summary>
    /// <param name="voices">The voices, the focal's left out.</param>
    /// <param name="curves">The points of each from a slot on, in LU; NaN = not heard. Changed here.</param>
    /// <param name="focal">The focal, its target 0 and its tolerance.</param>
    /// <param name="firstSlot">The slot of the first points.</param>
    /// <param name="counts">The part that counts; empty = the whole song.</param>
    /// <param name="sections">The song's sections.</param>
    /// <returns>The rides.</returns>
    /// <remarks>[any]</remarks>
    public static ImmutableArray<Ride> Find(
        IReadOnlyList<SongRow> voices,
        IReadOnlyList<Memory<float>> curves,
        SongRow focal,
        long firstSlot,
        SlotRange counts,
        ImmutableArray<SongSection> sections)
    {
        List<Ride> rides = [];
        for (int voice = 0; voice < voices.Count; voice++)
        {
            ToDeviations(curves[voice].Span, firstSlot, counts, voices[voice].ToleranceLu);
        }

        int count = curves.Count == 0 ? 0 : curves[0].Length;
        float[] lent = ArrayPool<float>.Shared.Rent(count);
        Span<float> focals = lent.AsSpan(0, count);
        GiveToFocal(curves, focals);
        for (int voice = 0; voice < voices.Count; voice++)
        {
            AddRides(rides, voices[voice], curves[voice].Span, firstSlot, sections);
        }

        AddRides(rides, focal, focals, firstSlot, sections);
        ArrayPool<float>.Shared.Return(lent);
        return [.. rides.OrderByDescending(ride => Math.Round(ride.Hurt, 3)).ThenBy(ride => ride.FromSeconds).ThenBy(ride => ride.TrackId)];
    }

    // Points become deviations from the voice's place; all NaN where there is none.
    private static void ToDeviations(Span<float> curve, long firstSlot, SlotRange counts, double tolerance)
    {
        float place = (float)(tolerance > 0 ? PlaceLu(curve, firstSlot, counts, tolerance) : double.NaN);
        for (int i = 0; i < curve.Length; i++)
        {
            curve[i] -= place;
        }
    }

    // What most voices do at once is the focal's doing, the other way round: it is taken off them and given to the focal.
    private static void GiveToFocal(IReadOnlyList<Memory<float>> deviations, Span<float> focals)
    {
        float[] there = new float[deviations.Count];
        for (int i = 0; i < focals.Length; i++)
        {
            int count = 0;
            for (int voice = 0; voice < deviations.Count; voice++)
            {
                if (deviations[voice].Span[i] is var lu && !float.IsNaN(lu))
                {
                    there[count++] = lu;
                }
            }

            focals[i] = count == 0 ? float.NaN : 0;
            if (count < LeastVoices)
            {
                continue;
            }

            Array.Sort(there, 0, count);
            float common = (there[(count - 1) / 2] + there[count / 2]) / 2;
            float taken = Math.Sign(common) * Math.Max(0, Math.Abs(common) - LeastCommonLu);
            focals[i] = taken == 0 ? 0 : -common;
            for (int voice = 0; voice < deviations.Count; voice++)
            {
                deviations[voice].Span[i] -= taken;
            }
        }
    }

    private static void AddRides(List<Ride> rides, SongRow voice, ReadOnlySpan<float> deviations, long firstSlot, ImmutableArray<SongSection> sections)
    {
        double tolerance = voice.ToleranceLu;
        for (int at = 0; tolerance > 0 && at < deviations.Length;)
        {
            int sign = Beyond(deviations[at], tolerance);
            if (sign == 0)
            {
                at++;
                continue;
            }

            (int end, int beyond) = EndOf(deviations, at, tolerance, sign);
            if (beyond >= LeastSlots)
            {
                double over = Median(deviations[at..end]);
                int from = Border(deviations, Outward(deviations, at, -1, sign * tolerance / 2), sign, over);
                int to = Border(deviations, Outward(deviations, end - 1, 1, sign * tolerance / 2) + 1, -sign, over);
                rides.Add(Make(voice, new SlotRange(firstSlot + from, firstSlot + Math.Max(to, from + 1)), over, beyond, sections));
            }

            at = end;
        }
    }

    // A NaN is within: it is no comparison.
    private static int Beyond(double deviation, double tolerance) => deviation > tolerance ? 1 : deviation < -tolerance ? -1 : 0;

    private static (int End, int Beyond) EndOf(ReadOnlySpan<float> curve, int start, double tolerance, int sign)
    {
        (int end, int beyond, int within, int near, int unheard) = (start, 0, 0, 0, 0);
        for (int at = start; at < curve.Length; at++)
        {
            double deviation = sign * curve[at];
            if (deviation > tolerance)
            {
                (end, beyond, within, near, unheard) = (at + 1, beyond + 1, 0, 0, 0);
            }
            else
            {
                unheard += double.IsNaN(deviation) ? 1 : 0;
                near += deviation > tolerance / 2 ? 1 : 0;
                within += deviation <= tolerance / 2 ? 1 : 0;
            }

            if (deviation < -tolerance || within > MostSlotsWithin || near > MostSlotsNear || unheard > MostSlotsUnheard)
            {
                break;
            }
        }

        return (end, beyond);
    }

    // The last point, one way from a point of the stretch, that is still beyond half of the tolerance.
    private static int Outward(ReadOnlySpan<float> curve, int at, int way, double half)
    {
        int next = at + way;
        while (next >= 0 && next < curve.Length && (half > 0 ? curve[next] > half : curve[next] < half))
        {
            at = next;
            next += way;
        }

        return at;
    }

    // The border near a slot at which the curve steps most, into the stretch or out of it; the slot itself where it hardly steps.
    private static int Border(ReadOnlySpan<float> curve, int near, int sign, double over)
    {
        int best = near;
        double most = Math.Abs(Decibels.ToPower(over) - 1) / 2;
        for (int at = Math.Max(0, near - MostMoves); at <= Math.Min(curve.Length, near + MostMoves); at++)
        {
            double step = sign * (Energy(curve, at, at + LevelCurve.WindowSlots) - Energy(curve, at - LevelCurve.WindowSlots, at));
            if (step > most + 1e-6)
            {
                (most, best) = (step, at);
            }
        }

        return best;
    }

    // Mean energy against the place; NaN where less than a third is heard.
    private static double Energy(ReadOnlySpan<float> curve, int first, int end)
    {
        double sum = 0;
        int count = 0;
        for (int i = Math.Max(0, first); i < Math.Min(curve.Length, end); i++)
        {
            if (!float.IsNaN(curve[i]))
            {
                sum += Decibels.ToPower(curve[i]);
                count++;
            }
        }

        return count < LevelCurve.WindowSlots / 3 ? double.NaN : sum / count;
    }

    private static double PlaceLu(ReadOnlySpan<float> curve, long firstSlot, SlotRange counts, double tolerance)
    {
        Span<int> song = stackalloc int[Bins];
        song.Clear();
        int count = 0;
        (int lowest, int highest) = (Bins, 0);
        for (int i = 0; i < curve.Length; i++)
        {
            int bin = float.IsNaN(curve[i]) ? -1 : (int)((curve[i] - LowestLu) / BinLu);
            if (bin is >= 0 and < Bins && (counts.Count == 0 || counts.Contains(firstSlot + i)))
            {
                song[bin]++;
                count++;
                (lowest, highest) = (Math.Min(lowest, bin), Math.Max(highest, bin));
            }
        }

        if (count < LeastSlots)
        {
            return double.NaN;
        }

        Span<double> about = stackalloc double[Bins];
        about.Clear();
        double most = 0;
        for (int bin = lowest; bin <= highest; bin++)
        {
            about[bin] = SongAbout(song, bin, tolerance / BinLu);
            most = Math.Max(most, about[bin]);
        }

        int first = lowest;
        while (about[first] < most * AsGood)
        {
            first++;
        }

        int best = first;
        for (int bin = first; bin <= highest && bin <= first + (int)(tolerance / BinLu); bin++)
        {
            best = about[bin] > about[best] ? bin : best;
        }

        return MiddleAbout(curve, firstSlot, counts, LowestLu + ((best + 0.5) * BinLu), tolerance / 2);
    }

    // The median, so that the ways from one level to another do not draw it along.
    private static double MiddleAbout(ReadOnlySpan<float> curve, long firstSlot, SlotRange counts, double lu, double reach)
    {
        float[] near = ArrayPool<float>.Shared.Rent(curve.Length);
        int count = 0;
        for (int i = 0; i < curve.Length; i++)
        {
            if (Math.Abs(curve[i] - lu) <= reach && (counts.Count == 0 || counts.Contains(firstSlot + i)))
            {
                near[count++] = curve[i];
            }
        }

        Array.Sort(near, 0, count);
        double middle = count == 0 ? lu : near[count / 2];
        ArrayPool<float>.Shared.Return(near);
        return middle;
    }

    // Song within the tolerance of a level, what is at the level counting full and what is at the tolerance's edge nothing.
    private static double SongAbout(ReadOnlySpan<int> song, int bin, double reach)
    {
        double sum = 0;
        for (int other = Math.Max(0, bin - (int)reach); other <= Math.Min(Bins - 1, bin + (int)reach); other++)
        {
            sum += song[other] * (1 - (Math.Abs(other - bin) / (reach + 1)));
        }

        return sum;
    }

    private static double Median(ReadOnlySpan<float> curve)
    {
        float[] heard = ArrayPool<float>.Shared.Rent(curve.Length);
        int count = 0;
        foreach (float point in curve)
        {
            if (!float.IsNaN(point))
            {
                heard[count++] = point;
            }
        }

        Array.Sort(heard, 0, count);
        double median = heard[count / 2];
        ArrayPool<float>.Shared.Return(heard);
        return median;
    }

    private static Ride Make(SongRow voice, SlotRange range, double overLu, int beyond, ImmutableArray<SongSection> sections)
    {
        double excess = Math.Abs(overLu) - voice.ToleranceLu;
        double loudness = Math.Pow(10, Math.Clamp((double.IsFinite(voice.TargetLu) ? voice.TargetLu : 0) + Math.Max(overLu, 0), -40, 20) / 20);
        return new Ride(
            voice.TrackId,
            voice.Track,
            voice.Voice,
            range.FromSeconds,
            range.ToSeconds,
            overLu,
            voice.ToleranceLu,
            Math.Max(excess, 0.1) * beyond / SlotRange.SlotsPerSecond * loudness,
            SectionOf(range, sections));
    }

    private static string SectionOf(SlotRange range, ImmutableArray<SongSection> sections)
    {
        (string Label, double Seconds) most = ("", 0);
        foreach (SongSection section in sections)
        {
            double common = Math.Min(section.ToSeconds, range.ToSeconds) - Math.Max(section.FromSeconds, range.FromSeconds);
            most = common > most.Seconds ? (section.Label, common) : most;
        }

        return most.Label;
    }
}
