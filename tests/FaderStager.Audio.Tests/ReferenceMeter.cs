using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>The slow, obvious meter: two biquads and a direct filter, in double, frame by frame. A run that starts at a slot's border.</summary>
internal static class ReferenceMeter
{
    private static readonly double[] Phase0 =
    [
        0.0017089843750, 0.0109863281250, -0.0196533203125, 0.0332031250000, -0.0594482421875, 0.1373291015625,
        0.9721679687500, -0.1022949218750, 0.0476074218750, -0.0266113281250, 0.0148925781250, -0.0083007812500,
    ];

    private static readonly double[] Phase1 =
    [
        -0.0291748046875, 0.0292968750000, -0.0517578125000, 0.0891113281250, -0.1665039062500, 0.4650878906250,
        0.7797851562500, -0.2003173828125, 0.1015625000000, -0.0582275390625, 0.0330810546875, -0.0189208984375,
    ];

    public static List<LoudnessSlot> Measure(TestSignal signal, long firstSlot)
    {
        double rate = signal.SampleRateHz;
        int channels = signal.Channels.Length;
        double weight = channels == 1 ? 2 : 1;
        double[][] weighted = [.. signal.Channels.Select(c => Weigh(c, rate, 3.999843853973347))];
        double[][] pestana = [.. signal.Channels.Select(c => Weigh(c, rate, 10))];
        double[][] interpolated = [.. signal.Channels.Select(c => Interpolate(c, rate))];
        long start = (long)Math.Ceiling(firstSlot * rate / 10);
        var slots = new List<LoudnessSlot>();
        for (long index = firstSlot; Border(index + 1, 10) <= signal.Frames; index++)
        {
            int from = Border(index, 10);
            int to = Border(index + 1, 10);
            slots.Add(new LoudnessSlot
            {
                Index = index,
                RunStart = firstSlot,
                MeanSquare = (float)(weight * MeanSquare(weighted, from, to)),
                PestanaMeanSquare = (float)(weight * MeanSquare(pestana, from, to)),
                UnweightedMeanSquare = (float)(signal.Channels.Sum(c => Enumerable.Range(from, to - from).Sum(i => (double)c[i] * c[i])) / ((to - from) * channels)),
                SamplePeak = signal.Channels.Max(c => c[from..to].Max(Math.Abs)),
                TruePeak = (float)interpolated.Max(c => c[from..to].Max()),
                MomentaryMaxMeanSquare = LargestWindow(index, 40),
                ShortTermMaxMeanSquare = LargestWindow(index, 300),
            });
        }

        return slots;

        int Border(long k, int perSecond) => (int)((long)Math.Ceiling(k * rate / perSecond) - start);

        float LargestWindow(long index, int hops)
        {
            double largest = double.NaN;
            for (long end = (10 * index) + 1; end <= 10 * (index + 1); end++)
            {
                if (end - hops >= 10 * firstSlot)
                {
                    double mean = weight * MeanSquare(weighted, Border(end - hops, 100), Border(end, 100));
                    largest = double.IsNaN(largest) ? mean : Math.Max(largest, mean);
                }
            }

            return (float)largest;
        }
    }

    private static double MeanSquare(double[][] channels, int from, int to) =>
        channels.Sum(c => c.AsSpan(from, to - from).ToArray().Sum(y => y * y)) / (to - from);

    private static double[] Weigh(float[] samples, double rate, double shelfDb)
    {
        double k = Math.Tan(Math.PI * 1681.974450955533 / rate);
        double q = 0.7071752369554196;
        double vh = Math.Pow(10, shelfDb / 20);
        double vb = Math.Pow(vh, 0.4996667741545416);
        double a0 = 1 + (k / q) + (k * k);
        double[] shelf = Biquad(
            [.. samples],
            (vh + (vb * k / q) + (k * k)) / a0,
            2 * ((k * k) - vh) / a0,
            (vh - (vb * k / q) + (k * k)) / a0,
            2 * ((k * k) - 1) / a0,
            (1 - (k / q) + (k * k)) / a0);
        k = Math.Tan(Math.PI * 38.13547087602444 / rate);
        q = 0.5003270373238773;
        a0 = 1 + (k / q) + (k * k);
        return Biquad(shelf, 1, -2, 1, 2 * ((k * k) - 1) / a0, (1 - (k / q) + (k * k)) / a0);
    }

    private static double[] Biquad(double[] x, double b0, double b1, double b2, double a1, double a2)
    {
        var y = new double[x.Length];
        for (int n = 0; n < x.Length; n++)
        {
            y[n] = (b0 * x[n]) + (b1 * At(x, n - 1)) + (b2 * At(x, n - 2)) - (a1 * At(y, n - 1)) - (a2 * At(y, n - 2));
        }

        return y;
    }

    private static double At(double[] x, int n) => n < 0 ? 0 : x[n];

    private static double[] Interpolate(float[] samples, double rate)
    {
        double[][] phases = rate <= 192_000 ? [Phase0, Phase1, [.. Phase1.Reverse()], [.. Phase0.Reverse()]] : [];
        var largest = new double[samples.Length];
        for (int n = 0; n < samples.Length; n++)
        {
            largest[n] = Math.Abs(samples[n]);
            foreach (double[] phase in phases)
            {
                double sum = 0;
                for (int tap = 0; tap < phase.Length && tap <= n; tap++)
                {
                    sum += phase[tap] * samples[n - tap];
                }

                largest[n] = Math.Max(largest[n], Math.Abs(sum));
            }
        }

        return largest;
    }
}
