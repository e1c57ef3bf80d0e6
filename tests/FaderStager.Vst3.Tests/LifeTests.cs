using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Objects that come and go, in the orders that hosts choose.</summary>
internal sealed unsafe class LifeTests
{
    [Test]
    public void Instances_SixtyFourFromOneFactoryProcessorsFirst_AreSixtyFour()
    {
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, 64).Select(_ => new HostedPlugin(isInitialized: false))];
        plugins.ForEach(plugin => plugin.Initialize());
        for (int i = 0; i < plugins.Count; i++)
        {
            plugins[i].SetPlain(ParameterId.Fader, -i / 2.0);
        }

        Assert.That(plugins.Select(plugin => plugin.TextOf(ParameterId.Fader)), Is.EqualTo(plugins.Select((_, i) => $"{-i / 2.0:0.0}")));
        plugins.ForEach(plugin => plugin.Dispose());
    }

    [Test]
    public void Instances_CreatedAndReleasedAThousandTimes_LeaveNoneBehind()
    {
        using HostBlock block = new(2, 64);
        for (int i = 0; i < 1000; i++)
        {
            using HostedPlugin plugin = new();
            plugin.Start();
            Assert.That(plugin.Process(block.At(i * 64)), Is.EqualTo(Result.Ok));
        }

        using HostedPlugin last = new();
        Assert.That(last.TextOf(ParameterId.Focal), Is.EqualTo("no"));
    }

    [Test]
    public void Instance_ScannedOnly_IsLetGo()
    {
        for (int i = 0; i < 100; i++)
        {
            using HostedPlugin plugin = new(isInitialized: false);
            Assert.That(plugin.ComponentCalls->GetBusCount(plugin.Component, BusInfo.Audio, BusInfo.Input), Is.EqualTo(1));
        }
    }

    [Test]
    public void Instance_ReleasedWithoutTerminate_IsLetGo()
    {
        void* component = Module.Create(ComponentTable.Id);
        ComponentTable* calls = *(ComponentTable**)component;
        Assert.That(calls->Initialize(component, null), Is.EqualTo(Result.Ok));
        Assert.That(calls->SetActive(component, 1), Is.EqualTo(Result.Ok));
        Assert.That(calls->Unknown.Release(component), Is.Zero);
    }

    [Test]
    public void Instance_TerminatedTwice_IsTerminated()
    {
        using HostedPlugin plugin = new();
        plugin.Start();
        plugin.SetActive(false);
        Assert.That(plugin.Terminate(), Is.EqualTo(Result.Ok));
        Assert.That(plugin.Terminate(), Is.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->SetActive(plugin.Component, 1), Is.EqualTo(Result.NotInitialized));
    }

    [Test]
    public void Instance_InitializedTwice_KeepsItsTrack()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -6);
        Assert.That(plugin.ComponentCalls->Initialize(plugin.Component, null), Is.EqualTo(Result.False));
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("-6.0"));
    }

    [Test]
    public void Instance_TerminatedAndInitializedAgain_StartsAfresh()
    {
        using HostedPlugin plugin = new();
        plugin.SetPlain(ParameterId.Fader, -6);
        plugin.Terminate();
        plugin.Initialize();
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
    }

    [Test]
    public void Instance_BeforeInitialize_AnswersEverythingAndDoesNothing()
    {
        using HostedPlugin plugin = new(isInitialized: false);
        void* processor = plugin.Query(AudioProcessorTable.Id);
        void* controller = plugin.Query(EditControllerTable.Id);
        using HostBlock block = new(2, 64);
        HostStream stream = new();
        Assert.That((*(AudioProcessorTable**)processor)->Process(processor, block.Data), Is.EqualTo(Result.NotInitialized));
        Assert.That(plugin.ComponentCalls->GetState(plugin.Component, stream.Pointer), Is.EqualTo(Result.NotInitialized));
        Assert.That(plugin.ComponentCalls->SetState(plugin.Component, stream.Pointer), Is.EqualTo(Result.NotInitialized));
        Assert.That((*(EditControllerTable**)controller)->SetParamNormalized(controller, 0, 1), Is.EqualTo(Result.NotInitialized));
        Assert.That((*(EditControllerTable**)controller)->GetParamNormalized(controller, 0), Is.Zero);
        Assert.That((*(EditControllerTable**)controller)->CreateView(controller, null) == null);
        stream.Release();
    }

    [Test]
    public void Instance_LetGo_LetsGoOfTheHost()
    {
        HostHandler handler = new();
        HostRunLoop loop = new();
        using (HostedPlugin plugin = new(handler, loop.Pointer))
        {
            plugin.Start();
        }

        Assert.That(handler.Release(), Is.Zero);
        Assert.That(loop.Timers, Is.Zero);
        Assert.That(loop.Release(), Is.Zero);
    }
}
