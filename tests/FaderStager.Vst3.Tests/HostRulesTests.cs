using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What a host may rely on: told once, on its UI thread, from within no call of its own.</summary>
internal sealed unsafe class HostRulesTests
{
    private const int Frames = 480;
    private const string RestartForValues = "restart 4";

    private HostRunLoop _loop = null!;

    [SetUp]
    public void Open() => _loop = new HostRunLoop();

    [TearDown]
    public void Close() => _loop.Release();

    [Test]
    public void Settings_ThatAreNoParameter_MakeTheProjectDirty()
    {
        using InProcess here = new();
        using HostedPlugin first = here.Create(context: _loop.Pointer).Start();
        using HostedPlugin second = here.Create(context: _loop.Pointer).Start();
        Mix mix = here.Coordinator.Mix(MixGroup.A);

        mix.Edit(settings => settings with { ToleranceLu = 2 });
        Assert.That(first.Handler.Calls, Is.EqualTo(new[] { "dirty" }));
        Assert.That(second.Handler.Calls, Is.EqualTo(new[] { "dirty" }));

        InProcess.Inside(second).Track!.Name = "My own name";
        Assert.That(first.Handler.Calls, Has.Count.EqualTo(1), "the name is saved with its own track");
        Assert.That(second.Handler.Calls, Has.Count.EqualTo(2));
    }

    [Test]
    public void Settings_ChangedOnAnotherThread_AreToldOnceWithTheTimer()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        Mix mix = here.Coordinator.Mix(MixGroup.A);
        OnAnotherThread(() =>
        {
            mix.Edit(settings => settings with { ToleranceLu = 2 });
            mix.Edit(settings => settings with { ProfileName = "rock" });
        });

        Assert.That(plugin.Handler.Calls, Is.Empty);
        _loop.Tick();
        _loop.Tick();
        Assert.That(plugin.Handler.Calls, Is.EqualTo(new[] { "dirty" }));
    }

    [Test]
    public void Copy_ThatGetsAnIdentityOfItsOwn_MakesTheProjectDirty()
    {
        using HostedPlugin original = new HostedPlugin().Start();
        using HostedPlugin copy = new HostedPlugin(context: _loop.Pointer).Start();
        copy.Load(original.Save());
        _loop.Tick();
        Assert.That(copy.Handler.Calls, Has.Member("dirty"));
    }

    [Test]
    public void Batch_OnTheUiThread_IsOneGroupAtEveryTrack()
    {
        using InProcess here = new();
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, 4).Select(_ => here.Create(context: _loop.Pointer).Start())];

        here.Coordinator.Mix(MixGroup.A).SetAllFaders(-12);

        foreach (HostedPlugin plugin in plugins)
        {
            Assert.That(plugin.Handler.Calls, Is.EqualTo(new[] { "start group", "begin Fader", "perform Fader", "end Fader", "finish group" }));
        }

        plugins.ForEach(plugin => plugin.Dispose());
    }

    [Test]
    public void Batch_OnAnotherThread_WaitsForTheTimerAndIsOneGroup()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        OnAnotherThread(() =>
        {
            track.FaderDb = -3;
            track.FaderDb = -6;
            track.TargetOffsetLu = 2;
        });

        Assert.That(plugin.Handler.Calls, Is.Empty);
        _loop.Tick();
        Assert.That(plugin.Handler.Calls, Is.EqualTo(new[]
        {
            "start group", "begin Fader", "perform Fader", "end Fader", "begin TargetOffset", "perform TargetOffset", "end TargetOffset", "finish group",
        }));
        Assert.That(plugin.Handler.Edits[1].Value, Is.EqualTo(ParameterInfo.Of(ParameterId.Fader).ToNormalized(-6)).Within(1e-12), "the last value of the two");
    }

    [Test]
    public void Host_ThatPumpsMessagesInsideAnEdit_IsToldInOrder()
    {
        using InProcess here = new();
        HostHandler handler = new();
        using HostedPlugin plugin = here.Create(handler, _loop.Pointer).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        OnAnotherThread(() => track.TargetOffsetLu = 1);
        int depth = 0;
        handler.Inside = _ =>
        {
            if (depth++ == 0)
            {
                _loop.Tick();
            }

            depth--;
        };
        track.FaderDb = -6;
        Assert.That(handler.Calls, Has.Count.EqualTo(6));
        Assert.That(handler.Violations, Is.Empty);
    }

    [Test]
    public void Host_WithoutTheSecondHandler_IsToldOfEditsAlone()
    {
        using InProcess here = new();
        HostHandler handler = HostHandler.WithoutSecond();
        using HostedPlugin plugin = here.Create(handler, _loop.Pointer).Start();
        using HostedPlugin other = here.Create(context: _loop.Pointer).Start();
        here.Coordinator.Mix(MixGroup.A).Edit(settings => settings with { ToleranceLu = 2 });
        here.Coordinator.Mix(MixGroup.A).SetAllFaders(-12);
        Assert.That(handler.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader", "end Fader" }));
    }

    [Test]
    public void Role_GuessedFromTheHostsName_ReachesTheHostInBothWays()
    {
        using HostedPlugin plugin = new HostedPlugin(context: _loop.Pointer).Start();
        using HostBlock block = new(2, Frames);
        HostChanges changes = new();
        Rename(plugin, "Bass");
        Assert.That(plugin.Handler.Calls, Is.Empty);

        _loop.Tick();
        Assert.That(plugin.Handler.Calls, Is.EqualTo(new[] { "begin Role", "perform Role", "end Role" }));
        block.OutputChanges = changes;
        plugin.Process(block.At(0));
        Assert.That(plugin.TextOf(ParameterId.Role, changes.Last(ParameterId.Role)), Is.EqualTo("bass"));
        changes.Release();
    }

    [Test]
    public void Role_ThatTheHostWritesBack_IsNotThePersonsChoice()
    {
        using HostedPlugin plugin = new HostedPlugin(context: _loop.Pointer).Start();
        double before = plugin.Get(ParameterId.Role);
        Rename(plugin, "Bass");
        plugin.Set(ParameterId.Role, before);
        Assert.That(plugin.TextOf(ParameterId.Role), Is.EqualTo("bass"), "what the host held before it was told");

        _loop.Tick();
        plugin.Set(ParameterId.Role, plugin.Get(ParameterId.Role));
        Rename(plugin, "Kick");
        Assert.That(plugin.TextOf(ParameterId.Role), Is.EqualTo("kick"), "what the host was told");

        _loop.Tick();
        plugin.SetPlain(ParameterId.Role, 0);
        Rename(plugin, "Bass");
        Assert.That(plugin.Get(ParameterId.Role), Is.Zero, "another value is a choice");
    }

    [Test]
    public void Role_SavedAndReopened_IsStillGuessed()
    {
        byte[] state;
        using (HostedPlugin plugin = new HostedPlugin(context: _loop.Pointer).Start())
        {
            Rename(plugin, "Bass");
            _loop.Tick();
            state = plugin.Save();
        }

        using HostedPlugin reopened = new(context: _loop.Pointer);
        reopened.Load(state);
        reopened.Set(ParameterId.Role, reopened.Get(ParameterId.Role));
        reopened.Start();
        Rename(reopened, "Kick");
        Assert.That(reopened.TextOf(ParameterId.Role), Is.EqualTo("kick"));
    }

    [Test]
    public void State_WithOtherValues_MakesTheHostAskOnce()
    {
        byte[] state;
        using (HostedPlugin saved = new())
        {
            saved.SetPlain(ParameterId.Fader, -7);
            state = saved.Save();
        }

        using HostedPlugin plugin = new HostedPlugin(context: _loop.Pointer).Start();
        plugin.Load(state);
        plugin.Load(state);
        Assert.That(plugin.Handler.Calls, Is.Empty, "not from within the load");
        _loop.Tick();
        _loop.Tick();
        Assert.That(plugin.Handler.Calls.Where(call => call.StartsWith("restart", StringComparison.Ordinal)), Is.EqualTo(new[] { RestartForValues }));

        plugin.Handler.Forget();
        plugin.Load(plugin.Save());
        _loop.Tick();
        Assert.That(plugin.Handler.Calls, Has.No.Member(RestartForValues), "nothing changed");
    }

    [Test]
    public void Timer_ThatTicksInsideACallOfTheHost_TellsNothing()
    {
        using InProcess here = new();
        HostHandler handler = new();
        using HostedPlugin plugin = here.Create(handler, _loop.Pointer).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        OnAnotherThread(() => track.FaderDb = -6);
        HostStream stream = new() { Inside = () => _loop.Tick() };
        Assert.That(HostCalls.Within("getState", () => plugin.ComponentCalls->GetState(plugin.Component, stream.Pointer)), Is.EqualTo(Result.Ok));
        Assert.That(handler.Calls, Is.Empty);
        _loop.Tick();
        Assert.That(handler.Calls, Is.EqualTo(new[] { "begin Fader", "perform Fader", "end Fader" }));
        stream.Release();
    }

    [Test]
    public void Values_AskedForSetSavedAndLoaded_TellNothingFromWithin()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(context: _loop.Pointer).Start();
        using HostedPlugin other = here.Create(context: _loop.Pointer).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        OnAnotherThread(() => track.FaderDb = -6);
        plugin.Get(ParameterId.Fader);
        plugin.Set(ParameterId.TargetOffset, 0.5);
        plugin.Load(plugin.Save());
        other.Set(ParameterId.Focal, 1);
        here.Coordinator.Refresh();
        plugin.Set(ParameterId.Focal, 1);
        other.Load(other.Save());
        Assert.That(plugin.Handler.Calls, Is.Empty);
        Assert.That(other.Handler.Calls, Is.Empty);
        _loop.Tick();
        Assert.That(plugin.Handler.Calls, Has.Member("perform Fader"));
    }

    [Test]
    public void Readings_OfAWaveringTrack_AreToldWhenWhatIsShownChanges()
    {
        const int Seconds = 20;
        using HostedPlugin focal = new HostedPlugin().Start();
        using HostedPlugin other = new HostedPlugin().Start();
        using HostBlock block = new(2, Frames);
        HostChanges changes = new();
        Random random = new(7);
        focal.Set(ParameterId.Focal, 1);
        List<double> told = [];
        for (long at = 0; at < Seconds * 48_000; at += Frames)
        {
            block.OutputChanges = null;
            focal.Process(block.At(at).Sine(0.5));
            block.OutputChanges = changes;
            changes.Clear();
            other.Process(block.At(at).Sine(0.25 * (1 + (0.05 * (random.NextDouble() - 0.5)))));
            if (changes.Last(ParameterId.RelativeLoudness) is var value && !double.IsNaN(value))
            {
                told.Add(ParameterInfo.Of(ParameterId.RelativeLoudness).FromNormalized(value));
            }
        }

        Assert.That(told.Select(lu => Math.Abs((lu * 10) - Math.Round(lu * 10))), Is.All.LessThan(1e-6), "to a tenth, as it is shown");
        Assert.That(told.Zip(told.Skip(1)).All(pair => Math.Abs(pair.First - pair.Second) > 0.05), "each is another one");
        Assert.That(told, Has.Count.LessThan(20));
        changes.Release();
    }

    [Test]
    public void Setup_WhileActive_IsTakenAndPreparedAgain()
    {
        using HostedPlugin focal = new HostedPlugin().Start();
        using HostedPlugin plugin = new HostedPlugin().Start();
        focal.Set(ParameterId.Focal, 1);
        foreach (HostedPlugin each in new[] { focal, plugin })
        {
            Assert.That(each.Setup(96_000, 1024), Is.EqualTo(Result.Ok));
            Assert.That(each.Setup(96_000, sampleSize: 1), Is.EqualTo(Result.InvalidArgument));
        }

        using HostBlock block = new(2, 1024);
        block.Context->SampleRateHz = 96_000;
        long at = 0;
        Assert.That(
            () =>
            {
                for (int i = 0; i < 100; i++)
                {
                    focal.Process(block.At(at).Sine(0.5));
                    plugin.Process(block.Sine(0.25));
                    at += 1024;
                }

                return plugin.TextOf(ParameterId.RelativeLoudness);
            },
            Is.EqualTo("-6.0").After(20_000, 10));
    }

    [TestCase(false)]
    [TestCase(true)]
    public void Focal_RewrittenOnACopyRightAfterItsState_StaysWhereItWas(bool isInABlock)
    {
        using HostedPlugin original = new HostedPlugin().Start();
        using HostedPlugin copy = new HostedPlugin(context: _loop.Pointer).Start();
        using HostBlock block = new(2, Frames);
        HostChanges input = new();
        original.Set(ParameterId.Focal, 1);
        copy.Load(original.Save());
        for (int i = 0; i < 10; i++)
        {
            if (isInABlock)
            {
                input.Clear();
                block.InputChanges = input.Add(ParameterId.Focal, 1);
                copy.Process(block.At(i * Frames));
            }
            else
            {
                copy.Set(ParameterId.Focal, 1);
            }

            original.Process(block.At(i * Frames));
            _loop.Tick();
        }

        Assert.That(original.TextOf(ParameterId.Focal), Is.EqualTo("focal"));
        Assert.That(copy.TextOf(ParameterId.Focal), Is.EqualTo("no"));
        Assert.That(copy.Handler.Edits.Last(edit => edit is { Kind: "perform", Id: ParameterId.Focal }).Value, Is.Zero, "the host is told what is so");
        input.Release();
    }

    private static void OnAnotherThread(Action act)
    {
        Thread thread = new(() => act());
        thread.Start();
        thread.Join();
    }

    private static void Rename(HostedPlugin plugin, string name)
    {
        HostAttributes list = new();
        list.Texts["channel name"] = name;
        void* listener = plugin.Query(InfoListenerTable.Id);
        Assert.That(HostCalls.Within("setChannelContextInfos", () => (*(InfoListenerTable**)listener)->SetChannelContextInfos(listener, list.Pointer)), Is.EqualTo(Result.Ok));
        list.Release();
    }
}
