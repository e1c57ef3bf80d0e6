using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace FaderStager.Audio.Metering;

/// <summary>
/// Gathers host samples into quanta: short pieces cut by the song's time, not by the host's blocks. The kernels only ever see
/// whole quanta, so their rounding cannot depend on the block size.
/// </summary>
/// <remarks>
/// [audio] Cleans the samples on the way in: NaN and infinity become 0, finite samples are clamped to +-1e9, and samples under
/// 1e-15 (-300 dBFS) become 0, so that no arithmetic after it meets a denormal number. Channels are interleaved: left, right, left, ...
/// </remarks>
internal sealed class QuantumStage
{
    /// <summary>Frames of a whole quantum. The last one before a hop's border may be shorter.</summary>
    public const int MaximumFrames = 64;

    /// <summary>Frames kept from the quantum before, for the true-peak filter; it needs 11, vectors move 16.</summary>
    private const int HistoryFrames = 16;

    private const float Largest = 1e9f;
    private const float Smallest = 1e-15f;
    private const int LargestBits = 0x4E6E6B28;
    private const int SmallestBits = 0x26901D7D;

    private readonly VectorPath _path;
    private readonly float[] _samples;
    private readonly double[] _energy = new double[Vector512<double>.Count];
    private readonly int[] _peaks = new int[Vector256<int>.Count];

    /// <summary>Allocates.</summary>
    /// <param name="channels">Channels of the track: 1 or 2.</param>
    /// <param name="path">Which instructions to use; must be supported.</param>
    /// <remarks>[setup]</remarks>
    public QuantumStage(int channels, VectorPath path)
    {
        _path = path;
        Channels = channels;
        _samples = new float[channels * (HistoryFrames + MaximumFrames)];
    }

    /// <summary>Channels of the track.</summary>
    public int Channels { get; }

    /// <summary>The first sample of the quantum; at least 11 older frames stand before it.</summary>
    public ref float First => ref _samples[Channels * HistoryFrames];

    /// <summary>Forgets all samples.</summary>
    /// <remarks>[audio]</remarks>
    public void Clear()
    {
        _samples.AsSpan().Clear();
        _peaks.AsSpan().Clear();
        _energy.AsSpan().Clear();
    }

    /// <summary>Takes samples in.</summary>
    /// <param name="at">Frames of the quantum that are there already.</param>
    /// <param name="left">The host's samples of the left or only channel; no more than the quantum has room for.</param>
    /// <param name="right">Those of the right channel, as many; not read for a mono track.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public bool Fill(int at, ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        int last = left.Length - Vector256<float>.Count;
        ref float to = ref Unsafe.Add(ref First, at * Channels);
        if (last < 0 || !Avx2.IsSupported)
        {
            return FillSlowly(left, right, ref to);
        }

        // The last vector may overlap the one before it: copying and comparing twice changes nothing.
        ref float left0 = ref MemoryMarshal.GetReference(left);
        ref float right0 = ref MemoryMarshal.GetReference(right);
        Vector256<int> peaks = Vector256.LoadUnsafe(ref _peaks[0]);
        bool isStereo = Channels == 2;
        for (int i = 0; i < last + Vector256<float>.Count; i += Vector256<float>.Count)
        {
            int from = Math.Min(i, last);
            Vector256<float> l = Clean(ref left0, from);
            peaks = Vector256.Max(peaks, Vector256.Abs(l).AsInt32());
            if (!isStereo)
            {
                l.StoreUnsafe(ref to, (nuint)from);
                continue;
            }

            Vector256<float> r = Clean(ref right0, from);
            peaks = Vector256.Max(peaks, Vector256.Abs(r).AsInt32());
            Vector256<float> even = Avx.UnpackLow(l, r);
            Vector256<float> odd = Avx.UnpackHigh(l, r);
            ref float pairs = ref Unsafe.Add(ref to, 2 * from);
            even.GetLower().StoreUnsafe(ref pairs);
            odd.GetLower().StoreUnsafe(ref pairs, 4);
            even.GetUpper().StoreUnsafe(ref pairs, 8);
            odd.GetUpper().StoreUnsafe(ref pairs, 12);
        }

        // Bits order sizes as numbers do; NaN and infinity come above all finite ones.
        if (Vector256.GreaterThanAny(peaks, Vector256.Create(LargestBits)))
        {
            return FillSlowly(left, right, ref to);
        }

        peaks.StoreUnsafe(ref _peaks[0]);
        return false;
    }

    /// <summary>The largest absolute sample taken in since the last call, over all channels.</summary>
    /// <returns>The sample peak, linear.</returns>
    /// <remarks>[audio]</remarks>
    public float TakePeak()
    {
        Vector256<int> peaks = Vector256.LoadUnsafe(ref _peaks[0]);
        Vector256<int>.Zero.StoreUnsafe(ref _peaks[0]);
        Vector128<int> four = Vector128.Max(peaks.GetLower(), peaks.GetUpper());
        Vector128<int> two = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 2, 3)));
        return BitConverter.Int32BitsToSingle(Math.Max(two[0], two[1]));
    }

    /// <summary>Gives the quantum in double and adds its unweighted energy.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <param name="isSilent">Whether all its samples are 0.</param>
    /// <param name="wide">Room for the quantum's samples.</param>
    /// <remarks>[audio]</remarks>
    public void Widen(int frames, bool isSilent, Span<double> wide)
    {
        int count = frames * Channels;
        if (isSilent)
        {
            wide[..count].Clear();
            return;
        }

        ref float from = ref First;
        ref double to = ref wide[..count][0];
        int i = 0;
        if (_path == VectorPath.Vector512)
        {
            // Two sums: one alone would wait for each addition.
            Vector512<double> energy0 = Vector512.LoadUnsafe(ref _energy[0]);
            Vector512<double> energy1 = Vector512<double>.Zero;
            for (; i <= count - (2 * Vector512<double>.Count); i += 2 * Vector512<double>.Count)
            {
                Vector512<double> x0 = Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, (nuint)i));
                Vector512<double> x1 = Avx512F.ConvertToVector512Double(Vector256.LoadUnsafe(ref from, (nuint)(i + Vector512<double>.Count)));
                x0.StoreUnsafe(ref to, (nuint)i);
                x1.StoreUnsafe(ref to, (nuint)(i + Vector512<double>.Count));
                energy0 = Avx512F.FusedMultiplyAdd(x0, x0, energy0);
                energy1 = Avx512F.FusedMultiplyAdd(x1, x1, energy1);
            }

            (energy0 + energy1).StoreUnsafe(ref _energy[0]);
        }
        else if (_path == VectorPath.Vector256)
        {
            Vector256<double> energy0 = Vector256.LoadUnsafe(ref _energy[0]);
            Vector256<double> energy1 = Vector256<double>.Zero;
            for (; i <= count - (2 * Vector256<double>.Count); i += 2 * Vector256<double>.Count)
            {
                Vector256<double> x0 = Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, (nuint)i));
                Vector256<double> x1 = Avx.ConvertToVector256Double(Vector128.LoadUnsafe(ref from, (nuint)(i + Vector256<double>.Count)));
                x0.StoreUnsafe(ref to, (nuint)i);
                x1.StoreUnsafe(ref to, (nuint)(i + Vector256<double>.Count));
                energy0 = Fma.MultiplyAdd(x0, x0, energy0);
                energy1 = Fma.MultiplyAdd(x1, x1, energy1);
            }

            (energy0 + energy1).StoreUnsafe(ref _energy[0]);
        }

        double rest = 0;
        for (; i < count; i++)
        {
            double x = Unsafe.Add(ref from, i);
            Unsafe.Add(ref to, i) = x;
            rest += x * x;
        }

        _energy[0] += rest;
    }

    /// <summary>The unweighted sum of squares since the last call, over all channels.</summary>
    /// <returns>The energy.</returns>
    /// <remarks>[audio]</remarks>
    public double TakeEnergy()
    {
        double sum = 0;
        foreach (double energy in _energy)
        {
            sum += energy;
        }

        _energy.AsSpan().Clear();
        return sum;
    }

    /// <summary>Makes the end of the quantum the history of the next one.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <remarks>[audio]</remarks>
    public void Advance(int frames)
    {
        ref float to = ref _samples[0];
        int shift = frames * Channels;
        for (int i = 0; i < HistoryFrames * Channels; i += Vector256<float>.Count)
        {
            Vector256.LoadUnsafe(ref to, (nuint)(shift + i)).StoreUnsafe(ref to, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Clean(ref float from, int at)
    {
        Vector256<float> x = Vector256.LoadUnsafe(ref from, (nuint)at);
        return x & Vector256.GreaterThan(Vector256.Abs(x).AsInt32(), Vector256.Create(SmallestBits)).AsSingle();
    }

    private bool FillSlowly(ReadOnlySpan<float> left, ReadOnlySpan<float> right, ref float to)
    {
        bool invalid = false;
        int peak = _peaks[0];
        for (int channel = 0; channel < Channels; channel++)
        {
            ReadOnlySpan<float> input = channel == 0 ? left : right;
            for (int i = 0; i < input.Length; i++)
            {
                float x = input[i];
                if (!float.IsFinite(x))
                {
                    invalid = true;
                    x = 0;
                }

                float size = MathF.Min(MathF.Abs(x), Largest);
                size = size > Smallest ? size : 0;
                Unsafe.Add(ref to, (i * Channels) + channel) = MathF.CopySign(size, x);
                peak = Math.Max(peak, BitConverter.SingleToInt32Bits(size));
            }
        }

        _peaks[0] = peak;
        return invalid;
    }
}
