using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.States;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Plugin.Tests;

public sealed class ParameterBridgeTests
{
    private const int Fader = (int)ParameterId.Fader;

    private static double FaderAt(double db) => ParameterInfo.Of(ParameterId.Fader).ToNormalized(db);

    private static FakeBridge Active(Coordinator coordinator) => new FakeBridge(coordinator).Initialize().Activate();

    [Test]
    public void PersonsEdit_InTheEditor_IsOneGestureAndReadByTheHost()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.Plugin.Track.FaderDb = -12;

        Assert.That(bridge.Calls, Is.EqualTo(new[] { "begin 0", "perform 0 0.6667", "end 0" }));
        Assert.That(bridge.GetController(Fader), Is.EqualTo(FaderAt(-12)));
        Assert.That(bridge.Plugin.Parameters[Fader].ProcessValue, Is.EqualTo(-12));
        bridge.Block(64);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-12));
    }

    [Test]
    public void PersonsDrag_ManyMoves_IsOneGesture()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        using (FaderDrag drag = bridge.Plugin.Track.Mix.DragFader(bridge.Plugin.Track.Id)!)
        {
            drag.MoveTo(-3);
            drag.MoveTo(-6);
        }

        Assert.That(bridge.Calls, Is.EqualTo(new[] { "begin 0", "perform 0 0.7917", "perform 0 0.75", "end 0" }));
    }

    [Test]
    public void Automation_InABlock_ReachesTheTrackAndRaisesNoGesture()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.Automate(Fader, FaderAt(-6), 10);
        bridge.Automate((int)ParameterId.Focal, 1);
        bridge.Block(64);

        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-6).Within(1e-9));
        Assert.That(bridge.Plugin.Track.IsFocal, Is.True);
        Assert.That(bridge.GetController(Fader), Is.EqualTo(FaderAt(-6)).Within(1e-9), "shown, should the host forget to");
        Assert.That(bridge.Calls, Is.Empty);
    }

    [Test]
    public void Automation_ControllerTrailsBehind_DoesNotPullTheFaderBack()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        for (int i = 1; i <= 20; i++)
        {
            bridge.Automate(Fader, FaderAt(-i));
            bridge.SetController(Fader, FaderAt(-Math.Max(0, i - 3)));
            bridge.Block(480);
            Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-i).Within(1e-9));
        }

        bridge.SetController(Fader, FaderAt(-20));
        for (int i = 0; i < 60; i++)
        {
            bridge.Block(480);
        }

        bridge.SetController(Fader, FaderAt(-2));
        bridge.Block(480);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-2).Within(1e-9), "a hand on the host's knob, once the automation is over");
    }

    [Test]
    public void Flush_WithoutBlocks_CountsWithTheNextBlockOrSave()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.SetController(Fader, FaderAt(-9));
        bridge.Block(64);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-9).Within(1e-9));

        bridge.Deactivate();
        bridge.SetController((int)ParameterId.TargetOffset, ParameterInfo.Of(ParameterId.TargetOffset).ToNormalized(3));
        TrackState saved = TrackState.Read(bridge.Plugin.SaveState(), out _);
        Assert.That(saved.TargetOffsetLu, Is.EqualTo(3).Within(1e-9));
    }

    [Test]
    public void Flush_RightAfterAutomation_CountsAtOnce()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.Automate(Fader, FaderAt(-6));
        bridge.Block(64);
        bridge.SetController(Fader, FaderAt(-9));
        bridge.Block(64);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-9).Within(1e-9));

        bridge.Automate(Fader, FaderAt(-12));
        bridge.Block(64);
        bridge.SetController(Fader, FaderAt(-3));
        Assert.That(TrackState.Read(bridge.Plugin.SaveState(), out _).FaderDb, Is.EqualTo(-3).Within(1e-9), "a save takes it over as well");
    }

    [TestCase(0, TestName = "Flush_BackToWhereAutomationCameFrom_CountsHalfASecondLater")]
    [TestCase(-8.5, TestName = "Flush_BackIntoARampOfAutomation_CountsHalfASecondLater")]
    public void Flush_OnTheTrailOfAutomation_CountsHalfASecondLater(double db)
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Ramped(coordinator);
        bridge.SetController(Fader, FaderAt(db));
        bridge.Block(480);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-20).Within(1e-9), "it may be the controller that trails");
        Assert.That(bridge.GetController(Fader), Is.EqualTo(FaderAt(db)).Within(1e-9), "and is let be");
        Blocks(bridge, 60);

        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(db).Within(1e-9));
        Blocks(bridge, 60);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(db).Within(1e-9));
    }

    [Test]
    public void Flush_OnTheTrailOfAutomation_IsInTheStateAtOnceAndSurvivesAStart()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Ramped(coordinator);
        bridge.SetController(Fader, FaderAt(-5));
        bridge.Block(480);
        Assert.That(TrackState.Read(bridge.Plugin.SaveState(), out _).FaderDb, Is.EqualTo(-5).Within(1e-9));

        using FakeBridge other = Ramped(coordinator);
        other.SetController(Fader, FaderAt(-5));
        other.Block(480);
        other.Deactivate().Activate();
        Assert.That(other.Plugin.Track.FaderDb, Is.EqualTo(-5).Within(1e-9));
    }

    [Test]
    public void Automation_ControllerTrailsToItsEnd_StaysThere()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Ramped(coordinator);
        foreach (double trailing in new[] { -17.2, -18.9, -19.99, -20 })
        {
            bridge.SetController(Fader, FaderAt(trailing));
            bridge.Block(480);
            Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-20).Within(1e-9));
        }

        Blocks(bridge, 120);
        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-20).Within(1e-9));
    }

    [Test]
    public void PersonsEdit_WhileAControllersValueWaits_IsTheLastWord()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Ramped(coordinator);
        bridge.SetController(Fader, FaderAt(-5));
        bridge.Block(480);
        bridge.Plugin.Track.FaderDb = -30;
        Blocks(bridge, 120);

        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-30).Within(1e-9));
    }

    private static FakeBridge Ramped(Coordinator coordinator)
    {
        FakeBridge bridge = Active(coordinator);
        for (int i = 1; i <= 20; i++)
        {
            bridge.Automate(Fader, FaderAt(-i));
            bridge.Block(480);
        }

        return bridge;
    }

    private static void Blocks(FakeBridge bridge, int count)
    {
        for (int i = 0; i < count; i++)
        {
            bridge.Block(480);
        }
    }

    [Test]
    public void ReadOnlyOutputs_WrittenByAHost_ShowTheReadingAgain()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.SetController((int)ParameterId.RelativeLoudness, 0.9);
        bridge.Automate((int)ParameterId.SuggestedMove, 0.9);
        bridge.Block(64);
        bridge.Block(64);

        Assert.That(bridge.Plugin.Track.Parameters[ParameterId.RelativeLoudness], Is.Zero);
        Assert.That(bridge.GetController((int)ParameterId.RelativeLoudness), Is.EqualTo(0.5).Within(1e-9));
        Assert.That(bridge.GetController((int)ParameterId.SuggestedMove), Is.EqualTo(0.5).Within(1e-9));
    }

    [Test]
    public void Outputs_AfterTheWorkersTurn_AreReadByTheHost()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge vocal = Active(coordinator);
        using FakeBridge bass = Active(coordinator);
        vocal.Plugin.Track.IsFocal = true;
        bass.Plugin.Track.Role = Role.Bass;
        vocal.Play(12, 0.1f);
        bass.Play(12, 0.2f);
        coordinator.Refresh();
        bass.Forget();
        bass.Block(64);

        Assert.That(bass.Plugin.Parameters[(int)ParameterId.SuggestedMove].DisplayValue, Is.EqualTo("-9.5 dB"));
        Assert.That(bass.Plugin.Parameters[(int)ParameterId.HintWord].DisplayValue, Is.EqualTo("too loud"));
        Assert.That(bass.Calls, Is.Empty);
    }

    [Test]
    public void RoleGuess_FromAName_IsShownAndStaysAGuess()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        bridge.Plugin.Track.Name = "Kick in";
        bridge.Block(64);
        Assert.That(bridge.Plugin.Parameters[(int)ParameterId.Role].DisplayValue, Is.EqualTo("kick"));

        bridge.Plugin.Track.Name = "Snare top";
        bridge.Block(64);
        Assert.That(bridge.Plugin.Track.Role, Is.EqualTo(Role.Snare));
    }

    [Test]
    public void Worker_FocalMovesOn_TellsTheOtherHostWithoutAGestureOfItsOwnThread()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge vocal = Active(coordinator);
        using FakeBridge bass = Active(coordinator);
        vocal.Plugin.Track.IsFocal = true;
        vocal.Forget();
        bass.Automate((int)ParameterId.Focal, 1);
        bass.Block(64);
        Thread worker = new(coordinator.Refresh);
        worker.Start();
        worker.Join();

        Assert.That((vocal.Plugin.Track.IsFocal, bass.Plugin.Track.IsFocal), Is.EqualTo((false, true)));
        Assert.That(vocal.GetController((int)ParameterId.Focal), Is.Zero);
        Assert.That(vocal.Calls, Is.Empty, "gestures belong to the host's own thread");
    }

    [Test]
    public void Edit_OfAnotherTrack_IsAGestureInItsOwnHost()
    {
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge vocal = Active(coordinator);
        using FakeBridge bass = Active(coordinator);
        vocal.Plugin.Track.Mix.EditTrack(bass.Plugin.Track.Id, ParameterId.InMix, 0);

        Assert.That(vocal.Calls, Is.Empty);
        Assert.That(bass.Calls, Is.EqualTo(new[] { "begin 7", "perform 7 0", "end 7" }));
    }

    [Test]
    public void AllFaders_PressedAtTheHostsControl_ActsOnceAndTheHostReadsThatItIsUp()
    {
        const int AllFaders = (int)ParameterId.AllFaders;
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        coordinator.Mix(MixGroup.A).Edit(settings => settings with { Start = TopDownStart.MinusTwelveDb });
        bridge.Automate(AllFaders, 1);
        bridge.SetController(AllFaders, 1);
        bridge.Block(64);
        coordinator.Refresh();
        bridge.Block(64);

        Assert.That(bridge.Plugin.Track.FaderDb, Is.EqualTo(-12), "a control that the host sends with its block");
        Assert.That(bridge.GetController(AllFaders), Is.Zero);
        coordinator.Refresh();
        Assert.That(bridge.Plugin.Track.PressesDone, Is.EqualTo(1));
    }

    [Test]
    public void AllFaders_Automated_MovesNothing()
    {
        const int AllFaders = (int)ParameterId.AllFaders;
        using Coordinator coordinator = FakeBridge.NewCoordinator();
        using FakeBridge bridge = Active(coordinator);
        coordinator.Mix(MixGroup.A).Edit(settings => settings with { Start = TopDownStart.MinusTwelveDb });
        for (int i = 0; i < 50; i++)
        {
            bridge.Automate(AllFaders, 1);
            bridge.Block(64);
            bridge.SetController(AllFaders, 1);
            bridge.Block(64);
            coordinator.Refresh();
        }

        Assert.That((bridge.Plugin.Track.FaderDb, bridge.Plugin.Track.PressesDone), Is.EqualTo((0.0, 0L)));
    }
}
