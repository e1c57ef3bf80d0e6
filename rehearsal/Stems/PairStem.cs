namespace FaderStager.Rehearsal.Stems;

/// <summary>Two mono stems of the same length as one stereo stem.</summary>
/// <param name="name">Its name.</param>
/// <param name="left">The left channel.</param>
/// <param name="right">The right channel.</param>
public sealed class PairStem(string name, IStemSource left, IStemSource right) : IStemSource
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string Origin => left.Origin;

    /// <inheritdoc/>
    public IReadOnlyList<string> Files => [.. left.Files.Union(right.Files)];

    /// <inheritdoc/>
    public StemHead? Inspect() => left.Inspect() is { } head ? head with { Channels = 2 } : null;

    /// <inheritdoc/>
    public IStemReader Open()
    {
        IStemReader first = left.Open();
        try
        {
            return new Reader(first, right.Open());
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private sealed class Reader(IStemReader left, IStemReader right) : IStemReader
    {
        public double SampleRateHz => left.SampleRateHz;

        public int Channels => 2;

        public long? Frames => left.Frames;

        public string? Warning => (left.Warning, right.Warning) switch
        {
            ({ } one, { } other) => one == other ? one : $"{one} {other}",
            ({ } one, null) => one,
            (null, var other) => other,
        };

        public int Read(Span<float> leftSamples, Span<float> rightSamples)
        {
            int frames = Fill(left, leftSamples);
            int others = Fill(right, rightSamples[..leftSamples.Length]);

            // A channel that ends early is silent from there.
            if (others < frames)
            {
                rightSamples[others..frames].Clear();
            }
            else
            {
                leftSamples[frames..others].Clear();
            }

            return Math.Max(frames, others);
        }

        public long Skip(long frames) => Math.Max(left.Skip(frames), right.Skip(frames));

        public void Dispose()
        {
            left.Dispose();
            right.Dispose();
        }

        private static int Fill(IStemReader reader, Span<float> samples)
        {
            int filled = 0;
            while (filled < samples.Length && reader.Read(samples[filled..], []) is > 0 and var read)
            {
                filled += read;
            }

            return filled;
        }
    }
}
