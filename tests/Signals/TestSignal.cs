namespace FaderStager.Tests.Signals;

/// <summary>Planar test audio: channels x frames at one sample rate.</summary>
/// <param name="SampleRateHz">Frames a second.</param>
/// <param name="Channels">One array of equal length for each channel.</param>
public sealed record TestSignal(double SampleRateHz, float[][] Channels)
{
    /// <summary>Frames of the signal.</summary>
    public int Frames => Channels[0].Length;

    /// <summary>A sine whose level changes at given times; the phase goes on.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">How many channels, all the same.</param>
    /// <param name="frequencyHz">Frequency of the sine.</param>
    /// <param name="segments">Seconds and peak level in dBFS of each part; negative infinity is silence.</param>
    /// <returns>The signal.</returns>
    public static TestSignal Sine(double sampleRateHz, int channels, double frequencyHz, params (double Seconds, double PeakDbfs)[] segments)
    {
        var data = new float[(int)Math.Round(segments.Sum(s => s.Seconds) * sampleRateHz)];
        double end = 0;
        int frame = 0;
        foreach ((double seconds, double peakDbfs) in segments)
        {
            end += seconds;
            double amplitude = Math.Pow(10, peakDbfs / 20);
            int last = Math.Min(data.Length, (int)Math.Round(end * sampleRateHz));
            for (; frame < last; frame++)
            {
                data[frame] = (float)(amplitude * Math.Sin(2 * Math.PI * frequencyHz * frame / sampleRateHz));
            }
        }

        return new TestSignal(sampleRateHz, [.. Enumerable.Repeat(data, channels)]);
    }

    /// <summary>White noise, the same for the same seed.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">How many channels, each with its own noise.</param>
    /// <param name="frames">How long.</param>
    /// <param name="peak">Largest absolute sample, linear.</param>
    /// <param name="seed">The seed.</param>
    /// <returns>The signal.</returns>
    public static TestSignal Noise(double sampleRateHz, int channels, int frames, double peak, int seed)
    {
        var random = new Random(seed);
        var data = new float[channels][];
        for (int channel = 0; channel < channels; channel++)
        {
            data[channel] = new float[frames];
            for (int i = 0; i < frames; i++)
            {
                data[channel][i] = (float)(peak * ((2 * random.NextDouble()) - 1));
            }
        }

        return new TestSignal(sampleRateHz, data);
    }
}
