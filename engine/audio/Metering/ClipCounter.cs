namespace FaderStager.Audio.Metering;

/// <summary>Counts runs of clipped samples: stretches of a channel that stand at full scale or beyond it, on one side of zero.</summary>
/// <remarks>
/// [audio] A run is two or more samples in a row with the same value, at full scale (32,767 / 32,768, which is what 16 bits reach
/// upwards) or above; or any samples in a row above 0 dBFS, be it one, as a float file has them. A peak that touches full scale with one sample is
/// no run: that is what a normalised file does. A run counts where its second sample stands, or its first one above 0 dBFS.
/// A quantum without such a sample costs one comparison.
/// </remarks>
internal struct ClipCounter
{
    private const float LowestFullScale = 32_767f / 32_768f;

    private Channel _left;
    private Channel _right;

    /// <summary>Counts the runs that begin in a quantum.</summary>
    /// <param name="samples">The quantum, channels interleaved.</param>
    /// <param name="channels">Channels of the track.</param>
    /// <param name="samplePeak">Its largest absolute sample.</param>
    /// <param name="fullScale">What 0 dBFS reads as here, linear: the gain of a trim in front.</param>
    /// <returns>How many, over all channels.</returns>
    /// <remarks>[audio]</remarks>
    public int Count(ReadOnlySpan<float> samples, int channels, float samplePeak, float fullScale)
    {
        float lowest = LowestFullScale * fullScale;
        if (samplePeak < lowest || fullScale <= 0)
        {
            this = default;
            return 0;
        }

        int runs = _left.Count(samples, channels, lowest, fullScale);
        return channels == 1 ? runs : runs + _right.Count(samples[1..], channels, lowest, fullScale);
    }

    private struct Channel
    {
        private float _last;
        private bool _isRun;

        public int Count(ReadOnlySpan<float> samples, int stride, float lowest, float fullScale)
        {
            int runs = 0;
            for (int i = 0; i < samples.Length; i += stride)
            {
                float x = samples[i];
                float size = MathF.Abs(x);
                if (size < lowest)
                {
                    this = default;
                    continue;
                }

                bool isClipped = size > fullScale || x == _last;
                runs += isClipped && !(_isRun && (x > 0) == (_last > 0)) ? 1 : 0;
                (_isRun, _last) = (isClipped, x);
            }

            return runs;
        }
    }
}
