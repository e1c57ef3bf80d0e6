using FaderStager.Mixing.Tracks;
using FaderStager.Staging.Readings;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>What the host says of the track: its name shows by the role guessed from it.</summary>
internal sealed unsafe class ChannelTests
{
    [Test]
    public void Name_FromTheInterfacesList_FillsTheTracks()
    {
        using HostedPlugin plugin = new();
        HostAttributes list = new() { Texts = { ["channel name"] = "Lead Vocal" } };
        Assert.That(Tell(plugin, list), Is.EqualTo(Result.Ok));
        Assert.That(plugin.TextOf(ParameterId.Role), Does.Contain("ocal"));
        list.Release();
    }

    [Test]
    public void Name_FromPreSonusContext_FillsTheTracks()
    {
        HostHandler handler = HostHandler.WithContext();
        using HostedPlugin plugin = new(handler);
        handler.Context.Name = "Bass";
        Notify(plugin);
        Assert.That(plugin.TextOf(ParameterId.Role), Does.Contain("ass"));
    }

    [Test]
    public void Notice_FromAHostWithoutContext_ChangesNothing()
    {
        using HostedPlugin plugin = new();
        string role = plugin.TextOf(ParameterId.Role);
        Notify(plugin);
        Assert.That(plugin.TextOf(ParameterId.Role), Is.EqualTo(role));
    }

    [Test]
    public void List_ThatIsEmptyOrNull_ChangesNothing()
    {
        using HostedPlugin plugin = new();
        HostAttributes list = new();
        Assert.That(Tell(plugin, list), Is.EqualTo(Result.Ok));
        void* listener = plugin.Query(InfoListenerTable.Id);
        Assert.That((*(InfoListenerTable**)listener)->SetChannelContextInfos(listener, null), Is.Not.EqualTo(Result.Ok));
        list.Release();
    }

    [Test]
    public void Name_LongerThanTheRoomForIt_IsCut()
    {
        using HostedPlugin plugin = new();
        HostAttributes list = new() { Texts = { ["channel name"] = new string('x', 5000) } };
        Assert.That(Tell(plugin, list), Is.EqualTo(Result.Ok));
        list.Release();
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void Track_AfterBothWays_KnowsAllThatTheHostSays()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler);
        TrackInstance track = InProcess.Inside(plugin).Track!;
        HostAttributes list = new() { Texts = { ["channel name"] = "Gtr L" }, Numbers = { ["channel color"] = 0xFF102030, ["channel index"] = 7, ["channel plugin location"] = 1 } };
        Tell(plugin, list);
        Assert.That(track.HostTrack, Is.EqualTo(new HostTrack("Gtr L", 0xFF102030, 7, true)));
        Assert.That(track.Name, Is.EqualTo("Gtr L"));
        (handler.Context.Name, handler.Context.ColorAbgr, handler.Context.Index) = ("Gtr R", unchecked((int)0xFF302010), 8);
        Notify(plugin);
        Assert.That(track.HostTrack, Is.EqualTo(new HostTrack("Gtr R", 0xFF102030, 8, true)));
        track.Name = "My guitar";
        list.Texts["channel name"] = "Gtr C";
        Tell(plugin, list);
        Assert.That(track.Name, Is.EqualTo("My guitar"));
        list.Release();
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void Index_OfAnotherKindOfChannel_StandsWhereThatKindStands()
    {
        using InProcess here = new();
        using HostedPlugin track = here.Create();
        using HostedPlugin bus = here.Create();
        HostAttributes list = new() { Numbers = { ["channel index"] = 200, ["channel index namespace order"] = 2 } };
        Tell(track, list);
        list.Numbers["channel index"] = 1;
        list.Numbers["channel index namespace order"] = 3;
        Tell(bus, list);
        Assert.That(InProcess.Inside(track).Track!.HostTrack.MixerIndex, Is.LessThan(InProcess.Inside(bus).Track!.HostTrack.MixerIndex!.Value));
        list.Release();
    }

    [TestCase(0xFF102030u, 0xFF102030u)]
    [TestCase(0x80102030u, 0x80102030u)]
    [TestCase(0x00102030u, 0xFF102030u, Description = "A host that knows no alpha leaves it 0.")]
    [TestCase(0u, null, Description = "No colour.")]
    [ForModule(ModuleKind.InProcess)]
    public void Colour_OfAHost_IsReadAsItIsSeen(uint sent, uint? seen)
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create();
        HostAttributes list = new() { Numbers = { ["channel color"] = sent } };
        Tell(plugin, list);
        Assert.That(InProcess.Inside(plugin).Track!.HostTrack.ColourArgb, Is.EqualTo(seen));
        list.Release();
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void Track_OfAHostThatSaysNothing_KnowsNothing()
    {
        using InProcess here = new();
        using HostedPlugin plugin = here.Create();
        plugin.Start();
        here.Coordinator.Refresh();
        Assert.That(InProcess.Inside(plugin).Track!.HostTrack, Is.EqualTo(new HostTrack()));
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void Reaper_IsAskedForNameColourAndPlaceAtOnceAndNowAndThen()
    {
        HostReaper reaper = new() { Name = "Lead Vocal ♪", NativeColour = 0x302010, Number = 7 };
        HostRunLoop loop = new();
        using (InProcess here = new())
        {
            here.SetHostContext(loop.Pointer);
            using HostedPlugin plugin = here.Create(context: reaper.Pointer);
            TrackInstance track = InProcess.Inside(plugin).Track!;
            Assert.That(track.HostTrack, Is.EqualTo(new HostTrack("Lead Vocal ♪", 0xFF102030, 7)));
            Assert.That(plugin.TextOf(ParameterId.Role), Does.Contain("ocal"));

            (reaper.Name, reaper.NativeColour, reaper.Number) = ("Bass", null, 2);
            for (int turn = 0; turn < 20; turn++)
            {
                loop.Tick();
            }

            Assert.That(track.HostTrack, Is.EqualTo(new HostTrack("Bass", null, 2)));
            reaper.HasTrack = false;
            plugin.ControllerCalls->SetComponentHandler(plugin.Controller, plugin.Handler.Pointer);
            Assert.That(track.Name, Is.EqualTo("Bass"), "without a track nothing new is known");
        }

        Assert.That(reaper.Release(), Is.Zero);
        loop.Release();
    }

    [Test]
    [ForModule(ModuleKind.InProcess)]
    public void Reaper_OfAVersionWithoutTheFunctions_LeavesWhatIsKnown()
    {
        HostReaper reaper = new() { HasFunctions = false };
        using InProcess here = new();
        using (HostedPlugin plugin = here.Create(context: reaper.Pointer))
        {
            HostAttributes list = new() { Texts = { ["channel name"] = "Gtr" }, Numbers = { ["channel color"] = 0xFF102030, ["channel index"] = 7 } };
            Tell(plugin, list);
            plugin.ControllerCalls->SetComponentHandler(plugin.Controller, plugin.Handler.Pointer);
            Assert.That(InProcess.Inside(plugin).Track!.HostTrack, Is.EqualTo(new HostTrack("Gtr", 0xFF102030, 7)));
            list.Release();
        }

        Assert.That(reaper.Release(), Is.Zero);
    }

    private static int Tell(HostedPlugin plugin, HostAttributes list)
    {
        void* listener = plugin.Query(InfoListenerTable.Id);
        return (*(InfoListenerTable**)listener)->SetChannelContextInfos(listener, list.Pointer);
    }

    private static void Notify(HostedPlugin plugin)
    {
        void* listener = plugin.Query(ContextInfoHandler2Table.Id);
        byte nothing = 0;
        (*(ContextInfoHandler2Table**)listener)->NotifyContextInfoChange(listener, &nothing);
    }
}
