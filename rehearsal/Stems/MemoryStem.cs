namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem that stands in memory.</summary>
/// <param name="name">Its name.</param>
/// <param name="origin">What made it.</param>
/// <param name="sampleRateHz">Frames a second.</param>
/// <param name="channels">One or two channels of the same length.</param>
public sealed class MemoryStem(string name, string origin, double sampleRateHz, params float[][] channels) : IStemSource
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string Origin { get; } = origin;

    /// <summary>Frames a second.</summary>
    public double SampleRateHz { get; } = sampleRateHz;

    /// <summary>The samples of each channel.</summary>
    public IReadOnlyList<float[]> Channels { get; } = channels;

    /// <inheritdoc/>
    public StemHead Inspect() => new(SampleRateHz, Channels.Count, Channels[0].Length);

    /// <inheritdoc/>
    public IStemReader Open() => new Reader(this);

    private sealed class Reader(MemoryStem stem) : IStemReader
    {
        private int _at;

        public double SampleRateHz => stem.SampleRateHz;

        public int Channels => stem.Channels.Count;

        public long? Frames => stem.Channels[0].Length;

        public string? Warning => null;

        public int Read(Span<float> left, Span<float> right)
        {
            int frames = Math.Min(left.Length, stem.Channels[0].Length - _at);
            stem.Channels[0].AsSpan(_at, frames).CopyTo(left);
            if (Channels == 2)
            {
                stem.Channels[1].AsSpan(_at, frames).CopyTo(right);
            }

            _at += frames;
            return frames;
        }

        public void Dispose()
        {
        }
    }
}
