using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Blocks, whole and broken.</summary>
internal sealed unsafe class BlockTests
{
    private const ulong SpeakerLeft = 1;

    [TestCase(1, false)]
    [TestCase(1, true)]
    [TestCase(2, false)]
    [TestCase(2, true)]
    public void Block_WithTheFaderAtZero_PassesToTheLastBit(int channels, bool inPlace)
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(channels, 512, inPlace);
        plugin.Start(channels);
        for (int i = 0; i < 10; i++)
        {
            block.At(i * 512).Sine(0.7);
            float[] expected = block.In(channels - 1).ToArray();
            Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
            Assert.That(block.Out(channels - 1).SequenceEqual(expected));
        }
    }

    [Test]
    public void Block_WithTheFaderMoved_IsLouderByTheMove()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 4800);
        plugin.Start(maximumFrames: 4800);
        plugin.SetPlain(ParameterId.Fader, 6);
        plugin.Process(block.At(0).Sine(0.25));
        plugin.Process(block.At(4800).Sine(0.25));
        Assert.That(block.Out(1)[4000] / block.In(1)[4000], Is.EqualTo(Math.Pow(10, 0.3)).Within(1e-5));
        plugin.Set(ParameterId.Bypass, 1);
        plugin.Process(block.At(9600).Sine(0.25));
        plugin.Process(block.At(14400).Sine(0.25));
        Assert.That(block.Out(1).SequenceEqual(block.In(1)));
    }

    [Test]
    public void Block_WithSeveralParametersAndPoints_TakesTheLastOfEach()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        HostChanges changes = new();
        plugin.Start();
        block.InputChanges = changes
            .Add(ParameterId.Fader, 0.1, 0.2, 0.5)
            .Add(ParameterId.TargetOffset, 1, 0.75)
            .Add(ParameterId.InMix, 0)
            .Add(ParameterId.RelativeLoudness, 1)
            .Add(12_345u, 1)
            .Add(ParameterId.Role);
        Assert.That(plugin.Process(block.At(0)), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Get(ParameterId.Fader), Is.EqualTo(0.5).Within(1e-12));
        Assert.That(plugin.TextOf(ParameterId.TargetOffset), Is.EqualTo("12.0"));
        Assert.That(plugin.TextOf(ParameterId.InMix), Is.EqualTo("no"));
        Assert.That(plugin.TextOf(ParameterId.RelativeLoudness), Is.EqualTo("0.0"));
        changes.Release();
    }

    [Test]
    public void Block_WithPointsThatAreNoNumbers_KeepsTheValues()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        HostChanges changes = new();
        plugin.Start();
        block.InputChanges = changes.Add(ParameterId.Fader, double.NaN).Add(ParameterId.Role, double.NegativeInfinity).Add(ParameterId.Bypass, 7);
        Assert.That(plugin.Process(block.At(0)), Is.EqualTo(Result.Ok));
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
        Assert.That(plugin.TextOf(ParameterId.Bypass), Is.EqualTo("on"), "out of range is clamped");
        changes.Release();
    }

    [Test]
    public void Flush_WithoutBuses_SetsParametersAndTellsReadings()
    {
        using HostedPlugin plugin = new();
        HostChanges input = new();
        HostChanges output = new();
        plugin.Start();
        ProcessData data = new() { InputParameterChanges = input.Add(ParameterId.Fader, 0.5).Pointer, OutputParameterChanges = output.Pointer };
        Assert.That(plugin.ProcessorCalls->Process(plugin.Processor, &data), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Get(ParameterId.Fader), Is.EqualTo(0.5).Within(1e-12));
        Assert.That(output.Told.Keys, Is.EquivalentTo(new[] { ParameterId.RelativeLoudness, ParameterId.SuggestedMove, ParameterId.HintWord, ParameterId.Vu, ParameterId.Clipped, ParameterId.FocalAgainstRest, ParameterId.RestSource, ParameterId.SuggestedFader }));

        // The worker may have something new to say in between; in a hundred flushes it takes one turn at most.
        for (int flush = 0; flush < 100 && output.Told.Count > 0; flush++)
        {
            output.Clear();
            Assert.That(plugin.ProcessorCalls->Process(plugin.Processor, &data), Is.EqualTo(Result.Ok));
        }

        Assert.That(output.Told, Is.Empty, "what did not change is not told again");
        input.Release();
        output.Release();
    }

    [Test]
    public void Readings_WithoutRoomInABlock_AreToldWithTheNext()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        HostChanges narrow = new(room: 1);
        HostChanges wide = new();
        plugin.Start();
        block.OutputChanges = narrow;
        plugin.Process(block.At(0));
        Assert.That(narrow.Told, Has.Count.EqualTo(1));
        block.OutputChanges = wide;
        plugin.Process(block.At(64));
        Assert.That(wide.Told, Has.Count.EqualTo(7));
        narrow.Release();
        wide.Release();
    }

    [TestCase(-1)]
    [TestCase(0)]
    public void Block_WithoutFrames_ChangesNothing(int frames)
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        block.Out(0)[0] = 0.5f;
        block.Data->Frames = frames;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        block.Data->Frames = 64;
        Assert.That(block.Out(0)[0], Is.EqualTo(0.5f));
    }

    [Test]
    public void Block_WithoutContext_Passes()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        block.Sine(0.5);
        block.Data->Context = null;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        Assert.That(block.Out(0).SequenceEqual(block.In(0)));
    }

    [Test]
    public void Block_OfSixtyFourBitSamples_IsRefusedAndLeftAlone()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        block.Data->SampleSize = 1;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.InvalidArgument));
        Assert.That(plugin.ProcessorCalls->Process(plugin.Processor, null), Is.EqualTo(Result.InvalidArgument));
    }

    [Test]
    public void Block_LongerThanPromised_Passes()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 5000);
        plugin.Start(maximumFrames: 64);
        plugin.Process(block.At(0).Sine(0.5));
        Assert.That(block.Out(1).SequenceEqual(block.In(1)));
        block.Output->Channels[0] = null;
        Assert.That(plugin.Process(block.At(5000).Sine(0.5)), Is.EqualTo(Result.Ok));
        Assert.That(block.Out(1).SequenceEqual(block.In(1)));
    }

    [Test]
    public void Block_WithoutInput_GivesSilenceAndSaysSo()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        block.Out(0).Fill(1);
        block.Out(1).Fill(1);
        block.Data->InputCount = 0;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        Assert.That(block.Out(0).IndexOfAnyExcept(0f), Is.EqualTo(-1));
        Assert.That(block.Out(1).IndexOfAnyExcept(0f), Is.EqualTo(-1));
        Assert.That(block.Output->SilenceFlags, Is.EqualTo(0b11));
    }

    [Test]
    public void Block_WithSilenceFlags_PassesThemOn()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        foreach (ulong flags in new ulong[] { 0b11, 0b10, 0 })
        {
            block.Input->SilenceFlags = flags;
            block.Output->SilenceFlags = ulong.MaxValue;
            plugin.Process(block.At(0));
            Assert.That(block.Output->SilenceFlags, Is.EqualTo(flags));
        }
    }

    [Test]
    public void Block_WithNullsAnywhere_NeverCrashes()
    {
        using HostedPlugin plugin = new();
        plugin.Start();
        for (int broken = 0; broken < 1 << 8; broken++)
        {
            using HostBlock block = new(2, 64);
            block.At(broken * 64).Sine(0.5);
            Break(broken, 0, () => block.Input->Channels[0] = null);
            Break(broken, 1, () => block.Input->Channels[1] = null);
            Break(broken, 2, () => block.Output->Channels[0] = null);
            Break(broken, 3, () => block.Output->Channels[1] = null);
            Break(broken, 4, () => block.Input->Channels = null);
            Break(broken, 5, () => block.Output->Channels = null);
            Break(broken, 6, () => block.Data->Inputs = null);
            Break(broken, 7, () => block.Data->Outputs = null);
            Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        }
    }

    [TestCase(0, 0)]
    [TestCase(0, 2)]
    [TestCase(1, 1)]
    [TestCase(1, 2)]
    [TestCase(2, 1)]
    [TestCase(2, 0)]
    [TestCase(6, 6)]
    [TestCase(64, 64)]
    [TestCase(70, 70)]
    [TestCase(-3, -3)]
    public void Block_WithOtherChannelsThanNegotiated_FillsEveryOutput(int inputs, int outputs)
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(Math.Max(inputs, 0), Math.Max(outputs, 0), 64);
        plugin.Start();
        block.Input->ChannelCount = Math.Max(inputs, 0);
        block.At(10).Sine(0.5);
        block.Input->ChannelCount = inputs;
        block.Output->ChannelCount = outputs;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        for (int channel = 0; channel < Math.Min(outputs, 64); channel++)
        {
            Assert.That(block.Out(channel).SequenceEqual(inputs > 0 ? block.In(0) : new float[64]), $"channel {channel}");
        }
    }

    [Test]
    public void Block_WithTheChannelsCrossed_GivesEachItsOwn()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        block.In(0).Fill(0.25f);
        block.In(1).Fill(-0.5f);
        block.Output->Channels[0] = block.Input->Channels[1];
        block.Output->Channels[1] = block.Input->Channels[0];
        plugin.Process(block.At(0));
        Assert.That(block.Out(0).ToArray(), Is.All.EqualTo(0.25f));
        Assert.That(block.Out(1).ToArray(), Is.All.EqualTo(-0.5f));
    }

    [Test]
    public void Block_BeforeActivation_Passes()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        Assert.That(plugin.Process(block.At(0).Sine(0.5)), Is.EqualTo(Result.Ok));
        Assert.That(block.Out(1).SequenceEqual(block.In(1)));
    }

    [Test]
    public void Block_NarrowedWhileActive_LeavesTheOtherPinAlone()
    {
        using HostedPlugin plugin = new();
        using HostBlock block = new(2, 64);
        plugin.Start();
        plugin.Arrange(SpeakerLeft, SpeakerLeft);
        block.At(0).Sine(0.5);
        block.In(1).Clear();
        plugin.Process(block);
        Assert.That(block.Out(0).SequenceEqual(block.In(0)));
        Assert.That(block.Out(1).IndexOfAnyExcept(0f), Is.EqualTo(-1));
    }

    private static void Break(int broken, int bit, Action breakIt)
    {
        if ((broken & (1 << bit)) != 0)
        {
            breakIt();
        }
    }
}
