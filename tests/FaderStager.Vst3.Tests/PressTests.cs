using System.Diagnostics;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The momentary parameters as a host's remote and generic editor press them: "Apply" and "All faders".</summary>
internal sealed unsafe class PressTests
{
    private const int Frames = 480;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private HostRunLoop _loop = null!;

    [SetUp]
    public void Open() => _loop = new HostRunLoop();

    [TearDown]
    public void Close() => _loop.Release();

    [TestCase(ParameterId.Apply)]
    [TestCase(ParameterId.AllFaders)]
    public void Momentary_Described_IsAButtonThatIsNotAutomated(ParameterId id)
    {
        using HostedPlugin plugin = new();
        ParameterInfoData info;
        Assert.That(plugin.ControllerCalls->GetParameterInfo(plugin.Controller, (int)id, &info), Is.EqualTo(Result.Ok));
        Assert.That((info.StepCount, info.Flags, info.DefaultNormalized), Is.EqualTo((1, 0, 0.0)));
        Assert.That((plugin.TextOf(id, 0), plugin.TextOf(id, 1)), Is.EqualTo(("ready", id == ParameterId.Apply ? "apply" : "to the start")));
    }

    /// <summary>Through the module's own worker: what a person sees who has the generic editor alone.</summary>
    [Test]
    public void Apply_Pressed_MovesTheFaderToWhatWasSuggestedAndComesUp()
    {
        using HostedPlugin focal = new HostedPlugin(context: _loop.Pointer).Start(1);
        using HostedPlugin other = new HostedPlugin(context: _loop.Pointer).Start(1);
        focal.Set(ParameterId.Focal, 1);
        Assert.That(other.TextOf(ParameterId.SuggestedFader), Is.EqualTo("none"));
        using HostBlock block = new(1, Frames);
        long position = 0;
        Assert.That(Until(() =>
        {
            for (int i = 0; i < 100; i++, position += Frames)
            {
                focal.Process(block.At(position).Sine(0.1));
                other.Process(block.At(position).Sine(0.5));
            }

            _loop.Tick();
            return other.TextOf(ParameterId.SuggestedFader) != "none" && position > 12 * 48_000;
        }));
        string suggested = other.TextOf(ParameterId.SuggestedFader);
        other.Handler.Forget();

        Assert.That(other.Set(ParameterId.Apply, 1), Is.EqualTo(Result.Ok));
        Assert.That(Until(() =>
        {
            _loop.Tick();
            return other.Handler.Calls.Contains("end Apply");
        }));
        Assert.That(other.TextOf(ParameterId.Fader), Is.EqualTo(suggested));
        Assert.That(other.TextOf(ParameterId.Apply), Is.EqualTo("ready"));
        Assert.That(other.Handler.Edits.Last(edit => edit is { Kind: "perform", Id: ParameterId.Apply }).Value, Is.Zero, "the host is told that it is up");
    }

    [Test]
    public void AllFaders_Pressed_IsOneStepAtTheHostAndOneUndo()
    {
        using InProcess here = new();
        using HostedPlugin first = here.Create(context: _loop.Pointer).Start();
        using HostedPlugin second = here.Create(context: _loop.Pointer).Start();
        Mix mix = here.Coordinator.Mix(MixGroup.A);
        first.Set(ParameterId.Approach, 1);
        Turn(here);
        first.Handler.Forget();
        second.Handler.Forget();

        first.Set(ParameterId.AllFaders, 1);
        Turn(here);
        Assert.That((first.TextOf(ParameterId.Fader), second.TextOf(ParameterId.Fader)), Is.EqualTo(("-inf", "-inf")), "bottom-up begins with all faders down");
        Assert.That(first.Handler.Calls, Is.EqualTo(new[]
        {
            "start group", "begin Fader", "perform Fader", "end Fader", "begin AllFaders", "perform AllFaders", "end AllFaders", "finish group",
        }));
        mix.Undo();
        Assert.That((first.TextOf(ParameterId.Fader), second.TextOf(ParameterId.Fader)), Is.EqualTo(("0.0", "0.0")));
    }

    [Test]
    public void Apply_NothingMeasured_MovesNothingAndComesUp()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        plugin.Set(ParameterId.Apply, 1);
        Assert.That(plugin.Get(ParameterId.Apply), Is.EqualTo(1), "down until it is done");
        Turn(here);
        Assert.That(plugin.Handler.Calls, Is.EqualTo(new[] { "begin Apply", "perform Apply", "end Apply" }));
        Assert.That((plugin.TextOf(ParameterId.Fader), plugin.TextOf(ParameterId.SuggestedFader), plugin.Get(ParameterId.Apply)), Is.EqualTo(("0.0", "none", 0.0)));
        Assert.That(InProcess.Inside(plugin).Track!.LastPress, Is.EqualTo((ParameterId.Apply, false)));
    }

    /// <summary>A host that plays automation against the flag: blocks first, the control after them.</summary>
    [Test]
    public void Automation_HeldRampedAndLooped_PressesNothing()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        plugin.Set(ParameterId.Approach, 1);
        Turn(here);
        using HostBlock block = new(2, Frames);
        HostChanges changes = new();
        for (int loop = 0; loop < 5; loop++)
        {
            for (int i = 0; i <= 20; i++)
            {
                double ramp = Math.Min(1, i / 10.0);
                changes.Clear();
                changes.Add(ParameterId.AllFaders, 0, ramp);
                changes.Add(ParameterId.Apply, 1);
                block.InputChanges = changes;
                plugin.Process(block.At(i * Frames));
                plugin.Set(ParameterId.AllFaders, ramp);
                plugin.Set(ParameterId.Apply, 1);
                Turn(here);
            }
        }

        Assert.That(InProcess.Inside(plugin).Track!.PressesDone, Is.Zero);
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("0.0"));
        block.InputChanges = null;
        changes.Release();
    }

    /// <summary>Ardour's order: the block has it first, then the controller, between the two calls that say whose hand it is.</summary>
    [Test]
    public void AllFaders_ByAHandThatTheHostTellsOf_PressesOnceAHold()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        void* editing = plugin.Query(EditControllerHostEditingTable.Id);
        EditControllerHostEditingTable* calls = *(EditControllerHostEditingTable**)editing;
        using HostBlock block = new(2, Frames);
        HostChanges changes = new HostChanges().Add(ParameterId.AllFaders, 1);
        for (int press = 0; press < 3; press++)
        {
            block.InputChanges = changes;
            plugin.Process(block.At(press * Frames));
            Assert.That(calls->BeginEditFromHost(editing, (uint)ParameterId.AllFaders), Is.EqualTo(Result.Ok));
            plugin.Set(ParameterId.AllFaders, 1);
            plugin.Set(ParameterId.AllFaders, 1);
            Assert.That(calls->EndEditFromHost(editing, (uint)ParameterId.AllFaders), Is.EqualTo(Result.Ok));
            Turn(here);
        }

        Assert.That(InProcess.Inside(plugin).Track!.PressesDone, Is.EqualTo(3));
        Assert.That(calls->BeginEditFromHost(editing, uint.MaxValue), Is.EqualTo(Result.InvalidArgument));
        block.InputChanges = null;
        changes.Release();
    }

    /// <summary>A host that hands a person's value to the block first and says nothing of hands: it presses while the song stands, when nothing is automated.</summary>
    [TestCase(false, 1)]
    [TestCase(true, 0)]
    public void AllFaders_InTheBlockFirst_PressesWhileTheSongStands(bool isPlaying, int presses)
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        using HostBlock block = new(2, Frames);
        HostChanges changes = new HostChanges().Add(ParameterId.AllFaders, 1);
        block.InputChanges = changes;
        plugin.Process(block.At(0, isPlaying));
        plugin.Set(ParameterId.AllFaders, 1);
        Turn(here);
        Assert.That(InProcess.Inside(plugin).Track!.PressesDone, Is.EqualTo(presses));
        block.InputChanges = null;
        changes.Release();
    }

    [Test]
    public void State_Loading_PressesNothingThatTheHostRestoresWithIt()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        byte[] saved = plugin.Save();
        plugin.Load(saved);
        plugin.Set(ParameterId.AllFaders, 1);
        plugin.Set(ParameterId.Apply, 1);
        Turn(here);
        Assert.That(InProcess.Inside(plugin).Track!.PressesDone, Is.Zero);
        Assert.That((plugin.Get(ParameterId.Apply), plugin.Get(ParameterId.AllFaders)), Is.EqualTo((0.0, 0.0)));
    }

    private static bool Until(Func<bool> condition)
    {
        for (long start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < Patience;)
        {
            if (condition())
            {
                return true;
            }

            Thread.Yield();
        }

        return false;
    }

    // As the worker does: on a thread of its own.
    private void Turn(InProcess here)
    {
        Thread worker = new(here.Coordinator.Refresh);
        worker.Start();
        worker.Join();
        _loop.Tick();
    }
}
