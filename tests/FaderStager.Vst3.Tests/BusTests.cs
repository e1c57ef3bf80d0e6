using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Arrangements that are accepted and refused, and the set-up.</summary>
internal sealed unsafe class BusTests
{
    private const ulong SpeakerLeft = 1;
    private const ulong Surround = 0x3F;

    [TestCase(Speakers.Mono, 1)]
    [TestCase(SpeakerLeft, 1)]
    [TestCase(Speakers.Stereo, 2)]
    public void Arrangement_MonoOrStereoInAndOut_IsTakenAndTold(ulong arrangement, int channels)
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.Arrange(arrangement, arrangement), Is.EqualTo(Result.Ok));
        foreach (int direction in new[] { BusInfo.Input, BusInfo.Output })
        {
            ulong told;
            BusInfo info;
            Assert.That(plugin.ProcessorCalls->GetBusArrangement(plugin.Processor, direction, 0, &told), Is.EqualTo(Result.Ok));
            Assert.That(plugin.ComponentCalls->GetBusInfo(plugin.Component, BusInfo.Audio, direction, 0, &info), Is.EqualTo(Result.Ok));
            Assert.That(told, Is.EqualTo(arrangement));
            Assert.That(info.ChannelCount, Is.EqualTo(channels));
            Assert.That(info.Flags & BusInfo.DefaultActive, Is.Not.Zero);
        }
    }

    [TestCase(Speakers.Mono, Speakers.Stereo)]
    [TestCase(Speakers.Stereo, Speakers.Mono)]
    [TestCase(Surround, Surround)]
    [TestCase(0UL, 0UL)]
    [TestCase(0x30UL, 0x30UL, Description = "two surround speakers weigh otherwise")]
    public void Arrangement_AnyOther_IsRefusedAndChangesNothing(ulong input, ulong output)
    {
        using HostedPlugin plugin = new();
        ulong told;
        Assert.That(plugin.Arrange(input, output), Is.EqualTo(Result.False));
        plugin.ProcessorCalls->GetBusArrangement(plugin.Processor, BusInfo.Input, 0, &told);
        Assert.That(told, Is.EqualTo(Speakers.Stereo));
    }

    [Test]
    public void Arrangement_WrongNumberOfBuses_IsRefused()
    {
        using HostedPlugin plugin = new();
        ulong* two = stackalloc ulong[] { Speakers.Stereo, Speakers.Stereo };
        Assert.That(plugin.ProcessorCalls->SetBusArrangements(plugin.Processor, two, 2, two, 1), Is.EqualTo(Result.False));
        Assert.That(plugin.ProcessorCalls->SetBusArrangements(plugin.Processor, null, 0, two, 1), Is.EqualTo(Result.False));
        Assert.That(plugin.ProcessorCalls->SetBusArrangements(plugin.Processor, null, 1, null, 1), Is.EqualTo(Result.InvalidArgument));
        Assert.That(plugin.ProcessorCalls->SetBusArrangements(plugin.Processor, two, -1, two, 1), Is.EqualTo(Result.InvalidArgument));
    }

    [Test]
    public void Arrangement_WhileActive_MayNarrowAndWidenBackOnly()
    {
        using HostedPlugin plugin = new();
        plugin.Start(channels: 2);
        Assert.That(plugin.Arrange(SpeakerLeft, SpeakerLeft), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Arrange(Speakers.Stereo, Speakers.Stereo), Is.EqualTo(Result.Ok));
        using HostedPlugin mono = new();
        mono.Start(channels: 1);
        Assert.That(mono.Arrange(Speakers.Stereo, Speakers.Stereo), Is.EqualTo(Result.False));
    }

    [Test]
    public void Bus_ThatIsNotThere_IsNotDescribed()
    {
        using HostedPlugin plugin = new();
        BusInfo info;
        ulong told;
        const int Events = 1;
        Assert.That(plugin.ComponentCalls->GetBusCount(plugin.Component, Events, BusInfo.Input), Is.Zero);
        Assert.That(plugin.ComponentCalls->GetBusCount(plugin.Component, BusInfo.Audio, 7), Is.Zero);
        Assert.That(plugin.ComponentCalls->GetBusInfo(plugin.Component, BusInfo.Audio, BusInfo.Input, 1, &info), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->GetBusInfo(plugin.Component, Events, BusInfo.Input, 0, &info), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->GetBusInfo(plugin.Component, BusInfo.Audio, BusInfo.Input, 0, null), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->ActivateBus(plugin.Component, BusInfo.Audio, BusInfo.Input, 3, 1), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ProcessorCalls->GetBusArrangement(plugin.Processor, BusInfo.Output, -1, &told), Is.Not.EqualTo(Result.Ok));
    }

    [Test]
    public void Setup_SixtyFourBitSamples_IsRefused()
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.ProcessorCalls->CanProcessSampleSize(plugin.Processor, 0), Is.EqualTo(Result.Ok));
        Assert.That(plugin.ProcessorCalls->CanProcessSampleSize(plugin.Processor, 1), Is.EqualTo(Result.False));
        Assert.That(plugin.Setup(sampleSize: 1), Is.Not.EqualTo(Result.Ok));
    }

    [TestCase(0)]
    [TestCase(-48_000)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Setup_ImpossibleRate_IsRefused(double rate)
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.Setup(rate), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.Setup(48_000, maximumFrames: 0), Is.Not.EqualTo(Result.Ok));
        Assert.That(plugin.ProcessorCalls->SetupProcessing(plugin.Processor, null), Is.Not.EqualTo(Result.Ok));
    }

    [Test]
    public void Setup_ChangedBetweenActivations_IsFollowed()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 4096);
        foreach ((double rate, int frames) in new[] { (44_100.0, 64), (48_000, 512), (96_000, 4096), (192_000, 1), (48_000, 256) })
        {
            plugin.Start(2, rate, frames);
            block.Data->Frames = frames;
            Assert.That(plugin.Process(block.At(0).Sine(0.5)), Is.EqualTo(Result.Ok));
            Assert.That(block.Out(0).SequenceEqual(block.In(0)));
            plugin.SetActive(false);
        }
    }

    [Test]
    public void Processor_AskedForDelayTailAndNeeds_SaysNoneNoneAndTheTransport()
    {
        using HostedPlugin plugin = new();
        uint support;
        void* needs = plugin.Query(ProcessContextRequirementsTable.Id);
        void* prefetch = plugin.Query(PrefetchableSupportTable.Id);
        Assert.That(plugin.ProcessorCalls->GetLatencySamples(plugin.Processor), Is.Zero);
        Assert.That(plugin.ProcessorCalls->GetTailSamples(plugin.Processor), Is.Zero);
        Assert.That((*(ProcessContextRequirementsTable**)needs)->GetProcessContextRequirements(needs), Is.EqualTo(1u << 10));
        Assert.That((*(PrefetchableSupportTable**)prefetch)->GetPrefetchableSupport(prefetch, &support), Is.EqualTo(Result.Ok));
        Assert.That(support, Is.EqualTo(1));
    }
}
