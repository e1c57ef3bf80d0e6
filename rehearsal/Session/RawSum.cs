using System.Runtime.InteropServices;

namespace FaderStager.Rehearsal.Session;

/// <summary>Keeps a stereo sum in a file between two groups of stems, as raw floats.</summary>
/// <param name="file">The file, which is made anew.</param>
internal sealed class RawSum(string file) : IDisposable
{
    private const int Channels = 2;

    private readonly FileStream _stream = File.Create(file);
    private float[] _interleaved = [];

    /// <summary>Reads the next frames of a kept sum.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="block">Takes the two channels.</param>
    /// <returns>Frames read; 0 at the end.</returns>
    public static int Read(Stream stream, float[][] block)
    {
        float[] interleaved = new float[block[0].Length * Channels];
        int frames = stream.ReadAtLeast(MemoryMarshal.AsBytes(interleaved.AsSpan()), interleaved.Length * sizeof(float), throwOnEndOfStream: false) / (Channels * sizeof(float));
        for (int frame = 0; frame < frames; frame++)
        {
            block[0][frame] = interleaved[frame * Channels];
            block[1][frame] = interleaved[(frame * Channels) + 1];
        }

        return frames;
    }

    /// <summary>Appends frames.</summary>
    /// <param name="left">The left channel.</param>
    /// <param name="right">The right channel.</param>
    public void Write(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (_interleaved.Length < left.Length * Channels)
        {
            _interleaved = new float[left.Length * Channels];
        }

        for (int frame = 0; frame < left.Length; frame++)
        {
            _interleaved[frame * Channels] = left[frame];
            _interleaved[(frame * Channels) + 1] = right[frame];
        }

        _stream.Write(MemoryMarshal.AsBytes(_interleaved.AsSpan(0, left.Length * Channels)));
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
