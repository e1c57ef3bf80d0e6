namespace FaderStager.Rehearsal.Demo;

/// <summary>A track that is being played: channels of samples and its own dice.</summary>
internal sealed class Take
{
    private readonly Random _random;

    /// <summary>Silence of the song's length.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <param name="channels">1 or 2.</param>
    /// <param name="seed">The same seed plays the same take.</param>
    public Take(int sampleRateHz, int channels, int seed)
    {
        SampleRateHz = sampleRateHz;
        _random = new Random(seed);
        Channels = new float[channels][];
        for (int channel = 0; channel < channels; channel++)
        {
            Channels[channel] = new float[(int)(DemoSong.Seconds * sampleRateHz)];
        }
    }

    /// <summary>Frames a second.</summary>
    public int SampleRateHz { get; }

    /// <summary>The samples of each channel.</summary>
    public float[][] Channels { get; }

    /// <summary>Frames of the take.</summary>
    public int Frames => Channels[0].Length;

    /// <summary>White noise.</summary>
    /// <returns>-1 to 1.</returns>
    public double Noise() => (_random.NextDouble() * 2) - 1;

    /// <summary>A number around 1: how unevenly a hand plays.</summary>
    /// <param name="spread">Largest deviation.</param>
    /// <returns>1 - spread to 1 + spread.</returns>
    public double Human(double spread) => 1 + (spread * Noise());

    /// <summary>Adds a sound to the take.</summary>
    /// <param name="startSeconds">When it starts.</param>
    /// <param name="lengthSeconds">How long it lasts.</param>
    /// <param name="pan">-1 left to 1 right; ignored by a mono take.</param>
    /// <param name="sample">Gives the sample at a time in seconds from its start; called once a frame, in order.</param>
    public void Add(double startSeconds, double lengthSeconds, double pan, Func<double, double> sample)
    {
        int start = Math.Max(0, (int)(startSeconds * SampleRateHz));
        int end = Math.Min(Frames, start + (int)(lengthSeconds * SampleRateHz));
        double left = Channels.Length == 1 ? 1 : Math.Cos((pan + 1) * Math.PI / 4);
        double right = Math.Sin((pan + 1) * Math.PI / 4);
        for (int frame = start; frame < end; frame++)
        {
            double value = sample((frame - start) / (double)SampleRateHz);
            Channels[0][frame] += (float)(value * left);
            if (Channels.Length == 2)
            {
                Channels[1][frame] += (float)(value * right);
            }
        }
    }

    /// <summary>Scales the take to a sample peak.</summary>
    /// <param name="peak">Largest absolute sample, linear.</param>
    public void ScaleToPeak(double peak)
    {
        float largest = Channels.Max(channel => channel.Max(Math.Abs));
        float factor = largest == 0 ? 0 : (float)(peak / largest);
        foreach (float[] channel in Channels)
        {
            foreach (ref float sample in channel.AsSpan())
            {
                sample *= factor;
            }
        }
    }
}
