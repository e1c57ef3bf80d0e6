using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

/// <summary>Runs, jumps, loops and stops: which slots are written, and which of them are cold.</summary>
internal sealed class TransportTests
{
    private const int Rate = 48_000;
    private const int Slot = Rate / 10;

    private static readonly TestSignal Noise = TestSignal.Noise(Rate, 2, 10 * Rate, 0.5, 1);

    [Test]
    public void Process_RollingFromAMidSlot_DropsThePartialSlotAndStartsCold()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, Slot / 2, 4 * Slot, [64]);

        Assert.That(rig.Slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(new[] { (1L, true), (2L, false), (3L, false) }));
    }

    [Test]
    public void Process_Jump_DropsTheOpenSlotAndStartsCold()
    {
        MeterRig rig = new MeterRig(Rate, 2)
            .Play(Noise, 0, 0, (2 * Slot) + 100, [512])
            .Play(Noise, 0, 50 * Slot, (52 * Slot) + 10, [512]);

        Assert.That(rig.Slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(new[] { (0L, true), (1L, false), (50L, true), (51L, false) }));
    }

    [Test]
    public void Process_Jump_KeepsWindowsApart()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, 0, 10 * Slot, [512]).Play(Noise, 0, 50 * Slot, 60 * Slot, [512]);

        int[] without = [0, 1, 2, 50, 51, 52];
        Assert.That(rig.Slots.Where(s => float.IsNaN(s.MomentaryMaxMeanSquare)).Select(s => (int)s.Index), Is.EqualTo(without));
        Assert.That(rig.Slots.All(s => float.IsNaN(s.ShortTermMaxMeanSquare)));
    }

    [Test]
    public void Process_LoopPlayedTwiceInOtherBlocks_WritesTheSameSlots()
    {
        var rig = new MeterRig(Rate, 2);
        rig.Play(Noise, 0, 1000, 36 * Slot, [512]);
        List<LoudnessSlot> first = [.. rig.Slots];
        rig.Slots.Clear();
        rig.Play(Noise, 0, 1000, 36 * Slot, [64, 1, 333, 7]);

        Assert.That(first, Has.Count.EqualTo(35));
        Assert.That(rig.Slots, Is.EqualTo(first));
    }

    [Test]
    public void Process_Stopped_WritesNothingButReadsLive()
    {
        var rig = new MeterRig(Rate, 2);
        rig.Play(Noise, 12_345, 0, Rate, [512], Transport.Stopped);

        Assert.That(rig.Slots, Is.Empty);
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
    }

    [Test]
    public void LiveMomentary_UntilThe400thMillisecond_IsNaN()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, 0, (4 * Slot) - 1, [512], Transport.Stopped);
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.NaN);

        rig.Play(Noise, 0, 0, 1, [1], Transport.Stopped);
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.Not.NaN);
    }

    [Test]
    public void LiveMomentary_OverAJumpAndAStop_GoesOn()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, 0, 10 * Slot, [480]);
        rig.LiveMomentary.Clear();
        rig.Play(Noise, 0, 70 * Slot, 71 * Slot, [480]).Play(Noise, 0, 0, Slot, [480], Transport.Stopped);

        Assert.That(rig.LiveMomentary, Has.All.GreaterThan(0));
        Assert.That(rig.LiveMomentary.Distinct().Count(), Is.EqualTo(20));
    }

    [Test]
    public void Process_StopAndGoOnAtTheSameFrame_StartsCold()
    {
        MeterRig rig = new MeterRig(Rate, 2)
            .Play(Noise, 0, 0, 2 * Slot, [480])
            .Play(Noise, 2 * Slot, 0, 480, [480], Transport.Stopped)
            .Play(Noise, 0, 2 * Slot, 4 * Slot, [480]);

        Assert.That(rig.Slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(new[] { (0L, true), (1L, false), (2L, true), (3L, false) }));
    }

    [Test]
    public void Process_UnknownTransportThatAdvances_RunsFromTheSecondBlock()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, 0, 4 * Slot, [480], Transport.Unknown);

        // The first block only reads live, so slot 0 isn't whole.
        Assert.That(rig.Slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(new[] { (1L, true), (2L, false), (3L, false) }));
    }

    [Test]
    public void Process_UnknownTransportThatStands_ReadsLiveOnly()
    {
        var rig = new MeterRig(Rate, 2);
        for (int i = 0; i < 100; i++)
        {
            rig.Play(Noise, 4800 - (i * 480), i * 480, (i + 1) * 480, [480], Transport.Unknown);
        }

        Assert.That(rig.Slots, Is.Empty);
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
    }

    [Test]
    public void Process_UnknownTransportThatJumps_LosesOneBlockAndStartsCold()
    {
        MeterRig rig = new MeterRig(Rate, 2)
            .Play(Noise, 0, 0, 3 * Slot, [480], Transport.Unknown)
            .Play(Noise, 0, 50 * Slot, 53 * Slot, [480], Transport.Unknown);

        Assert.That(
            rig.Slots.Select(s => (s.Index, s.IsCold)),
            Is.EqualTo(new[] { (1L, true), (2L, false), (51L, true), (52L, false) }));
    }

    [Test]
    public void Process_ZeroFrames_ChangeNothing()
    {
        List<LoudnessSlot> plain = new MeterRig(Rate, 2).Play(Noise, 0, 0, 6 * Slot, [480]).Slots;
        var rig = new MeterRig(Rate, 2);
        for (int frame = 0; frame < 6 * Slot; frame += 480)
        {
            rig.Meter.Process(new AudioBlock([], [], [], []), SongPosition.RollingAt(frame * 3));
            rig.Play(Noise, 0, frame, frame + 480, [480]);
            rig.Meter.Process(new AudioBlock([], [], [], []), SongPosition.Stopped);
        }

        Assert.That(rig.Slots, Is.EqualTo(plain));
    }

    [Test]
    public void Process_PreRoll_WritesNegativeSlots()
    {
        MeterRig rig = new MeterRig(44_100, 2).Play(TestSignal.Noise(44_100, 2, 44_100, 0.5, 3), -22_050);

        Assert.That(rig.Slots.Select(s => s.Index), Is.EqualTo(Enumerable.Range(-5, 10).Select(i => (long)i)));
    }

    [TestCase(long.MaxValue)]
    [TestCase(long.MinValue)]
    [TestCase(long.MaxValue / 2)]
    public void Process_AbsurdPosition_ReadsLiveOnly(long frame)
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, unchecked(frame - 5), 0, Rate, [480]);

        Assert.That(rig.Slots, Is.Empty);
        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.GreaterThan(0));
    }

    [Test]
    public void Reset_InTheMiddle_ForgetsTheRunAndTheLiveReading()
    {
        MeterRig rig = new MeterRig(Rate, 2).Play(Noise, 0, 0, (5 * Slot) + 10, [480]);
        rig.Meter.Reset();

        Assert.That(rig.Meter.LiveMomentaryMeanSquare, Is.NaN);
        rig.Slots.Clear();
        rig.Play(Noise, 0, (5 * Slot) + 10, 8 * Slot, [480]);
        Assert.That(rig.Slots.Select(s => (s.Index, s.IsCold)), Is.EqualTo(new[] { (6L, true), (7L, false) }));
    }
}
