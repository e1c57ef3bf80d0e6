using System.Diagnostics;
using FaderStager.Tests.X11;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;
using static FaderStager.Vst3.Tests.Host.HostedView;

namespace FaderStager.Vst3.Tests;

/// <summary>Hosts that treat the drawn editor against the rules: wrong order, wrong numbers, a screen that goes away.</summary>
[NonParallelizable]
[ForModule(ModuleKind.WithDrawnEditor)]
internal sealed unsafe class HostileHostTests
{
    private XHost _host = null!;
    private HostRunLoop _loop = null!;
    private long _faults;

    [SetUp]
    public void Start()
    {
        _host = new XHost();
        _loop = new HostRunLoop();
        _faults = Module.Counters()[ModuleCounters.Faults];
    }

    [TearDown]
    public void End()
    {
        Assert.That((_loop.Timers, _loop.Watched), Is.EqualTo((0, 0)), "nothing stays on the host's loop");
        Assert.That(_loop.Release(), Is.Zero);
        Assert.That(Module.Counters()[ModuleCounters.Faults], Is.EqualTo(_faults), "no exception had to be caught");
        _host.Dispose();
    }

    [Test]
    public void PluginEndedWhileItsEditorIsOpen_TheEditorGoesLater()
    {
        Leftovers before = Leftovers.Of(_host);
        uint parent = _host.MakeWindow();
        HostedPlugin plugin = new HostedPlugin().Start();
        void* view = Open(plugin, _loop, parent);
        Turn(5);
        plugin.Dispose();
        Turn(25);
        Close(view);
        Turn(2);
        _host.Destroy(parent);
        Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
    }

    [Test]
    public void FrameTakenAway_ViewReleasedInPlace_ViewsTwiceOfOnePlugin_AreClosedWhole()
    {
        Leftovers before = Leftovers.Of(_host);
        uint[] parents = [_host.MakeWindow(), _host.MakeWindow()];
        using HostedPlugin plugin = new HostedPlugin().Start();
        void* first = Open(plugin, _loop, parents[0]);
        void* second = Open(plugin, _loop, parents[1]);
        Turn(5);
        Assert.That(parents.Select(parent => _host.Inside(parent).Length), Is.All.EqualTo(1), "a host may show two");
        Calls(first)->SetFrame(first, null);
        Turn(5);
        Assert.That(Calls(first)->Unknown.Release(first), Is.Zero, "without removed");
        Assert.That(_host.Inside(parents[0]), Is.Empty);
        Close(second);
        Assert.That(_host.Inside(parents[1]), Is.Empty);
        Array.ForEach(parents, _host.Destroy);
        Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
    }

    [Test]
    public void CallsOutOfOrderAndOutOfRange_AreRefusedOrIgnored()
    {
        uint parent = _host.MakeWindow();
        using HostedPlugin plugin = new HostedPlugin().Start();
        void* view = Create(plugin);
        ViewRect wild = new() { Left = int.MaxValue, Right = int.MinValue, Bottom = int.MinValue };
        Assert.Multiple(() =>
        {
            Assert.That(Calls(view)->Removed(view), Is.EqualTo(Result.Ok));
            Assert.That(Calls(view)->OnSize(view, null), Is.EqualTo(Result.InvalidArgument));
            Assert.That(Calls(view)->GetSize(view, null), Is.EqualTo(Result.InvalidArgument));
            Assert.That(Calls(view)->CheckSizeConstraint(view, null), Is.EqualTo(Result.InvalidArgument));
            Assert.That(Calls(view)->IsPlatformTypeSupported(view, null), Is.EqualTo(Result.False));
            Assert.That(Calls(view)->Attached(view, null, null), Is.EqualTo(Result.False));
            Assert.That(Calls(view)->OnKeyDown(view, 'x', 0, 0), Is.EqualTo(Result.False));
            Assert.That(new[] { 0, -1, float.NaN, float.PositiveInfinity, 1e9f, 1e-9f }.Select(factor => Scale(view, factor)), Is.All.EqualTo(Result.False));
        });
        Calls(view)->SetFrame(view, _loop.Frame);
        Assert.That(Attach(view, parent), Is.EqualTo(Result.Ok));
        Assert.That(Attach(view, parent), Is.EqualTo(Result.False), "it is there already");
        Turn(3);
        Calls(view)->OnSize(view, &wild);
        Turn(3);
        Calls(view)->OnWheel(view, float.NaN);
        for (int key = 0; key < 300; key++)
        {
            Calls(view)->OnKeyDown(view, (ushort)(key * 211), (short)(key - 20), (short)(key * 7));
            Calls(view)->OnKeyUp(view, (ushort)(key * 211), (short)(key - 20), (short)(key * 7));
        }

        ViewRect usual = new() { Right = 960, Bottom = 560 };
        Calls(view)->OnSize(view, &usual);
        Turn(5);
        Assert.That(_host.SizeOf(_host.Inside(parent).Single()), Is.EqualTo((960, 560)));
        Close(view);
    }

    [Test]
    public void ScaleFromOneToTwoAndBack_AHundredTimes_DrawsAtTheLast()
    {
        uint parent = _host.MakeWindow(2000, 1200);
        using HostedPlugin plugin = new HostedPlugin().Start();
        void* view = Open(plugin, _loop, parent);
        long bytes = 0;
        for (int i = 0; i <= 100; i++)
        {
            Assert.That(Scale(view, 1 + (i % 5 * 0.25f)), Is.EqualTo(Result.Ok));
            _loop.Turn();
            bytes = i == 20 ? Leftovers.ResidentBytes() : bytes;
        }

        Turn(25);
        Assert.That(_host.SizeOf(_host.Inside(parent).Single()), Is.EqualTo((960, 560)));
        Assert.That(Leftovers.ResidentBytes() - bytes, Is.LessThan(24_000_000), "pictures of all scales are let go of");
        Close(view);
    }

    [Test]
    public void ScreenThatGoesAway_EndsNoHost()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        using (XServer.Another())
        {
            XHost elsewhere = new();
            uint parent = elsewhere.MakeWindow();
            void* view = Open(plugin, _loop, parent);
            Turn(5);
            Assert.That(elsewhere.Inside(parent), Has.Length.EqualTo(1));
            elsewhere.Dispose();
            XServer.EndOther();
            Turn(25);
            Close(view);

            // No screen at all: it cannot be opened, and says so to the host.
            void* none = Create(plugin);
            Calls(none)->SetFrame(none, _loop.Frame);
            Assert.That(Attach(none, parent), Is.Not.EqualTo(Result.Ok));
            Close(none);
            _faults = Module.Counters()[ModuleCounters.Faults];
        }

        uint again = _host.MakeWindow();
        void* shown = Open(plugin, _loop, again);
        Turn(5);
        Assert.That(_host.Inside(again), Has.Length.EqualTo(1), "with a screen there is an editor again");
        Close(shown);
    }

    private void Turn(int times)
    {
        for (int turn = 0; turn < times; turn++)
        {
            _host.Sync();
            _loop.Turn();
        }

        _host.Sync();
    }
}
