using FaderStager.Mixing.Faults;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>Hosts that break the rules of threads and of order. They get an answer, and the next well-behaved call works.</summary>
internal sealed unsafe class HostileTests
{
    private const int Frames = 512;

    [Test]
    public void Calls_OnOtherThreadsWhileBlocksRun_DisturbNothing()
    {
        using HostedPlugin focal = new HostedPlugin().Start();
        using HostedPlugin plugin = new HostedPlugin().Start();
        focal.Set(ParameterId.Focal, 1);
        byte[] state = plugin.Save();
        WhileBlocksRun(plugin, Result.Ok, round =>
        {
            Assert.That(plugin.Load(state), Is.EqualTo(Result.Ok));
            Assert.That(plugin.Save(), Is.Not.Empty);
            plugin.Set(ParameterId.Fader, round % 100 / 100.0);
            plugin.Set(ParameterId.Focal, round & 1);
            Assert.That(plugin.TextOf(ParameterId.HintWord), Is.Not.Empty);
            plugin.ProcessorCalls->SetProcessing(plugin.Processor, (byte)(round & 1));
            plugin.Arrange(1, 1);
            plugin.Arrange(Speakers.Stereo, Speakers.Stereo);
        });
    }

    [Test]
    public void Activity_SwitchedWhileBlocksRun_LeavesAPluginThatMeasures()
    {
        using HostedPlugin focal = new HostedPlugin().Start();
        using HostedPlugin plugin = new HostedPlugin().Start();
        focal.Set(ParameterId.Focal, 1);
        WhileBlocksRun(plugin, Result.Ok, round =>
        {
            plugin.SetActive(false);
            plugin.Arrange(Speakers.Stereo, Speakers.Stereo);
            Assert.That(plugin.Setup(round % 2 == 0 ? 48_000 : 96_000, 64 << (round % 5)), Is.EqualTo(Result.Ok));
            plugin.SetActive(true);
        });
        plugin.SetActive(false);
        plugin.Setup();
        plugin.SetActive(true);
        AssertMeasures(focal, plugin);
    }

    [Test]
    public void Terminate_WhileBlocksRun_EndsThemWithoutAFault()
    {
        for (int i = 0; i < 50; i++)
        {
            using HostedPlugin plugin = new HostedPlugin().Start();
            long faults = FaultLog.Shared.Count;
            WhileBlocksRun(plugin, null, _ => plugin.Terminate(), rounds: 1);
            Assert.That(FaultLog.Shared.Count, Is.EqualTo(faults));
        }
    }

    [Test]
    public void Setup_WithAnEndlessBlockPromised_TakesNoEndlessMemory()
    {
        using HostedPlugin plugin = new();
        Assert.That(plugin.Setup(maximumFrames: int.MaxValue), Is.EqualTo(Result.Ok));
        plugin.SetActive(true);
        using HostBlock block = new(2, 20_000);
        block.At(0).Sine(0.5);
        block.Output->Channels[0] = null;
        Assert.That(plugin.Process(block), Is.EqualTo(Result.Ok));
        Assert.That(block.Out(1).SequenceEqual(block.In(1)));
    }

    [Test]
    public void Activity_WithoutSetupOrProcessingState_Works()
    {
        using HostedPlugin focal = new();
        using HostedPlugin plugin = new();
        Assert.That(focal.ComponentCalls->SetActive(focal.Component, 1), Is.EqualTo(Result.Ok));
        Assert.That(plugin.ComponentCalls->SetActive(plugin.Component, 1), Is.EqualTo(Result.Ok));
        focal.Set(ParameterId.Focal, 1);
        AssertMeasures(focal, plugin);
    }

    [Test]
    public void Controller_AfterTerminate_AnswersAndDoesNothing()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        HostHandler handler = new();
        plugin.Terminate();
        EditControllerTable* calls = plugin.ControllerCalls;
        HostStream stream = new();
        double normalized = 0;
        char* text = stackalloc char[NativeText.String128Length];
        ParameterInfoData info = default;
        Assert.That(calls->SetComponentHandler(plugin.Controller, handler.Pointer), Is.EqualTo(Result.Ok));
        Assert.That(calls->SetComponentState(plugin.Controller, stream.Pointer), Is.EqualTo(Result.NotInitialized));
        Assert.That(calls->GetState(plugin.Controller, stream.Pointer), Is.EqualTo(Result.NotInitialized));
        Assert.That(calls->SetParamNormalized(plugin.Controller, 0, 1), Is.EqualTo(Result.NotInitialized));
        Assert.That(calls->GetParamNormalized(plugin.Controller, 0), Is.Zero);
        Assert.That(calls->GetParameterInfo(plugin.Controller, 0, &info), Is.EqualTo(Result.Ok));
        Assert.That(calls->GetParamStringByValue(plugin.Controller, 0, double.NaN, text), Is.EqualTo(Result.Ok));
        Assert.That(calls->GetParamValueByString(plugin.Controller, 0, text, &normalized), Is.EqualTo(Result.Ok));
        Assert.That(double.IsFinite(calls->NormalizedParamToPlain(plugin.Controller, 0, double.NaN)));
        Assert.That(calls->SetComponentHandler(plugin.Controller, null), Is.EqualTo(Result.Ok));
        Assert.That(handler.Release(), Is.Zero, "the handler is let go");
        stream.Release();
    }

    [Test]
    public void Edits_AfterTheThreadThatMadeThePluginHasEnded_AreToldOnNoOtherThread()
    {
        using HostedPlugin second = new HostedPlugin().Start();
        HostedPlugin first = null!;
        int ended = 0;
        Run(() =>
        {
            first = new HostedPlugin().Start();
            first.Set(ParameterId.Focal, 1);
            ended = Environment.CurrentManagedThreadId;
        });

        second.Set(ParameterId.Focal, 1);
        Assert.That(() => first.TextOf(ParameterId.Focal), Is.EqualTo("no").After(20_000, 10));

        // A later thread may get the number of the one that ended.
        for (int i = 0; i < 20; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Run(() =>
            {
                if (Environment.CurrentManagedThreadId == ended)
                {
                    first.Get(ParameterId.Fader);
                }
            });
        }

        Assert.That(first.Handler.Edits, Is.Empty);
        first.Dispose();
    }

    private static void Run(Action action)
    {
        Thread thread = new(() => action());
        thread.Start();
        thread.Join();
    }

    /// <summary>Runs blocks on a thread of their own while this one does something else.</summary>
    private static void WhileBlocksRun(HostedPlugin plugin, int? everyResult, Action<int> act, int rounds = 300)
    {
        bool isOver = false;
        int wrong = 0;
        long blocks = 0;
        Thread audio = new(() =>
        {
            using HostBlock block = new(2, Frames);
            for (long at = 0; !Volatile.Read(ref isOver); at += Frames)
            {
                int result = plugin.Process(block.At(at).Sine(0.25));
                wrong += everyResult is { } expected && result != expected ? 1 : 0;
                Interlocked.Increment(ref blocks);
            }
        });
        audio.Start();
        for (int round = 0; round < rounds; round++)
        {
            long before = Interlocked.Read(ref blocks);
            SpinWait.SpinUntil(() => Interlocked.Read(ref blocks) > before, 1000);
            act(round);
        }

        Volatile.Write(ref isOver, true);
        audio.Join();
        Assert.That(wrong, Is.Zero, $"of {blocks} blocks");
    }

    private static void AssertMeasures(HostedPlugin focal, HostedPlugin plugin)
    {
        using HostBlock block = new(2, Frames);
        long at = 0;
        Assert.That(
            () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    focal.Process(block.At(at).Sine(0.5));
                    plugin.Process(block.Sine(0.25));
                    at += Frames;
                }

                return plugin.TextOf(ParameterId.RelativeLoudness);
            },
            Is.EqualTo("-6.0").After(20_000, 10));
    }
}
