using FaderStager.Core.Tracks;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
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
    public void Track_AfterBothWays_KnowsNameColourIndexAndPlace()
    {
        HostHandler handler = HostHandler.WithContext();
        using InProcess here = new();
        using HostedPlugin plugin = here.Create(handler);
        FaderStagerPlugin inside = InProcess.Inside(plugin);
        HostAttributes list = new() { Texts = { ["channel name"] = "Gtr L" }, Numbers = { ["channel color"] = 0xFF102030, ["channel index"] = 7, ["channel plugin location"] = 1 } };
        Tell(plugin, list);
        Assert.That(inside.HostTrack, Is.EqualTo(new Hosting.HostTrack("Gtr L", 0xFF102030, 7, true)));
        Assert.That(inside.Track!.Name, Is.EqualTo("Gtr L"));
        (handler.Context.Name, handler.Context.ColorAbgr, handler.Context.Index) = ("Gtr R", unchecked((int)0xFF302010), 8);
        Notify(plugin);
        Assert.That(inside.HostTrack, Is.EqualTo(new Hosting.HostTrack("Gtr R", 0xFF102030, 8, true)));
        inside.Track.Name = "My guitar";
        list.Texts["channel name"] = "Gtr C";
        Tell(plugin, list);
        Assert.That(inside.Track.Name, Is.EqualTo("My guitar"));
        list.Release();
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
