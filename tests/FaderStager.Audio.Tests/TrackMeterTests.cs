using FaderStager.Audio.Blocks;
using FaderStager.Audio.Slots;
using FaderStager.Tests.Signals;

namespace FaderStager.Audio.Tests;

internal sealed class TrackMeterTests
{
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
            Assert.That(Decibels.FromAmplitude(slot.TruePeak), Is.EqualTo(-23).Within(0.1));
        }

        Assert.That(Decibels.LoudnessLufs(rig.Meter.LiveMomentaryMeanSquare), Is.EqualTo(-23).Within(0.02));
        Assert.That(Decibels.LoudnessLufs(rig.Slots[49].ShortTermMaxMeanSquare), Is.EqualTo(-23).Within(0.02));
        Assert.That(rig.Slots[3].MomentaryMaxMeanSquare, Is.NaN);
        Assert.That(Decibels.LoudnessLufs(rig.Slots[4].MomentaryMaxMeanSquare), Is.EqualTo(-23).Within(0.02));
    }
}
