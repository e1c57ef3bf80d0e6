using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace FaderStager.Audio.Metering;

/// <summary>
/// Gathers host samples into quanta: short pieces cut by the song's time, not by the host's blocks. The kernels only ever see
/// whole quanta, so their rounding cannot depend on the block size.
/// </summary>
/// <remarks>
/// [audio] Cleans the samples on the way in: NaN and infinity become 0, finite samples are clamped to +-1e9, and samples under
/// 1e-15 (-300 dBFS) become 0, so that no arithmetic after it meets a denormal number.
/// </remarks>
internal sealed class QuantumStage
{
    /// <summary>Frames of a whole quantum. The last one before a hop's border may be shorter.</summary>
    public const int MaximumFrames = 64;

    /// <summary>Frames kept from the quantum before, for the true-peak filter; it needs 11, a vector moves 16.</summary>
    public const int HistoryFrames = 16;

    /// <summary>Floats a channel takes: history, and a quantum's room: the vector loops read (and do not use) up to the end of it.</summary>
    public const int Stride = HistoryFrames + MaximumFrames;

    private const float Largest = 1e9f;
    private const float Smallest = 1e-15f;

    private const int LargestBits = 0x4E6E6B28;
    private const int SmallestBits = 0x26901D7D;

    private readonly float[] _samples;
    private readonly int[] _peaks = new int[Vector256<int>.Count];

    /// <summary>Allocates.</summary>
    /// <param name="channels">Channels of the track.</param>
    /// <remarks>[setup]</remarks>
    public QuantumStage(int channels)
    {
        Channels = channels;
        _samples = new float[channels * Stride];
    }

    /// <summary>Channels of the track.</summary>
    public int Channels { get; }

    /// <summary>Forgets all samples.</summary>
    /// <remarks>[audio]</remarks>
    public void Clear()
    {
        _samples.AsSpan().Clear();
        _peaks.AsSpan().Clear();
    }

    /// <summary>The first sample of the quantum of a channel; <see cref="HistoryFrames"/> older ones stand before it.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>Where it stands.</returns>
    /// <remarks>[audio]</remarks>
    public ref float First(int channel) => ref _samples[(channel * Stride) + HistoryFrames];

    /// <summary>Takes samples of one channel in.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="at">Frames of the quantum that are there already.</param>
    /// <param name="input">The host's samples; no more than the quantum has room for.</param>
    /// <returns>Whether there was a NaN or an infinity among them.</returns>
    /// <remarks>[audio]</remarks>
    public bool Fill(int channel, int at, ReadOnlySpan<float> input)
    {
        ref float from = ref MemoryMarshal.GetReference(input);
        ref float to = ref Unsafe.Add(ref First(channel), at);
        int last = input.Length - Vector256<float>.Count;
        if (!Vector256.IsHardwareAccelerated || last < 0)
        {
            return FillSlowly(input, ref to);
        }

        Vector256<int> peaks = Vector256.LoadUnsafe(ref _peaks[0]);
        for (int i = 0; i < last; i += Vector256<float>.Count)
        {
            peaks = Vector256.Max(peaks, Clean(ref from, ref to, i));
        }

        // The last vector may overlap the one before it: copying and comparing twice changes nothing.
        peaks = Vector256.Max(peaks, Clean(ref from, ref to, last));

        // Bits order sizes as numbers do; NaN and infinity come above all finite ones.
        if (Vector256.GreaterThanAny(peaks, Vector256.Create(LargestBits)))
        {
            return FillSlowly(input, ref to);
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

    /// <summary>Makes the end of the quantum the history of the next one.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <remarks>[audio]</remarks>
    public void Advance(int frames)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            ref float to = ref _samples[channel * Stride];
            Vector256<float> older = Vector256.LoadUnsafe(ref to, (nuint)frames);
            Vector256<float> newer = Vector256.LoadUnsafe(ref to, (nuint)(frames + Vector256<float>.Count));
            older.StoreUnsafe(ref to);
            newer.StoreUnsafe(ref to, (nuint)Vector256<float>.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Clean(ref float from, ref float to, int at)
    {
        Vector256<int> x = Vector256.LoadUnsafe(ref from, (nuint)at).AsInt32();
        Vector256<int> size = x & Vector256.Create(int.MaxValue);
        Vector256<int> audible = Vector256.GreaterThan(size, Vector256.Create(SmallestBits));
        (x & audible).AsSingle().StoreUnsafe(ref to, (nuint)at);
        return size & audible;
    }

    private bool FillSlowly(ReadOnlySpan<float> input, ref float to)
    {
        bool invalid = false;
        int peak = _peaks[0];
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
            Unsafe.Add(ref to, i) = MathF.CopySign(size, x);
            peak = Math.Max(peak, BitConverter.SingleToInt32Bits(size));
        }

        _peaks[0] = peak;
        return invalid;
    }
}
