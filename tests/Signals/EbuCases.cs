namespace FaderStager.Tests.Signals;

/// <summary>
/// The synthesisable minimum-requirement signals: stereo, in phase, 1 kHz unless they say otherwise, levels in dBFS peak a channel.
/// </summary>
/// <remarks>Source: EBU Tech 3341 (2023), table 1; EBU Tech 3342 (2023), table 1. The three extra ones are worked out by hand.</remarks>
public static class EbuCases
{
    /// <summary>The rates at which the cases must hold.</summary>
    public static readonly double[] SampleRatesHz = [44_100, 48_000, 88_200, 96_000, 192_000];

    private const double Silence = double.NegativeInfinity;

    /// <summary>The cases about momentary, short-term and integrated loudness.</summary>
    public static IEnumerable<EbuCase> Loudness()
    {
        yield return Steps("3341-1", (20, -23)) with { IntegratedLufs = -23, SteadyMomentary = (-23, 1), SteadyShortTerm = (-23, 3.5) };
        yield return Steps("3341-2", (20, -33)) with { IntegratedLufs = -33, SteadyMomentary = (-33, 1), SteadyShortTerm = (-33, 3.5) };
        yield return Steps("3341-3", (10, -36), (60, -23), (10, -36)) with { IntegratedLufs = -23 };
        yield return Steps("3341-4", (10, -72), (10, -36), (60, -23), (10, -36), (10, -72)) with { IntegratedLufs = -23 };
        yield return Steps("3341-5", (20, -26), (20.1, -20), (20, -26)) with { IntegratedLufs = -23 };
        yield return Repeat("3341-9", 5, (1.34, -20), (1.66, -30)) with { SteadyShortTerm = (-23, 3.2) };
        for (int i = 0; i < 20; i++)
        {
            yield return Steps($"3341-10 file {i}", (0.15 * i, Silence), (3, -23), (1, Silence)) with { MaxShortTermLufs = -23 };
        }

        yield return Chain("3341-11", 20, i => [(0.15 * i, Silence), (3, -38 + i), (3 - (0.15 * i), Silence)]) with { MaxShortTermLufs = -19 };
        yield return Repeat("3341-12", 25, (0.18, -20), (0.22, -30)) with { SteadyMomentary = (-23, 1) };
        for (int i = 0; i < 20; i++)
        {
            yield return Steps($"3341-13 file {i}", (0.02 * i, Silence), (0.4, -23), (1, Silence)) with { MaxMomentaryLufs = -23 };
        }

        yield return Chain("3341-14", 20, i => [(0.02 * i, Silence), (0.4, -38 + i), (0.4 - (0.02 * i), Silence)]) with { MaxMomentaryLufs = -19 };
        yield return Steps("extra: a quiet end that passes the gate", (60, -23), (10, -32)) with { IntegratedLufs = -23.58 };
        yield return Steps("extra: a quiet end that the gate drops", (60, -23), (10, -34)) with { IntegratedLufs = -23 };
    }

    /// <summary>The cases about loudness range.</summary>
    public static IEnumerable<EbuCase> LoudnessRange()
    {
        yield return Range("3342-1", 10, (20, -20), (20, -30));
        yield return Range("3342-2", 5, (20, -20), (20, -15));
        yield return Range("3342-3", 20, (20, -40), (20, -20));
        yield return Range("3342-4", 15, (20, -50), (20, -35), (20, -20), (20, -35), (20, -50));
        yield return Range("extra: 36, 228, 36 s", 20, (36, -50), (228, -40), (36, -30));
        yield return Range("extra: 100, 25 s", 15, (100, -20), (25, -35));
    }

    /// <summary>The cases about true peak.</summary>
    public static IEnumerable<EbuCase> TruePeak()
    {
        yield return Tone("3341-15", 4, 0, 0.5, -6);
        yield return Tone("3341-16", 4, 45, 0.5, -6);
        yield return Tone("3341-17", 6, 60, 0.5, -6);
        yield return Tone("3341-18", 8, 67.5, 0.5, -6);
        yield return Tone("3341-19", 4, 45, 1.41, 3);
        for (int offset = 0; offset < 4; offset++)
        {
            int shift = offset;
            yield return new EbuCase($"3341-{20 + offset}", rate => BandLimitedBurst(rate, shift)) { TruePeakDbtp = 0 };
        }
    }

    /// <summary>Case 3341-6 (5.0 surround): five mono signals with their channel weights; integrated -23 LUFS.</summary>
    /// <param name="sampleRateHz">Frames a second.</param>
    /// <returns>L, R, C, Ls, Rs.</returns>
    public static IEnumerable<(double Weight, TestSignal Signal)> Surround(double sampleRateHz) =>
        new[] { (1.0, -28.0), (1.0, -28.0), (1.0, -24.0), (1.41, -30.0), (1.41, -30.0) }
            .Select(c => (c.Item1, TestSignal.Sine(sampleRateHz, 1, 1000, (20, c.Item2))));

    private static EbuCase Steps(string name, params (double Seconds, double PeakDbfs)[] segments) =>
        new(name, rate => TestSignal.Sine(rate, 2, 1000, segments));

    private static EbuCase Repeat(string name, int times, params (double Seconds, double PeakDbfs)[] segments) =>
        Steps(name, [.. Enumerable.Repeat(segments, times).SelectMany(s => s)]);

    private static EbuCase Chain(string name, int times, Func<int, (double Seconds, double PeakDbfs)[]> segments) =>
        Steps(name, [.. Enumerable.Range(0, times).SelectMany(segments)]);

    private static EbuCase Range(string name, double lu, params (double Seconds, double PeakDbfs)[] segments) =>
        Steps(name, segments) with { LoudnessRangeLu = lu, ToleranceLu = 1 };

    private static EbuCase Tone(string name, int framesACycle, double phaseDegrees, double amplitude, double dbtp) =>
        new(name, rate => FadedTone(rate, framesACycle, phaseDegrees, amplitude)) { TruePeakDbtp = dbtp };

    /// <summary>One second of tone with 10 ms fades.</summary>
    private static TestSignal FadedTone(double sampleRateHz, int framesACycle, double phaseDegrees, double amplitude)
    {
        var data = new float[(int)sampleRateHz];
        double fadeFrames = sampleRateHz / 100;
        for (int i = 0; i < data.Length; i++)
        {
            double fade = Math.Min(1, Math.Min(i, data.Length - 1 - i) / fadeFrames);
            data[i] = (float)(fade * amplitude * Math.Sin((2 * Math.PI * (i % framesACycle) / framesACycle) + (phaseDegrees * Math.PI / 180)));
        }

        return new TestSignal(sampleRateHz, [data, data]);
    }

    /// <summary>A half-scale tone at a sixth of the rate with one full-scale cycle at a quarter of it, made at 4 x the rate.</summary>
    private static TestSignal BandLimitedBurst(double sampleRateHz, int offset)
    {
        const int Cycles = 50;
        const int Slow = 24;
        const int Fast = 16;
        const int HalfTaps = 128;
        var fine = new double[(2 * Cycles * Slow) + Fast];
        for (int i = 0; i < fine.Length; i++)
        {
            int burst = i - (Cycles * Slow);
            fine[i] = burst is >= 0 and < Fast
                ? Math.Sin(2 * Math.PI * burst / Fast)
                : 0.5 * Math.Sin(2 * Math.PI * (burst < 0 ? i : burst - Fast) / Slow);
            fine[i] *= Math.Min(1, Math.Min(i, fine.Length - 1 - i) / (4.0 * Slow));
        }

        // Blackman-windowed sinc, cut off at half of the lower rate.
        var taps = new double[(2 * HalfTaps) + 1];
        for (int k = -HalfTaps; k <= HalfTaps; k++)
        {
            double t = k / 4.0;
            double window = 0.42 + (0.5 * Math.Cos(Math.PI * k / HalfTaps)) + (0.08 * Math.Cos(2 * Math.PI * k / HalfTaps));
            taps[k + HalfTaps] = window * (k == 0 ? 1 : Math.Sin(Math.PI * t) / (Math.PI * t)) / 4;
        }

        // Silence around it, so that a meter has heard what comes before and hears the end.
        int quiet = (int)(sampleRateHz / 4);
        var data = new float[(2 * quiet) + (fine.Length / 4)];
        for (int i = 0; i < data.Length; i++)
        {
            int centre = ((i - quiet) * 4) + offset;
            double sum = 0;
            for (int k = Math.Max(-HalfTaps, -centre); k <= Math.Min(HalfTaps, fine.Length - 1 - centre); k++)
            {
                sum += taps[k + HalfTaps] * fine[centre + k];
            }

            data[i] = (float)sum;
        }

        return new TestSignal(sampleRateHz, [data, data]);
    }
}
