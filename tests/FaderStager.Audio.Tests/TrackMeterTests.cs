using FaderStager.Audio.Blocks;
using FaderStager.Audio.Metering;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;
using FsCheck;
using FsCheck.Fluent;

namespace FaderStager.Audio.Tests;

internal sealed class TrackMeterTests
{
    private static readonly Config Checks = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(20_260_101, 1_000_003);

    [TestCase(1)]
    [TestCase(2)]
    public void Process_SineAtMinus23_ReadsMinus23(int channels)
    {
        MeterRig rig = new MeterRig(48_000, channels).Play(TestSignal.Sine(48_000, channels, 1000, (5, -23)));

        Assert.That(rig.Slots, Has.Count.EqualTo(50));
        Assert.That(rig.Slots.Select(s => s.IsCold), Is.EqualTo(Enumerable.Range(0, 50).Select(i => i == 0)));
        foreach (LoudnessSlot slot in rig.Slots.Skip(1))
        {
            Assert.That(Decibels.LoudnessLufs(slot.MeanSquare), Is.EqualTo(-23).Within(0.02));
            Assert.That(Decibels.FromPower(slot.UnweightedMeanSquare), Is.EqualTo(-26.01).Within(0.02));
            Assert.That(Decibels.FromAmplitude(slot.TruePeak), Is.EqualTo(-23).Within(0.1));
        }

        Assert.That(Decibels.LoudnessLufs(rig.Meter.LiveMomentaryMeanSquare), Is.EqualTo(-23).Within(0.02));
        Assert.That(Decibels.LoudnessLufs(rig.Slots[49].ShortTermMaxMeanSquare), Is.EqualTo(-23).Within(0.02));
        Assert.That(rig.Slots[2].MomentaryMaxMeanSquare, Is.NaN);
        Assert.That(Decibels.LoudnessLufs(rig.Slots[4].MomentaryMaxMeanSquare), Is.EqualTo(-23).Within(0.02));
    }

    [Test]
    public void Process_AnySplitIntoBlocks_ReadsTheSameToTheLastBit()
    {
        foreach (VectorPath path in Enum.GetValues<VectorPath>().Where(VectorPaths.IsSupported))
        {
            foreach (double rate in new[] { 8_000, 11_025, 37_800.5, 44_100, 48_000 })
            {
                TestSignal signal = TestSignal.Noise(rate, 2, (int)(0.75 * rate), 0.7, 5);
                const long At = -1_234;
                MeterRig whole = Rig(rate, path).Play(signal, At, signal.Frames);
                Assert.That(whole.Slots, Has.Count.GreaterThan(4));
                Check.One(Checks.WithMaxTest(12), Prop.ForAll(BlockSizes(), blocks =>
                {
                    MeterRig split = Rig(rate, path).Play(signal, At, 0, signal.Frames, blocks);
                    return split.Slots.SequenceEqual(whole.Slots)
                        && split.Meter.LiveMomentaryMeanSquare.Equals(whole.Meter.LiveMomentaryMeanSquare);
                }));
            }
        }

        static MeterRig Rig(double rate, VectorPath path)
        {
            var rig = new MeterRig(rate, 2, path);
            rig.Meter.MeasuresPestana = true;
            return rig;
        }
    }

    [Test]
    public void Process_LevelRaised_ReadsAsMuchLouder()
    {
        TestSignal quiet = TestSignal.Noise(48_000, 2, 12_000, 0.01, 6);
        LoudnessSlot before = new MeterRig(48_000, 2).Play(quiet).Slots[1];
        Check.One(Checks, Prop.ForAll(Gen.Choose(-600, 390).ToArbitrary(), tenths =>
        {
            double db = tenths / 10.0;
            float factor = (float)Decibels.ToAmplitude(db);
            TestSignal raised = quiet with { Channels = [.. quiet.Channels.Select(c => c.Select(x => x * factor).ToArray())] };
            LoudnessSlot after = new MeterRig(48_000, 2).Play(raised).Slots[1];
            return Math.Abs(Decibels.LoudnessLufs(after.MeanSquare) - Decibels.LoudnessLufs(before.MeanSquare) - db) < 1e-4
                && Math.Abs(Decibels.FromAmplitude(after.TruePeak) - Decibels.FromAmplitude(before.TruePeak) - db) < 1e-4;
        }));
    }

    [Test]
    public void Process_Mono_ReadsLikeDualMono([Values(44_100, 48_000)] double rate)
    {
        TestSignal mono = TestSignal.Noise(rate, 1, (int)rate, 0.5, 9);
        List<LoudnessSlot> one = new MeterRig(rate, 1).Play(mono).Slots;
        List<LoudnessSlot> two = new MeterRig(rate, 2).Play(mono with { Channels = [mono.Channels[0], mono.Channels[0]] }).Slots;

        for (int i = 0; i < one.Count; i++)
        {
            Assert.That(one[i].MeanSquare, Is.EqualTo(two[i].MeanSquare).Within(1).Ulps);
            Assert.That(one[i].UnweightedMeanSquare, Is.EqualTo(two[i].UnweightedMeanSquare).Within(1).Ulps);
            Assert.That(one[i].TruePeak, Is.EqualTo(two[i].TruePeak).Within(1).Ulps);
        }
    }

    [TestCase(float.NaN)]
    [TestCase(float.PositiveInfinity)]
    [TestCase(float.NegativeInfinity)]
    public void Process_InvalidSamples_ReadAsZeroAndAreCounted(float invalid)
    {
        TestSignal clean = TestSignal.Noise(48_000, 2, 24_000, 0.5, 10);
        TestSignal dirty = clean with { Channels = [[.. clean.Channels[0]], [.. clean.Channels[1]]] };
        foreach (int i in new[] { 0, 700, 701, 5_000, 23_999 })
        {
            clean.Channels[1][i] = 0;
            dirty.Channels[1][i] = invalid;
        }

        MeterRig rig = new MeterRig(48_000, 2).Play(dirty, 0, 100);

        Assert.That(rig.Slots, Is.EqualTo(new MeterRig(48_000, 2).Play(clean, 0, 100).Slots));
        Assert.That(rig.Meter.BlocksWithInvalidSamples, Is.EqualTo(4));
    }

    [Test]
    public void Process_HugeSamples_ReadAsTheLimit()
    {
        var data = new float[9_600];
        data[6_000] = float.MaxValue;
        data[6_100] = float.MinValue;
        LoudnessSlot slot = new MeterRig(48_000, 1).Play(new TestSignal(48_000, [data])).Slots[1];

        Assert.That(slot.SamplePeak, Is.EqualTo(1e9f));
        Assert.That(float.IsFinite(slot.MeanSquare) && float.IsFinite(slot.TruePeak));
    }

    [Test]
    public void Process_DenormalSamples_ReadAsSilence()
    {
        var data = new float[9_600];
        Array.Fill(data, float.Epsilon);
        data[5_000] = -1e-40f;
        List<LoudnessSlot> slots = new MeterRig(48_000, 1).Play(new TestSignal(48_000, [data])).Slots;

        Assert.That(slots.Select(s => (s.MeanSquare, s.SamplePeak, s.TruePeak)), Has.All.EqualTo((0f, 0f, 0f)));
    }

    [Test]
    public void Process_SilenceAfterSound_RingsOutToZero()
    {
        MeterRig rig = new MeterRig(48_000, 2).Play(TestSignal.Noise(48_000, 2, 4_800, 1, 11)).PlaySilence(4_800, 48_000);

        Assert.That(rig.Slots[^1].MeanSquare, Is.Zero);
        Assert.That(rig.Slots[^1].UnweightedMeanSquare, Is.Zero);
        Assert.That(rig.Slots[1].MeanSquare, Is.GreaterThan(0));
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.Zero);
    }

    [Test]
    public void MeasuresPestana_SwitchedInTheMiddle_ReadsFromTheNextWholeSlot()
    {
        TestSignal noise = TestSignal.Noise(48_000, 2, 48_000, 0.5, 12);
        MeterRig rig = new MeterRig(48_000, 2).Play(noise, 0, 0, 10_000, [480]);
        rig.Meter.MeasuresPestana = true;
        rig.Play(noise, 0, 10_000, 30_000, [480]);
        rig.Meter.MeasuresPestana = false;
        rig.Play(noise, 0, 30_000, 48_000, [480]);

        Assert.That(
            rig.Slots.Where(s => !float.IsNaN(s.PestanaMeanSquare)).Select(s => s.Index),
            Is.EqualTo(new long[] { 3, 4, 5 }));
    }

    [Test]
    public void Process_BeforePrepare_DoesNothing()
    {
        var meter = new TrackMeter();
        meter.Process(new AudioBlock(new float[10], new float[10]), SongPosition.RollingAt(0));

        Assert.That(meter.LiveMomentaryMeanSquare, Is.NaN);
        Assert.That(() => meter.Prepare(new ProcessSetup(1, 1, 1)), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Process_OneChannelToAStereoTrack_ReadsAsBothSides()
    {
        TestSignal mono = TestSignal.Noise(48_000, 1, 9_600, 0.5, 13);
        var rig = new MeterRig(48_000, 2);
        rig.Meter.Process(new AudioBlock(mono.Channels[0], new float[9_600]), SongPosition.RollingAt(0));
        Assert.That(rig.Meter.Slots.TryRead(out LoudnessSlot slot));

        Assert.That(slot.MeanSquare, Is.EqualTo(new MeterRig(48_000, 1).Play(mono).Slots[0].MeanSquare).Within(1).Ulps);
    }

    [Test]
    public void Process_AnyBlock_AllocatesNothing([Values] bool pestana, [Values(1, 2)] int channels)
    {
        var meter = new TrackMeter { MeasuresPestana = pestana };
        meter.Prepare(new ProcessSetup(44_100, 512, channels));
        float[] left = TestSignal.Noise(44_100, 1, 700, 0.5, 14).Channels[0];
        left[3] = float.NaN;
        var output = new float[700];
        long frame = 0;
        long allocated = 0;
        using NoCollection quiet = new();
        for (int i = 0; i < 3_000; i++)
        {
            int count = i * 37 % 700;
            AudioBlock block = channels == 1
                ? new AudioBlock(left.AsSpan(0, count), output.AsSpan(0, count))
                : new AudioBlock(left.AsSpan(0, count), left.AsSpan(0, count), output.AsSpan(0, count), output.AsSpan(0, count));
            var position = new SongPosition(frame, (Transport)(i / 500 % 3));
            long before = GC.GetAllocatedBytesForCurrentThread();
            meter.Process(block, position);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
            frame += i % 200 == 0 ? 5_000 : count;
        }

        Assert.That(allocated, Is.Zero);
    }

    private static Arbitrary<int[]> BlockSizes() =>
        Gen.OneOf(Gen.Choose(1, 20), Gen.Choose(1, 200), Gen.Choose(1, 3_000)).ArrayOf().Where(a => a.Length > 0).ToArbitrary();
}
