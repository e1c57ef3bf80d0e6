using FaderStager.Audio.Blocks;
using FaderStager.Audio.Staging;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

internal sealed class FaderGainTests
{
    private const int Rate = 48_000;
    private const int RampFrames = 960;

    private static readonly float[] Noise = TestSignal.Noise(Rate, 1, 4_000, 1, 21).Channels[0];

    [TestCase(0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Process_ZeroDb_CopiesToTheLastBit(double targetDb)
    {
        float[] input = [.. Noise, float.NaN, float.PositiveInfinity, float.Epsilon, -0f];
        FaderGain fader = Prepared(targetDb);

        Assert.That(Run(fader, input, 100).Select(BitConverter.SingleToInt32Bits), Is.EqualTo(input.Select(BitConverter.SingleToInt32Bits)));
    }

    [Test]
    public void Process_InPlaceAtZeroDb_LeavesTheMemory()
    {
        float[] data = [.. Noise];
        Prepared(0).Process(new AudioBlock(data, data));

        Assert.That(data, Is.EqualTo(Noise));
    }

    [Test]
    public void Process_PreparedTarget_StartsThere()
    {
        float factor = (float)Decibels.ToAmplitude(-6);

        Assert.That(Run(Prepared(-6), Noise, 4_000), Is.EqualTo(Noise.Select(x => x * factor)));
    }

    [Test]
    public void Process_NewTarget_RampsLinearlyFor20Ms()
    {
        FaderGain fader = Prepared(0);
        fader.TargetDb = -20;
        float[] ones = [.. Enumerable.Repeat(1f, 2_000)];
        float[] output = Run(fader, ones, 2_000);

        for (int i = 0; i < RampFrames; i++)
        {
            Assert.That(output[i], Is.EqualTo(1 - (0.9 * (i + 1) / RampFrames)).Within(1e-6));
        }

        Assert.That(output.Skip(RampFrames - 1), Has.All.EqualTo((float)Decibels.ToAmplitude(-20)));
    }

    [Test]
    public void Process_TargetChangedInTheRamp_GoesOnFromTheGainOfTheMoment()
    {
        FaderGain fader = Prepared(0);
        fader.TargetDb = double.NegativeInfinity;
        float[] ones = [.. Enumerable.Repeat(1f, 2_000)];
        float last = Run(fader, ones[..(RampFrames / 2)], 64)[^1];
        Assert.That(last, Is.EqualTo(0.5).Within(1e-6));

        fader.TargetDb = 0;
        float[] back = Run(fader, ones, 64);
        Assert.That(back[0], Is.EqualTo(last).Within(0.001));
        Assert.That(back[RampFrames - 1], Is.EqualTo(1f));
    }

    [Test]
    public void Process_Muted_IsExactlyZeroAfterTheRamp()
    {
        FaderGain fader = Prepared(0);
        fader.TargetDb = double.NegativeInfinity;
        float[] input = [.. Noise];
        input[2_000] = float.NaN;

        Assert.That(Run(fader, input, 256).Skip(RampFrames).Select(BitConverter.SingleToInt32Bits), Has.All.Zero);
    }

    [Test]
    public void Process_AnySplitIntoBlocks_GivesTheSame([Values(1, 7, 64, 959, 961, 2_500)] int block)
    {
        FaderGain one = Prepared(3);
        FaderGain other = Prepared(3);
        one.TargetDb = -11;
        other.TargetDb = -11;

        Assert.That(Run(one, Noise, block), Is.EqualTo(Run(other, Noise, Noise.Length)));
    }

    [Test]
    public void Process_StereoInPlace_TreatsBothSidesAlike()
    {
        FaderGain fader = Prepared(0);
        fader.TargetDb = -9;
        float[] left = [.. Noise];
        float[] right = [.. Noise];
        fader.Process(new AudioBlock(left, right, left, right));
        FaderGain mono = Prepared(0);
        mono.TargetDb = -9;

        Assert.That(left, Is.EqualTo(right));
        Assert.That(left, Is.EqualTo(Run(mono, Noise, 64)));
    }

    [Test]
    public void Process_AnyBlock_AllocatesNothing()
    {
        FaderGain fader = Prepared(0);
        var data = new float[512];
        long allocated = 0;
        using NoCollection quiet = new();
        for (int i = 0; i < 100; i++)
        {
            fader.TargetDb = -(i / 10);
            long before = GC.GetAllocatedBytesForCurrentThread();
            fader.Process(new AudioBlock(data, data));
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.That(allocated, Is.Zero);
    }

    [Test]
    public void Prepare_RateOutOfRange_Throws() =>
        Assert.That(() => new FaderGain().Prepare(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static FaderGain Prepared(double targetDb)
    {
        var fader = new FaderGain { TargetDb = targetDb };
        fader.Prepare(Rate);
        return fader;
    }

    private static float[] Run(FaderGain fader, float[] input, int block)
    {
        var output = new float[input.Length];
        for (int i = 0; i < input.Length; i += block)
        {
            int count = Math.Min(block, input.Length - i);
            fader.Process(new AudioBlock(input.AsSpan(i, count), output.AsSpan(i, count)));
        }

        return output;
    }
}
