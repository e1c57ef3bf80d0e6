namespace FaderStager.Rehearsal.Tests.Support;

/// <summary>Signals for stems.</summary>
internal static class Signals
{
    public static float[] Sine(double frequencyHz, double amplitude, double seconds, double sampleRateHz = 48_000) =>
    [
        .. Enumerable.Range(0, (int)Math.Round(seconds * sampleRateHz))
            .Select(frame => (float)(amplitude * Math.Sin(2 * Math.PI * frequencyHz * frame / sampleRateHz))),
    ];

    public static float[] Noise(double amplitude, double seconds, int seed, double sampleRateHz = 48_000)
    {
        Random random = new(seed);
        return [.. Enumerable.Range(0, (int)Math.Round(seconds * sampleRateHz)).Select(_ => (float)(amplitude * ((2 * random.NextDouble()) - 1)))];
    }
}
