using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>EBU Tech 3341: what the slots carry of momentary, short-term and true peak. Gating is tested where it is done.</summary>
internal sealed class EbuMeteringTests
{
    private static IEnumerable<TestCaseData> LoudnessCases() =>
        from rate in EbuCases.SampleRatesHz
        from ebu in EbuCases.Loudness()
        where ebu.MaxMomentaryLufs is not null || ebu.MaxShortTermLufs is not null || ebu.SteadyMomentary is not null || ebu.SteadyShortTerm is not null
        select new TestCaseData(ebu, rate).SetArgDisplayNames(ebu.Name, $"{rate}");

    private static IEnumerable<TestCaseData> TruePeakCases() =>
        from rate in EbuCases.SampleRatesHz
        from ebu in EbuCases.TruePeak()
        select new TestCaseData(ebu, rate).SetArgDisplayNames(ebu.Name, $"{rate}");

    [TestCaseSource(nameof(LoudnessCases))]
    public void Slots_EbuSignal_CarryTheLoudness(EbuCase ebu, double rate)
    {
        TestSignal signal = ebu.Generate(rate);
        List<LoudnessSlot> slots = Measure(signal);
        slots.RemoveAll(s => (s.Index + 1) * rate / 10 > signal.Frames);

        if (ebu.MaxMomentaryLufs is { } momentary)
        {
            Assert.That(Loudest(slots, s => s.MomentaryMaxMeanSquare), Is.EqualTo(momentary).Within(ebu.ToleranceLu));
        }

        if (ebu.MaxShortTermLufs is { } shortTerm)
        {
            Assert.That(Loudest(slots, s => s.ShortTermMaxMeanSquare), Is.EqualTo(shortTerm).Within(ebu.ToleranceLu));
        }

        if (ebu.SteadyMomentary is { } steady)
        {
            foreach (LoudnessSlot slot in slots.Where(s => s.Index >= steady.AfterSeconds * 10))
            {
                Assert.That(Decibels.LoudnessLufs(slot.MomentaryMaxMeanSquare), Is.EqualTo(steady.Lufs).Within(ebu.ToleranceLu));
            }
        }

        if (ebu.SteadyShortTerm is { } steadyShortTerm)
        {
            double[] meanSquares = [.. slots.Where(s => s.Index >= 0).Select(s => (double)s.MeanSquare)];
            for (int end = (int)(steadyShortTerm.AfterSeconds * 10); end < meanSquares.Length; end++)
            {
                double ofSlots = Decibels.LoudnessLufs(meanSquares.AsSpan(end - 29, 30).ToArray().Average());
                Assert.That(ofSlots, Is.EqualTo(steadyShortTerm.Lufs).Within(ebu.ToleranceLu));
                double max = slots.Single(s => s.Index == end).ShortTermMaxMeanSquare;
                Assert.That(Decibels.LoudnessLufs(max), Is.EqualTo(steadyShortTerm.Lufs).Within(ebu.ToleranceLu));
            }
        }
    }

    [TestCaseSource(nameof(TruePeakCases))]
    public void Slots_EbuSignal_CarryTheTruePeak(EbuCase ebu, double rate)
    {
        float truePeak = Measure(ebu.Generate(rate)).Max(s => s.TruePeak);

        Assert.That(Decibels.FromAmplitude(truePeak), Is.InRange(ebu.TruePeakDbtp!.Value - 0.4, ebu.TruePeakDbtp.Value + 0.2));
    }

    [Test]
    public void Slots_EbuSurroundSignal_SumToMinus23([ValueSource(typeof(EbuCases), nameof(EbuCases.SampleRatesHz))] double rate)
    {
        // A mono track reads as dual mono: one loudspeaker channel is half of it.
        double sum = EbuCases.Surround(rate)
            .Sum(c => c.Weight * new MeterRig(rate, 1).Play(c.Signal).Slots.Where(s => !s.IsCold).Average(s => (double)s.MeanSquare) / 2);

        Assert.That(Decibels.LoudnessLufs(sum), Is.EqualTo(-23).Within(0.1));
    }

    /// <summary>Half a second of silence comes before, so that nothing of the signal is cold.</summary>
    private static List<LoudnessSlot> Measure(TestSignal signal)
    {
        int before = (int)(signal.SampleRateHz / 2);
        int after = (int)(signal.SampleRateHz / 5);
        return new MeterRig(signal.SampleRateHz, 2).PlaySilence(-before, before).Play(signal).PlaySilence(signal.Frames, after).Slots;
    }

    private static double Loudest(List<LoudnessSlot> slots, Func<LoudnessSlot, float> meanSquare) =>
        Decibels.LoudnessLufs(slots.Select(meanSquare).Where(m => !float.IsNaN(m)).Max());
}
