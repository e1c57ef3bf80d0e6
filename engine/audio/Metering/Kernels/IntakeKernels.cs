using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaderStager.Audio.Metering.Vectors;

namespace FaderStager.Audio.Metering.Kernels;

/// <summary>The loops that take samples in: clean, find the peak, interleave, widen.</summary>
/// <remarks>
/// Interleaving, four lanes wide: left l0 l1 l2 l3 and right r0 r1 r2 r3 become l0 r0 l1 r1 and l2 r2 l3 r3. The peaks of both
/// stay in their lanes until <see cref="QuantumStage.TakePeak"/>.
/// </remarks>
internal static class IntakeKernels
{
    private const float Largest = 1e9f;
    private const float Smallest = 1e-15f;

    /// <summary>Takes samples in, one by one.</summary>
    /// <param name="left">The host's samples of the left or only channel.</param>
    /// <param name="right">Those of the right channel, as many; empty for a mono track.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="peaks">The largest absolute samples so far; the first is raised.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public static bool TakeIn(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks)
    {
        int channels = right.IsEmpty ? 1 : 2;
        bool isInvalid = TakeChannelIn(left, channels, ref to, ref peaks);
        return TakeChannelIn(right, channels, ref Unsafe.Add(ref to, 1), ref peaks) || isInvalid;
    }

    /// <summary>Takes samples in, a vector of frames at a time.</summary>
    /// <typeparam name="TFloats">The vector.</typeparam>
    /// <param name="left">The host's samples of the left or only channel.</param>
    /// <param name="right">Those of the right channel, as many; empty for a mono track.</param>
    /// <param name="to">Where they go; a vector for each channel past them may be overwritten.</param>
    /// <param name="peaks">The largest absolute samples so far, as many as the vector has lanes.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public static bool TakeIn<TFloats>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks)
        where TFloats : struct, IFloats<TFloats>
    {
        bool isFinite = left.Length < TFloats.Count
            ? TakeShortIn<TFloats>(left, right, ref to, ref peaks)
            : TakeVectorsIn<TFloats>(left, right, ref to, ref peaks);
        return !isFinite && TakeIn(left, right, ref to, ref peaks);
    }

    /// <summary>Widens samples to double and adds their energy, one by one.</summary>
    /// <param name="from">The first sample.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="energy">Where the energy is added.</param>
    /// <param name="sums">Where the samples are added: those at even places, then those at odd ones.</param>
    /// <remarks>[audio]</remarks>
    public static void Widen(ref float from, ref double to, int count, ref double energy, ref double sums)
    {
        double sum = 0;
        double even = 0;
        double odd = 0;
        for (int i = 0; i < count; i++)
        {
            double x = Unsafe.Add(ref from, i);
            Unsafe.Add(ref to, i) = x;
            sum += x * x;
            (even, odd) = (odd, even + x);
        }

        energy += sum;
        bool isEven = count % 2 == 0;
        sums += isEven ? even : odd;
        Unsafe.Add(ref sums, 1) += isEven ? odd : even;
    }

    /// <summary>Widens samples to double and adds their energy, two vectors at a time.</summary>
    /// <typeparam name="TDoubles">The vector.</typeparam>
    /// <param name="from">The first sample.</param>
    /// <param name="to">Where they go.</param>
    /// <param name="count">How many.</param>
    /// <param name="energy">Where the energy is added, as many places as the vector has lanes.</param>
    /// <param name="sums">Where the samples are added, as many places; even and odd ones stay apart.</param>
    /// <remarks>[audio]</remarks>
    public static void Widen<TDoubles>(ref float from, ref double to, int count, ref double energy, ref double sums)
        where TDoubles : struct, IDoubles<TDoubles>
    {
        // Two sums: one alone would wait for each addition.
        TDoubles sum0 = TDoubles.Load(ref energy, 0);
        TDoubles sum1 = TDoubles.Zero;
        TDoubles mean0 = TDoubles.Load(ref sums, 0);
        TDoubles mean1 = TDoubles.Zero;
        int i = 0;
        for (; i <= count - (2 * TDoubles.Count); i += 2 * TDoubles.Count)
        {
            TDoubles x0 = TDoubles.LoadFloats(ref from, i);
            TDoubles x1 = TDoubles.LoadFloats(ref from, i + TDoubles.Count);
            x0.Store(ref to, i);
            x1.Store(ref to, i + TDoubles.Count);
            sum0 = TDoubles.MultiplyAdd(x0, x0, sum0);
            sum1 = TDoubles.MultiplyAdd(x1, x1, sum1);
            mean0 += x0;
            mean1 += x1;
        }

        (sum0 + sum1).Store(ref energy, 0);
        (mean0 + mean1).Store(ref sums, 0);
        if (i < count)
        {
            Widen(ref Unsafe.Add(ref from, i), ref Unsafe.Add(ref to, i), count - i, ref energy, ref sums);
        }
    }

    /// <summary>Takes fewer frames in than a vector holds: filled up with silence.</summary>
    [SkipLocalsInit]
    private static bool TakeShortIn<TFloats>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks)
        where TFloats : struct, IFloats<TFloats>
    {
        Span<float> padded = stackalloc float[2 * MeteringKernels.PeakLanes];
        padded.Clear();
        left.CopyTo(padded);
        right.CopyTo(padded[TFloats.Count..]);
        return TakeVectorsIn<TFloats>(
            padded[..TFloats.Count], right.IsEmpty ? [] : padded.Slice(TFloats.Count, TFloats.Count), ref to, ref peaks);
    }

    /// <summary>Takes whole vectors in.</summary>
    /// <returns>Whether all samples are finite; if not, the peaks are as before.</returns>
    private static bool TakeVectorsIn<TFloats>(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to, ref float peaks)
        where TFloats : struct, IFloats<TFloats>
    {
        ref float l = ref MemoryMarshal.GetReference(left);
        ref float r = ref MemoryMarshal.GetReference(right);
        bool isStereo = !right.IsEmpty;
        TFloats largest = TFloats.Load(ref peaks, 0);

        // The last vector may overlap the one before it: to copy and to compare twice changes nothing.
        int last = left.Length - TFloats.Count;
        for (int i = 0; i < last + TFloats.Count; i += TFloats.Count)
        {
            int at = Math.Min(i, last);
            TFloats x = TFloats.KeepAbove(TFloats.Load(ref l, at), Smallest);
            largest = TFloats.LargerBits(largest, TFloats.Abs(x));
            if (!isStereo)
            {
                x.Store(ref to, at);
                continue;
            }

            TFloats y = TFloats.KeepAbove(TFloats.Load(ref r, at), Smallest);
            largest = TFloats.LargerBits(largest, TFloats.Abs(y));
            TFloats.StoreInterleaved(x, y, ref Unsafe.Add(ref to, 2 * at));
        }

        // Bits order sizes as numbers do; NaN and infinity come above all finite ones.
        if (TFloats.AnyBitsAbove(largest, Largest))
        {
            return false;
        }

        largest.Store(ref peaks, 0);
        return true;
    }

    private static bool TakeChannelIn(ReadOnlySpan<float> input, int channels, ref float to, ref float peak)
    {
        bool isInvalid = false;
        for (int i = 0; i < input.Length; i++)
        {
            float x = input[i];
            if (!float.IsFinite(x))
            {
                isInvalid = true;
                x = 0;
            }

            float size = MathF.Min(MathF.Abs(x), Largest);
            size = size > Smallest ? size : 0;
            Unsafe.Add(ref to, i * channels) = MathF.CopySign(size, x);
            peak = MathF.Max(peak, size);
        }

        return isInvalid;
    }
}
