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
    public const int MaximumFrames = 32;

    /// <summary>Frames kept from the quantum before, for the true-peak filter; it needs 11, a vector moves 16.</summary>
    public const int HistoryFrames = 16;

    /// <summary>Floats a channel takes: history, quantum, and one vector's width that may be read (not used) past the end.</summary>
    public const int Stride = HistoryFrames + MaximumFrames + 16;

    private const float Largest = 1e9f;
    private const float Smallest = 1e-15f;

    private readonly float[] _samples;

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
    public void Clear() => _samples.AsSpan().Clear();

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
        Span<float> target = _samples.AsSpan((channel * Stride) + HistoryFrames + at, input.Length);
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256<float> smallest = Vector256.Create(Smallest);
            Vector256<float> largest = Vector256.Create(Largest);
            Vector256<float> wellBehaved = Vector256<float>.AllBitsSet;
            ref float from = ref MemoryMarshal.GetReference(input);
            ref float to = ref MemoryMarshal.GetReference(target);
            for (; i <= input.Length - Vector256<float>.Count; i += Vector256<float>.Count)
            {
                Vector256<float> x = Vector256.LoadUnsafe(ref from, (nuint)i);
                Vector256<float> size = Vector256.Abs(x);
                wellBehaved &= Vector256.LessThanOrEqual(size, largest);
                (x & Vector256.GreaterThanOrEqual(size, smallest)).StoreUnsafe(ref to, (nuint)i);
            }

            if (!Vector256.EqualsAll(wellBehaved.AsInt32(), Vector256<int>.AllBitsSet))
            {
                i = 0;
            }
        }

        bool invalid = false;
        for (; i < input.Length; i++)
        {
            float x = input[i];
            float size = MathF.Abs(x);
            if (size <= Largest)
            {
                target[i] = size >= Smallest ? x : 0;
            }
            else if (float.IsFinite(x))
            {
                target[i] = MathF.CopySign(Largest, x);
            }
            else
            {
                target[i] = 0;
                invalid = true;
            }
        }

        return invalid;
    }

    /// <summary>Makes the end of the quantum the history of the next one.</summary>
    /// <param name="frames">Frames of the quantum.</param>
    /// <remarks>[audio]</remarks>
    public void Advance(int frames)
    {
        for (int channel = 0; channel < Channels; channel++)
        {
            Span<float> samples = _samples.AsSpan(channel * Stride, Stride);
            samples.Slice(frames, HistoryFrames).CopyTo(samples);
        }
    }
}
