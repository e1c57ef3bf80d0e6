using AudioPlugSharp;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Reports;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Plugin.Tests;

public sealed class FaderStagerPluginTests
{
    private const int Fader = (int)ParameterId.Fader;

    private static double FaderAt(double db) => ParameterInfo.Of(ParameterId.Fader).ToNormalized(db);

    [Test]
    public void Constructor_AtScan_JoinsNothingAndCallsNoHost()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new(coordinator);
        FaderStagerPlugin plugin = bridge.Plugin;

        Assert.That(coordinator.TrackCount, Is.Zero);
        Assert.That((plugin.PluginName, plugin.CacheLoadContext), Is.EqualTo(("FaderStager", true)));
        Assert.That(plugin.PluginCategory, Is.EqualTo("Fx|Analyzer|NoOfflineProcess"));
        Assert.That(plugin.PluginID, Is.EqualTo(0x4661646572537467), "never changes: projects hold it");
        Assert.That(plugin.Processor.SampleFormatsSupported, Is.EqualTo(EAudioBitsPerSample.Bits32));
        Assert.That(plugin.Processor.Parameters, Has.Count.EqualTo(ParameterInfo.All.Count), "a wrongly paired controller reads them before Initialize");
        Assert.That(bridge.Log, Is.Empty);
    }

    [Test]
    public void Initialize_Alone_StartsNoGestureAndJoinsNothing()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();

        Assert.That(bridge.Calls, Is.Empty);
        Assert.That(coordinator.TrackCount, Is.Zero);
        Assert.That((bridge.Plugin.InputPorts[0].NumChannels, bridge.Plugin.OutputPorts[0].NumChannels), Is.EqualTo((2u, 2u)));
    }

    [Test]
    public void Parameters_AsRegistered_AreTheTableInItsOrder()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        foreach (ParameterInfo info in ParameterInfo.All)
        {
            AudioPluginParameter parameter = bridge.Plugin.Parameters[(int)info.Id];
            Assert.That((parameter.ID, parameter.ParameterIndex), Is.EqualTo((info.Id.ToString(), (int)info.Id)));
            Assert.That(parameter.GetValueNormalized(parameter.DefaultValue), Is.EqualTo(info.ToNormalized(info.Default)), info.Name);
            Assert.That(parameter.DisplayValue, Is.EqualTo(info.ToText(info.Default)));
            Assert.That(bridge.Plugin.GetParameter(parameter.ID), Is.SameAs(parameter));
        }

        bridge.SetController(Fader, 0);
        Assert.That(bridge.Plugin.Parameters[Fader].DisplayValue, Is.EqualTo("-inf dB"));
        bridge.SetController((int)ParameterId.Role, ParameterInfo.Of(ParameterId.Role).ToNormalized((double)Role.Kick));
        Assert.That(bridge.Plugin.Parameters[(int)ParameterId.Role].DisplayValue, Is.EqualTo("kick"));
        Assert.That(bridge.Plugin.Parameters.Select(parameter => parameter.Name), Does.Contain("Fader (dB)"));
    }

    [Test]
    public void StartAndStop_Host_JoinsAndIsMissedOnlyLater()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize().Activate();
        Assert.That(coordinator.TrackCount, Is.EqualTo(1));

        bridge.Deactivate().Activate(96_000, 64).Deactivate();

        Assert.That(coordinator.TrackCount, Is.EqualTo(1));
        Assert.That(bridge.Log, Is.Empty);
    }

    [Test]
    public void Instances_OfOneProcess_HearOneAnother()
    {
        using FakeBridge vocal = new FakeBridge(_ => new FaderStagerPlugin()).Initialize();
        using FakeBridge bass = new FakeBridge(_ => new FaderStagerPlugin()).Initialize();
        foreach (FakeBridge each in new[] { vocal, bass })
        {
            each.Plugin.Track.Group = MixGroup.H;
            each.Activate();
        }

        vocal.Plugin.Track.IsFocal = true;
        vocal.Play(5, 0.1f);
        bass.Play(5, 0.05f);
        Coordinator.Shared.Refresh();

        TrackReading reading = Coordinator.Shared.Mix(MixGroup.H).State.Snapshot.Tracks.Single(track => track.Id == bass.Plugin.Track.Id);
        Assert.That(reading.InsertRelativeLu, Is.EqualTo(-6.02).Within(0.05));
    }

    [Test]
    public void State_RoundTrip_RestoresTheTrackWithoutGestures()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge first = new FakeBridge(coordinator).Initialize();
        first.Plugin.Track.Name = "Snare";
        first.Plugin.Track.FaderDb = -7.5;
        first.Plugin.Track.IsFocal = true;
        byte[] state = first.Plugin.SaveState();
        first.Plugin.Dispose();

        using FakeBridge second = new FakeBridge(coordinator).Initialize();
        second.Plugin.RestoreState(state);

        Assert.That((second.Plugin.Track.Name, second.Plugin.Track.Role, second.Plugin.Track.FaderDb, second.Plugin.Track.IsFocal), Is.EqualTo(("Snare", Role.Snare, -7.5, true)));
        Assert.That(second.Plugin.Track.Id, Is.EqualTo(first.Plugin.Track.Id));
        Assert.That(second.GetController(Fader), Is.EqualTo(FaderAt(-7.5)).Within(1e-9), "the host reads it");
        Assert.That(second.Calls, Is.Empty);
        Assert.That(second.Plugin.SaveState(), Is.EqualTo(state));
    }

    [TestCase("", TestName = "RestoreState_Empty_GivesDefaultsAndOneLine")]
    [TestCase("\0\u0001garbage\u00ff", TestName = "RestoreState_Garbage_GivesDefaultsAndOneLine")]
    [TestCase("<?xml version=\"1.0\"?><AudioPluginSaveState><EditorWidth>800</EditorWidth></AudioPluginSaveState>", TestName = "RestoreState_AudioPlugSharpsOwn_GivesDefaultsAndOneLine")]
    [TestCase("{\"format\":1,\"id\":\"7f", TestName = "RestoreState_Truncated_GivesDefaultsAndOneLine")]
    public void RestoreState_Damaged_GivesDefaultsAndOneLine(string text)
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        byte[] bytes = [.. text.Select(character => (byte)character)];
        bridge.Plugin.RestoreState(bytes);
        bridge.Plugin.RestoreState(bytes);

        Assert.That(bridge.Plugin.Track.FaderDb, Is.Zero);
        Assert.That(bridge.Log, Has.Count.EqualTo(1).And.All.StartsWith("FaderStager: The saved state"));
    }

    [Test]
    public void RestoreState_NullOrEveryPrefix_NeverThrows()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        byte[] state = bridge.Plugin.SaveState();

        Assert.That(() => bridge.Plugin.RestoreState(null!), Throws.Nothing);
        for (int length = 0; length < state.Length; length++)
        {
            bridge.Plugin.RestoreState(state[..length]);
        }

        Assert.That(bridge.Log, Has.All.Not.Contains("Exception"));
    }

    [Test]
    public void Witness_AfterALife_TellsWhatTheBridgeCalled()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        bridge.Activate().Block(512);
        bridge.Plugin.RestoreState(bridge.Plugin.SaveState());

        Dictionary<string, string> facts = bridge.Plugin.Track.Witness!.Facts.ToDictionary(fact => fact.Name, fact => fact.Value);

        Assert.That(facts["calls of the bridge"], Does.Contain("Start 1 (thread ").And.Contain("SaveState 1 (thread ").And.Contain("RestoreState 1 (thread "));
        Assert.That(facts["blocks"], Does.Contain(" of 512 to 512 frames"));
        Assert.That(facts["fader access"], Does.StartWith("none"));
    }

    [Test]
    public void SaveState_BeforeInitialize_GivesAState()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new(coordinator);

        Assert.That(TrackState.Read(bridge.Plugin.SaveState(), out string? warning).FaderDb, Is.Zero);
        Assert.That(warning, Is.Null);
    }

    [Test]
    public void Start_ImpossibleSetUp_IsToldOnceAndAudioPasses()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize().Activate(sampleRate: 0).Activate(sampleRate: 0);
        bridge.Input(0)[..64].Fill(0.25f);
        bridge.Block(64);

        Assert.That(bridge.Output(0)[..64].ToArray(), Is.All.EqualTo(0.25f));
        Assert.That(bridge.Log.Count(line => line.Contains("Start failed", StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [Test]
    public void Overrides_WithoutHost_NeverThrow()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new(coordinator);
        FaderStagerPlugin plugin = bridge.Plugin;

        Assert.That(
            () =>
            {
                plugin.Initialize();
                plugin.InitializeProcessing();
                plugin.SetMaxAudioBufferSize(512, EAudioBitsPerSample.Bits32);
                plugin.Start();
                plugin.PreProcess();
                plugin.Process();
                plugin.PostProcess();
                plugin.HandleParameterChange(null!, 0.5, 0);
                plugin.HandleParameterChange(new AudioPluginParameter { ID = "foreign" }, 0.5, 0);
                plugin.ShowEditor(0);
                plugin.ResizeEditor(0, uint.MaxValue);
                plugin.HideEditor();
                plugin.Stop();
                plugin.Track.FaderDb = -3;
            },
            Throws.Nothing);
        Assert.That(plugin.GetDpiScale(), Is.GreaterThan(0));
    }

    [Test]
    public void SetMaxAudioBufferSize_OfNoFrames_LeavesTheMixAndCallsNoHostAgain()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge gone = new FakeBridge(coordinator).Initialize().Activate();
        using FakeBridge stays = new FakeBridge(coordinator).Initialize().Activate();
        gone.Deactivate();
        gone.Plugin.Processor.InitializeProcessing();
        gone.Plugin.Processor.SetMaxAudioBufferSize(0, EAudioBitsPerSample.Bits32);
        gone.OnEdit = new InvalidOperationException("a controller that is gone was called");
        gone.Plugin.Track.FaderDb = -3;
        stays.Plugin.Track.IsFocal = true;

        Assert.That(coordinator.TrackCount, Is.EqualTo(1), "at once, not when the others have played on");
        Assert.That(gone.Calls, Is.Empty);
        Assert.That(gone.Log.Concat(stays.Log), Is.Empty);
        Assert.That(() => gone.Block(64), Throws.Nothing);
    }

    [Test]
    public void Initialize_TwiceOnOneObject_SaysWhatTheBridgeDid()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize().Initialize().Initialize();

        Assert.That(bridge.Log, Has.Count.EqualTo(1).And.All.Contains("one object to two tracks"));
        Assert.That(bridge.Plugin.Parameters, Has.Count.EqualTo(ParameterInfo.All.Count));
    }

    [Test]
    public void Plugin_DroppedByTheHost_LeavesTheMix()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        MakeAndForget(coordinator);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        coordinator.Refresh();

        Assert.That(coordinator.TrackCount, Is.Zero);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void MakeAndForget(Coordinator coordinator)
    {
        FaderStagerPlugin plugin = new(coordinator, _ => { }, null) { Host = new FakeBridge(coordinator) { SampleRate = 48_000, MaxAudioBufferSize = 512 } };
        plugin.Initialize();
        plugin.Start();
        Assert.That(coordinator.TrackCount, Is.EqualTo(1));
    }

    [Test]
    public void Editor_OfASavedProject_HasTheSizeThatItWasLeftWith()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = new FakeBridge(coordinator).Initialize();
        using FakeBridge other = new FakeBridge(coordinator).Initialize();
        bridge.Plugin.ResizeEditor(1200, 700);
        other.Plugin.RestoreState(bridge.Plugin.SaveState());
        Assert.That((other.Plugin.EditorWidth, other.Plugin.EditorHeight), Is.EqualTo((1200u, 700u)));
    }
}
