using FaderStager.Audio.Blocks;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;

namespace FaderStager.Plugin.Tests;

public sealed class ProcessTests
{
    private static FakeBridge Active(Coordinator coordinator, Func<nint, MemoryRegion>? findRegion = null) =>
        new FakeBridge(coordinator, findRegion).Initialize().Activate(maximumFrames: FakeBridge.MaximumFrames);

    private static void Fill(FakeBridge bridge, int seed)
    {
        Random random = new(seed);
        for (int i = 0; i < FakeBridge.MaximumFrames; i++)
        {
            (bridge.Input(0)[i], bridge.Input(1)[i]) = (random.NextSingle() - 0.5f, random.NextSingle() - 0.5f);
        }

        bridge.Output(0).Fill(9);
        bridge.Output(1).Fill(9);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(63)]
    [TestCase(2048)]
    public void Process_FaderAtZero_PassesEveryBitAndTouchesNoMore(int frames)
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        Fill(bridge, frames);
        bridge.Block(frames);

        for (int channel = 0; channel < 2; channel++)
        {
            Assert.That(bridge.Output(channel)[..frames].SequenceEqual(bridge.Input(channel)[..frames]), Is.True);
            Assert.That(bridge.Output(channel)[frames..].IndexOfAnyExcept(9f), Is.EqualTo(-1));
        }
    }

    [Test]
    public void Process_InPlace_AppliesTheFaderOnce()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        bridge.Plugin.Track.FaderDb = -6;
        bridge.Activate();
        bridge.SetPointers(bridge.AddressOf(0), bridge.AddressOf(1), bridge.AddressOf(0), bridge.AddressOf(1));
        bridge.Input(0).Fill(0.5f);
        bridge.Input(1).Fill(-0.5f);
        bridge.Block(256);

        Assert.That(bridge.Input(0)[100], Is.EqualTo(0.5f * (float)Decibels.ToAmplitude(-6)).Within(1e-6));
        Assert.That(bridge.Input(1)[100], Is.EqualTo(-0.5f * (float)Decibels.ToAmplitude(-6)).Within(1e-6));
    }

    [TestCase(0, TestName = "Process_SecondPointerNull_IsMono")]
    [TestCase(1, TestName = "Process_SecondPointerTheFirst_IsMono")]
    [TestCase(2, TestName = "Process_SecondPointerOdd_IsMono")]
    [TestCase(3, TestName = "Process_SecondPointerNoMemory_IsMono")]
    public void Process_OnePointer_IsMono(int kind)
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        nint start = 0;
        using FakeBridge bridge = Active(coordinator, _ => new MemoryRegion(start, start + (4 * FakeBridge.MaximumFrames * sizeof(float))));
        start = bridge.AddressOf(0);
        nint Second(nint first) => kind switch { 0 => 0, 1 => first, 2 => 0x12345, _ => 0x40 };
        Fill(bridge, kind);
        bridge.SetPointers(bridge.AddressOf(0), Second(bridge.AddressOf(0)), bridge.AddressOf(2), Second(bridge.AddressOf(2)));
        bridge.Block(512);

        Assert.That(bridge.Output(0)[..512].SequenceEqual(bridge.Input(0)[..512]), Is.True);
        Assert.That(bridge.Output(1).IndexOfAnyExcept(9f), Is.EqualTo(-1));
        bridge.Plugin.Start();
        Assert.That(bridge.Log, Is.Empty);
    }

    [Test]
    public void Process_MonoTrack_ReadsAsDualMono()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge mono = Active(coordinator);
        using FakeBridge stereo = Active(coordinator);
        mono.SetPointers(mono.AddressOf(0), 0, mono.AddressOf(2), 0);
        mono.Play(4, 0.1f);
        stereo.Play(4, 0.1f);
        coordinator.Refresh();

        Assert.That(mono.Plugin.Track.Mix.State.Snapshot.Tracks.Select(track => Math.Round(track.IntegratedLufs, 2)).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Process_MonoInStereoOut_FillsBothSides()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        Fill(bridge, 1);
        bridge.SetPointers(bridge.AddressOf(0), 0, bridge.AddressOf(2), bridge.AddressOf(3));
        bridge.Block(512);

        Assert.That(bridge.Output(0)[..512].SequenceEqual(bridge.Input(0)[..512]), Is.True);
        Assert.That(bridge.Output(1)[..512].SequenceEqual(bridge.Input(0)[..512]), Is.True);
    }

    [Test]
    public void Process_NoInput_GivesSilence()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        Fill(bridge, 1);
        bridge.SetPointers(0, 0, bridge.AddressOf(2), bridge.AddressOf(3));
        bridge.Block(512);

        Assert.That(bridge.Output(0)[..512].IndexOfAnyExcept(0f), Is.EqualTo(-1));
        Assert.That(bridge.Output(1)[..512].IndexOfAnyExcept(0f), Is.EqualTo(-1));
        bridge.SetPointers(0, 0, 0, 0);
        Assert.That(() => bridge.Block(512), Throws.Nothing);
    }

    [Test]
    public void Process_EventsThrow_AudioGoesOnAndTheHostsThreadTellsItOnce()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        Fill(bridge, 1);
        bridge.OnEvents = new InvalidOperationException("no process data");
        bridge.Block(512);
        bridge.Block(512);
        Assert.That(bridge.Output(0)[..512].SequenceEqual(bridge.Input(0)[..512]), Is.True);
        Assert.That(bridge.Log, Is.Empty, "never from the audio thread");

        bridge.Deactivate();
        Assert.That(bridge.Log, Has.Count.EqualTo(1).And.All.Contains("no process data"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Process_PositionAdvances_IsRollingWhateverThePlayingFlagSays(bool isPlaying)
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.IsPlaying = isPlaying;
        bridge.Play(4, 0.1f);
        coordinator.Refresh();

        Assert.That(coordinator.Mix(MixGroup.A).State.Snapshot.Tracks[0].HeardSeconds, Is.EqualTo(3.6).Within(0.21));
    }

    [Test]
    public void Process_FlushesOfNoFramesBetweenBlocks_ChangeNoMeasurement()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        for (int i = 0; i < 40; i++)
        {
            bridge.Play(0.1, 0.1f);
            long position = bridge.CurrentProjectSample;
            bridge.CurrentProjectSample = 0;
            bridge.Automate((int)ParameterId.TargetOffset, 0.5 + (i * 0.001));
            bridge.Block(0);
            bridge.CurrentProjectSample = position;
        }

        coordinator.Refresh();
        Assert.That(coordinator.Mix(MixGroup.A).State.Snapshot.Tracks[0].HeardSeconds, Is.EqualTo(3.6).Within(0.21));
        Assert.That(bridge.Plugin.Parameters[(int)ParameterId.TargetOffset].NormalizedEditValue, Is.EqualTo(0.539).Within(1e-6));
    }

    [Test]
    public void Process_PositionStands_MeasuresNoSong()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.Input(0).Fill(0.5f);
        for (int i = 0; i < 400; i++)
        {
            bridge.Block(480, advances: false);
        }

        coordinator.Refresh();
        Assert.That(coordinator.Mix(MixGroup.A).State.Snapshot.Tracks[0].HasData, Is.False);
    }

    [Test]
    public void Process_Steady_AllocatesNothing()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator, _ => new MemoryRegion(1, nint.MaxValue));
        bridge.Play(1, 0.1f);
        for (int i = 0; i < 200; i++)
        {
            bridge.Automate((int)ParameterId.Fader, 0.5 + (i * 0.001));
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            bridge.CurrentProjectSample += 480;
            bridge.SetController((int)ParameterId.TargetOffset, i * 0.001);
            bridge.RunBlock();
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Process_TwoProcessorsOnOneObject_NeverRunsTheEngineTwiceAtATime()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        Fill(bridge, 3);
        bridge.Block(512);
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            for (int i = 0; i < 500; i++)
            {
                bridge.RunBlock();
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        bridge.Deactivate();

        Assert.That(bridge.Log, Is.Empty);
        Assert.That(bridge.Output(1)[..512].SequenceEqual(bridge.Input(1)[..512]), Is.True);
    }

    [Test]
    public void Edit_HostThrows_StaysInside()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.OnEdit = new InvalidOperationException("the component handler is gone");

        Assert.That(() => bridge.Plugin.Track.FaderDb = -3, Throws.Nothing);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-3));
    }
}
