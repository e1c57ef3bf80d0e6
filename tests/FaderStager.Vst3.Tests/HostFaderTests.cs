using FaderStager.Mixing.Parameters;
using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Settings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The channel's real fader, in a fake host of each kind. In this process: the edits come from inside.</summary>
internal sealed unsafe class HostFaderTests
{
    private const double MinusSixDb = 0.501187;

    [Test]
    public void PreSonus_FaderMovedInTheHost_IsFollowed()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler);
        handler.Context.Volume = MinusSixDb;
        Assert.That(plugin.TextOf(ParameterId.Fader), Is.EqualTo("0.0"), "not at another place");
        InProcess.Inside(plugin).Track!.FaderPlace = FaderPlace.HostFader;
        Assert.That(FaderText(plugin), Is.EqualTo("-6.0"));
        handler.Context.Volume = 0;
        Notify(plugin);
        Assert.That(FaderText(plugin), Is.EqualTo("-inf"));
        Assert.That(handler.Context.Gestures, Is.Empty, "what was read is not written back");
    }

    /// <summary>Issue 10: what is known exactly shifts what is stored at once; the host's fader stays the host's.</summary>
    [Test]
    public void PreSonus_FaderMovedInPostFaderPlace_ShiftsWhatWasMeasured()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        track.FaderPlace = FaderPlace.PostFader;
        handler.Context.Volume = 1;
        plugin.Get(ParameterId.Fader);
        using HostBlock block = new(2, 480);
        for (long position = 0; position < 5 * 48_000; position += 480)
        {
            plugin.Process(block.At(position).Sine(0.1));
        }

        double before = Integrated();
        handler.Context.Volume = MinusSixDb;
        Notify(plugin);
        Assert.That(Integrated(), Is.EqualTo(before - 6).Within(0.01));
        Assert.That(FaderText(plugin), Is.EqualTo("0.0"), "the staging fader is no fader here");
        Assert.That(handler.Context.Gestures, Is.Empty);

        double Integrated()
        {
            here.Coordinator.Refresh();
            return here.Coordinator.Mix(MixGroup.A).State.Snapshot.Tracks.Single().IntegratedLufs;
        }
    }

    [Test]
    public void PreSonus_FaderMovedHere_MovesTheHostsInOneGesture()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler);
        TrackInstance track = InProcess.Inside(plugin).Track!;
        handler.Context.Volume = 1;
        track.FaderDb = -3;
        Assert.That(handler.Context.Volume, Is.EqualTo(1), "not at another place");
        track.FaderDb = 0;
        track.FaderPlace = FaderPlace.HostFader;
        track.FaderDb = -6;
        Assert.That(handler.Context.Volume, Is.EqualTo(MinusSixDb).Within(1e-6));
        Assert.That(string.Join(", ", handler.Context.Gestures), Is.EqualTo("begin volume, end volume"));
        track.FaderDb = double.NegativeInfinity;
        Assert.That(handler.Context.Volume, Is.Zero);
    }

    [Test]
    public void PreSonus_FaderMovedByTheMixOnItsThread_MovesTheHostsOnTheUiThread()
    {
        HostHandler handler = HostHandler.WithContext();
        HostRunLoop loop = new();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler, loop.Pointer);
        TrackInstance track = InProcess.Inside(plugin).Track!;
        handler.Context.Volume = 1;
        track.FaderPlace = FaderPlace.HostFader;
        Thread worker = new(() => track.FaderDb = -6);
        worker.Start();
        worker.Join();
        Assert.That(handler.Context.Volume, Is.EqualTo(1));
        Assert.That(FaderText(plugin), Is.EqualTo("-6.0"), "the fader is not read while a move waits");
        Assert.That(handler.Context.Volume, Is.EqualTo(1), "nothing is moved from within the host's call");
        loop.Tick();
        Assert.That(handler.Context.Volume, Is.EqualTo(MinusSixDb).Within(1e-6));
        Assert.That(FaderText(plugin), Is.EqualTo("-6.0"));
    }

    [Test]
    public void PreSonus_FaderDraggedHere_IsOneGestureOfTheHost()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        handler.Context.Volume = 1;
        track.FaderPlace = FaderPlace.HostFader;
        Drag(track, 120);
        Assert.That(string.Join(", ", handler.Context.Gestures), Is.EqualTo("begin volume, end volume"));
    }

    [Test]
    public void Reaper_FaderDraggedHere_IsOneUndoBlock()
    {
        HostReaper reaper = new();
        using (InProcess here = new())
        using (HostedPlugin plugin = here.Create(context: reaper.Pointer).Start())
        {
            TrackInstance track = InProcess.Inside(plugin).Track!;
            track.FaderPlace = FaderPlace.HostFader;
            Drag(track, 120);
            Assert.That(reaper.Log.Count(line => line == "set D_VOL"), Is.EqualTo(120));
            Assert.That(reaper.Log.Where(line => line != "set D_VOL"), Is.EqualTo(new[] { "begin", "end FaderStager: move fader" }));

            reaper.Log.Clear();
            track.BeginGesture(ParameterId.Fader);
            track.EndGesture(ParameterId.Fader);
            Assert.That(reaper.Log, Is.Empty, "a press without a move is no step");
        }

        Assert.That(reaper.Release(), Is.Zero);
    }

    [Test]
    public void Reaper_BatchOfEightTracks_IsOneUndoBlock()
    {
        HostReaper project = new();
        List<HostReaper> reapers = [.. Enumerable.Range(0, 8).Select(_ => new HostReaper { Project = project })];
        using (InProcess here = new())
        {
            List<HostedPlugin> plugins = [.. reapers.Select(reaper => here.Create(context: reaper.Pointer).Start())];
            plugins.ForEach(plugin => InProcess.Inside(plugin).Track!.FaderPlace = FaderPlace.HostFader);
            here.Coordinator.Mix(MixGroup.A).SetAllFaders(-12);
            Assert.That(reapers.Select(reaper => reaper.Volume), Is.All.EqualTo(0.251189).Within(1e-6));
            Assert.That(project.Log, Is.EqualTo(new[] { "begin", "end FaderStager: move fader" }));
            here.Coordinator.Mix(MixGroup.A).Undo();
            Assert.That(project.Log, Has.Count.EqualTo(4), "taking it back is one step too");
            plugins.ForEach(plugin => plugin.Dispose());
        }

        reapers.ForEach(reaper => reaper.Release());
        project.Release();
    }

    [Test]
    public void Reaper_UiThreadThatChangesInADrag_LeavesNothingOpen()
    {
        HostReaper reaper = new();
        HostHandler handler = new();
        using (InProcess here = new())
        using (HostedPlugin plugin = here.Create(handler, reaper.Pointer).Start())
        {
            TrackInstance track = InProcess.Inside(plugin).Track!;
            track.FaderPlace = FaderPlace.HostFader;
            track.BeginGesture(ParameterId.Fader);
            track.Gesture(ParameterId.Fader, -3);
            OnAnotherThread(() =>
            {
                handler.UiThread = Thread.CurrentThread;
                plugin.ControllerCalls->SetComponentHandler(plugin.Controller, handler.Pointer);
            });
            track.Gesture(ParameterId.Fader, -4);
            track.EndGesture(ParameterId.Fader);
            handler.UiThread = Thread.CurrentThread;
            plugin.ControllerCalls->SetComponentHandler(plugin.Controller, handler.Pointer);
            Assert.That(handler.Violations, Is.Empty);
            Assert.That(reaper.Log.Count(line => line == "begin"), Is.EqualTo(reaper.Log.Count(line => line.StartsWith("end", StringComparison.Ordinal))));
        }

        Assert.That(reaper.Release(), Is.Zero);
    }

    [Test]
    public void Reaper_FaderMovedOnEitherSide_MovesTheOther()
    {
        HostReaper reaper = new();
        using (InProcess here = new())
        using (HostedPlugin plugin = here.Create(context: reaper.Pointer))
        {
            TrackInstance track = InProcess.Inside(plugin).Track!;
            track.FaderPlace = FaderPlace.HostFader;
            reaper.Volume = MinusSixDb;
            Assert.That(FaderText(plugin), Is.EqualTo("-6.0"));
            Assert.That(reaper.Log, Is.Empty);
            track.FaderDb = 6;
            Assert.That(reaper.Volume, Is.EqualTo(Math.Pow(10, 0.3)).Within(1e-6));
            Assert.That(string.Join(", ", reaper.Log), Is.EqualTo("begin, set D_VOL, end FaderStager: move fader"));
            reaper.HasTrack = false;
            track.FaderDb = -1;
            Assert.That(FaderText(plugin), Is.EqualTo("-1.0"), "without a track, as in a host without access");
            reaper.HasTrack = true;
            reaper.Volume = 100;
            Assert.That(FaderText(plugin), Is.EqualTo("12.0"), "above our top");
            Assert.That(reaper.Volume, Is.EqualTo(100), "and left there");
        }

        Assert.That(reaper.Release(), Is.Zero);
    }

    [Test]
    public void Reaper_WithoutItsFunctions_IsAHostWithoutAccess()
    {
        HostReaper reaper = new() { HasFunctions = false };
        using (InProcess here = new())
        using (HostedPlugin plugin = here.Create(context: reaper.Pointer))
        {
            InProcess.Inside(plugin).Track!.FaderPlace = FaderPlace.HostFader;
            Assert.That(FaderText(plugin), Is.EqualTo("0.0"));
        }

        Assert.That(reaper.Release(), Is.Zero);
    }

    [Test]
    public void Host_WithoutAccess_IsLikeAFaderSetByHand()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        track.FaderPlace = FaderPlace.HostFader;
        track.FaderDb = -4;
        Assert.That(FaderText(plugin), Is.EqualTo("-4.0"));
    }

    [Test]
    public void PreSonus_PlaceChosenWithAStagedFader_MovesTheHostsAndBackAgain()
    {
        HostHandler handler = HostHandler.WithContext();
        handler.Context.Volume = MinusSixDb;
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler).Start();
        TrackInstance track = InProcess.Inside(plugin).Track!;
        track.FaderDb = -3;
        Assert.That(track.ReachesHostFader, Is.True);

        track.FaderPlace = FaderPlace.HostFader;
        Assert.That(handler.Context.Volume, Is.EqualTo(Math.Pow(10, -9 / 20.0)).Within(1e-4), "the sound stays where it was");
        Assert.That(string.Join(", ", handler.Context.Gestures), Is.EqualTo("begin volume, end volume"));

        track.FaderPlace = FaderPlace.PluginFader;
        Assert.That((handler.Context.Volume, track.FaderDb), Is.EqualTo((1.0, -9.0)).Within(1e-3));

        here.Coordinator.Mix(MixGroup.A).Undo();
        here.Coordinator.Mix(MixGroup.A).Undo();
        Assert.That(handler.Context.Volume, Is.EqualTo(MinusSixDb).Within(1e-4));
        Assert.That((track.FaderPlace, track.FaderDb), Is.EqualTo((FaderPlace.PluginFader, -3.0)));
    }

    [Test]
    public void Reaper_HandOverOfEightTracks_IsOneUndoBlock()
    {
        HostReaper project = new();
        List<HostReaper> reapers = [.. Enumerable.Range(0, 8).Select(_ => new HostReaper { Project = project })];
        using (InProcess here = new())
        {
            List<HostedPlugin> plugins = [.. reapers.Select(reaper => here.Create(context: reaper.Pointer).Start())];
            plugins.ForEach(plugin => InProcess.Inside(plugin).Track!.FaderDb = -12);
            Assert.That(project.Log, Is.Empty);

            Assert.That(here.Coordinator.Mix(MixGroup.A).HandOver().Moved, Has.Length.EqualTo(8));
            Assert.That(reapers.Select(reaper => reaper.Volume), Is.All.EqualTo(0.251189).Within(1e-6));
            Assert.That(project.Log, Is.EqualTo(new[] { "begin", "end FaderStager: move fader" }));

            here.Coordinator.Mix(MixGroup.A).Undo();
            Assert.That(reapers.Select(reaper => reaper.Volume), Is.All.EqualTo(1).Within(1e-6));
            Assert.That(project.Log, Has.Count.EqualTo(4), "taking it back is one step too");
            plugins.ForEach(plugin => plugin.Dispose());
        }

        reapers.ForEach(reaper => reaper.Release());
        project.Release();
    }

    /// <summary>The fader as the host's control shows it: the first call brings both sides together.</summary>
    private static string FaderText(HostedPlugin plugin)
    {
        plugin.Get(ParameterId.Fader);
        return plugin.TextOf(ParameterId.Fader);
    }

    private static void Notify(HostedPlugin plugin)
    {
        void* listener = plugin.Query(ContextInfoHandler2Table.Id);
        byte nothing = 0;
        (*(ContextInfoHandler2Table**)listener)->NotifyContextInfoChange(listener, &nothing);
    }

    private static void Drag(TrackInstance track, int moves)
    {
        track.BeginGesture(ParameterId.Fader);
        for (int i = 1; i <= moves; i++)
        {
            track.Gesture(ParameterId.Fader, -i / 10.0);
        }

        track.EndGesture(ParameterId.Fader);
    }

    private static void OnAnotherThread(Action act)
    {
        Thread thread = new(() => act());
        thread.Start();
        thread.Join();
    }
}
