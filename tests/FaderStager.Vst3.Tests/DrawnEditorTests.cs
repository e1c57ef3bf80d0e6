using System.Diagnostics;
using FaderStager.Mixing.Parameters;
using FaderStager.Tests.X11;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Plugin;
using FaderStager.Vst3.Tests.Host;
using static FaderStager.Vst3.Tests.Host.HostedView;

namespace FaderStager.Vst3.Tests;

/// <summary>The compiled module's own editor in windows of an X server, on a run loop by poll, entered as a host does.</summary>
[NonParallelizable]
[ForModule(ModuleKind.WithDrawnEditor)]
internal sealed unsafe class DrawnEditorTests
{
    private XHost _host = null!;
    private HostRunLoop _loop = null!;

    [SetUp]
    public void Start()
    {
        _host = new XHost();
        _loop = new HostRunLoop();
    }

    [TearDown]
    public void End()
    {
        Assert.That((_loop.Timers, _loop.Watched), Is.EqualTo((0, 0)), "nothing stays on the host's loop");
        Assert.That(_loop.Release(), Is.Zero);
        _host.Dispose();
    }

    [Test]
    public void Editor_OpenedTwoHundredTimes_LeavesNothing()
    {
        long faults = Module.Counters()[ModuleCounters.Faults];
        using HostedPlugin plugin = new HostedPlugin().Start();
        uint parent = _host.MakeWindow();
        OpenAndClose(plugin, parent, 20);
        Leftovers before = Leftovers.Of(_host);
        int threads = Leftovers.Threads();
        long bytes = Leftovers.ResidentBytes();
        OpenAndClose(plugin, parent, 200);
        Assert.Multiple(() =>
        {
            Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
            Assert.That(Leftovers.Threads(), Is.LessThan(threads + 10), "no thread for any of them");
            Assert.That(_host.Inside(parent), Is.Empty);
            Assert.That(Leftovers.ResidentBytes() - bytes, Is.LessThan(16_000_000), "each opening has 2 MB of pixels alone");
            Assert.That(Module.Counters()[ModuleCounters.Faults], Is.EqualTo(faults));
        });
    }

    [Test]
    public void Editors_FortyAtOnce_AreShownAndGo()
    {
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, 40).Select(_ => new HostedPlugin().Start())];
        uint[] parents = [.. plugins.Select(_ => _host.MakeWindow())];
        Leftovers before = Leftovers.Of(_host);
        int threads = Leftovers.Threads();
        nint[] views = [.. plugins.Select((plugin, i) => (nint)Opened(plugin, parents[i]))];
        Turn(3);
        Assert.That(parents.Select(parent => _host.Inside(parent).Length), Is.All.EqualTo(1));
        Assert.That(parents.Select(parent => _host.PixelOf(_host.Inside(parent)[0], 4, 4)), Has.Some.Not.EqualTo(0));
        Assert.That(Leftovers.Threads(), Is.LessThan(threads + 10), "no thread for any of them");
        foreach (nint view in views)
        {
            Close((void*)view);
        }

        Assert.That(Leftovers.Of(_host), Is.EqualTo(before));
        plugins.ForEach(plugin => plugin.Dispose());
    }

    [Test]
    public void Editor_InTheHostsWindow_HasItsSize_AndTakesAnother()
    {
        using HostedPlugin plugin = new();
        uint parent = _host.MakeWindow(2100, 1300);
        void* view = Opened(plugin, parent);
        Turn();
        uint inner = _host.Inside(parent).Single();
        Assert.That(_host.SizeOf(inner), Is.EqualTo((960, 560)));
        ViewRect rect = new() { Right = 1111, Bottom = 666 };
        Calls(view)->OnSize(view, &rect);
        Turn();
        Assert.That(_host.SizeOf(inner), Is.EqualTo((1111, 666)));
        rect = new ViewRect { Left = 5, Top = 5, Right = 6, Bottom = 6 };
        Calls(view)->CheckSizeConstraint(view, &rect);
        Assert.That((rect.Right - rect.Left, rect.Bottom - rect.Top), Is.EqualTo((720, 420)));

        Assert.That(Scale(view, 2), Is.EqualTo(Result.Ok));
        Turn();
        Assert.That(_loop.Asked, Is.EqualTo((2222, 1332)), "it asks for the room that the scale takes");
        Assert.That(_host.SizeOf(inner), Is.EqualTo((2222, 1332)));
        Close(view);
    }

    [Test]
    public void Editor_OpenedAgain_HasTheSizeThatItWasLeftWith_InTheProjectToo()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        uint parent = _host.MakeWindow(2000, 1300);
        void* view = Opened(plugin, parent);
        Turn();
        ViewRect rect = new() { Right = 1200, Bottom = 700 };
        Calls(view)->OnSize(view, &rect);
        Turn();
        Close(view);

        view = Opened(plugin, parent);
        Turn();
        Assert.That(SizeOf(view), Is.EqualTo((1200, 700)));
        Assert.That(_host.SizeOf(_host.Inside(parent).Single()), Is.EqualTo((1200, 700)));
        Close(view);

        using HostedPlugin loaded = new();
        view = Create(loaded);
        Assert.That(SizeOf(view), Is.EqualTo((960, 560)));
        Unknown.Release(view);
        loaded.Load(plugin.Save());
        view = Create(loaded);
        Assert.That(SizeOf(view), Is.EqualTo((1200, 700)));
        Unknown.Release(view);
    }

    [Test]
    public void Editor_ResizedInAStorm_KeepsDrawing()
    {
        using HostedPlugin plugin = new();
        uint parent = _host.MakeWindow(2000, 1200);
        void* view = Opened(plugin, parent);
        Random random = new(5);
        for (int i = 0; i < 400; i++)
        {
            ViewRect rect = new() { Right = random.Next(-5, 1990), Bottom = random.Next(-5, 1190) };
            Calls(view)->OnSize(view, &rect);
            if (i % 4 == 0)
            {
                _loop.Turn();
            }
        }

        ViewRect last = new() { Right = 1500, Bottom = 900 };
        Calls(view)->OnSize(view, &last);
        Turn();
        uint inner = _host.Inside(parent).Single();
        Assert.That(_host.SizeOf(inner), Is.EqualTo((1500, 900)));
        Assert.That(_host.PixelOf(inner, 1495, 4), Is.Not.Zero);
        Close(view);
    }

    [Test]
    public void Star_Clicked_FlagsTheFocal_AndTellsTheHost()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        uint parent = _host.MakeWindow();
        void* view = Opened(plugin, parent);
        Turn();
        _host.Click(_host.Inside(parent).Single(), 28, 22);
        Turn();
        Assert.That(plugin.Get(ParameterId.Focal), Is.EqualTo(1));
        Close(view);
    }

    [Test]
    public void ParentDestroyedFirst_AndRemovedTwice_IsNoFault()
    {
        long faults = Module.Counters()[ModuleCounters.Faults];
        using HostedPlugin plugin = new();
        for (int i = 0; i < 10; i++)
        {
            uint parent = _host.MakeWindow();
            void* view = Opened(plugin, parent);
            Turn();
            _host.Destroy(parent);
            Turn();
            Assert.That(Calls(view)->Removed(view), Is.EqualTo(Result.Ok));
            Assert.That(Calls(view)->Removed(view), Is.EqualTo(Result.Ok));
            Close(view);
        }

        Assert.That(Module.Counters()[ModuleCounters.Faults], Is.EqualTo(faults));
    }

    [Test]
    public void NoRunLoop_IsRefused_AndOneFromTheContextTaken()
    {
        using HostedPlugin plugin = new();
        uint parent = _host.MakeWindow();
        void* view = Create(plugin);
        Assert.That(Attach(view, parent), Is.EqualTo(Result.False), "nothing would ever draw it");
        Assert.That(_host.Inside(parent), Is.Empty);
        Unknown.Release(view);

        using HostedPlugin other = new(context: _loop.Pointer);
        void* shown = Create(other);
        Assert.That(Attach(shown, parent), Is.EqualTo(Result.Ok));
        Turn();
        Assert.That(_host.Inside(parent), Has.Length.EqualTo(1));
        Unknown.Release(shown);
        Assert.That(_host.Inside(parent), Is.Empty, "the last release closes it");
    }

    [Test]
    public void OtherPlatformsAndNoWindow_AreRefused()
    {
        using HostedPlugin plugin = new();
        void* view = Create(plugin);
        Calls(view)->SetFrame(view, _loop.Frame);
        fixed (byte* hwnd = "HWND\0"u8)
        {
            Assert.That(Calls(view)->IsPlatformTypeSupported(view, hwnd), Is.EqualTo(Result.False));
        }

        Assert.That(Attach(view, 0x7FFF0001), Is.EqualTo(Result.InternalError));
        Close(view);
    }

    [Test]
    public void HostileEvents_AreSurvived()
    {
        using HostedPlugin plugin = new();
        uint parent = _host.MakeWindow();
        void* view = Opened(plugin, parent);
        Turn();
        uint inner = _host.Inside(parent).Single();
        Random random = new(17);
        byte[] bytes = new byte[32];
        for (int i = 0; i < 2000; i++)
        {
            random.NextBytes(bytes);
            bytes[0] = (byte)(random.Next(2, 35) is 17 and var told ? told + 1 : bytes[0] % 33 + 2);
            bytes[0] = bytes[0] == 17 ? (byte)6 : bytes[0];
            _host.SendRaw(inner, bytes);
            if (i % 20 == 0)
            {
                _loop.Turn();
            }
        }

        Turn();
        Assert.That(_host.Inside(parent), Has.Length.EqualTo(1));
        Close(view);
    }

    [Test]
    public void OpenEditor_OfATrackThatStands_AllocatesNothing()
    {
        using HostedPlugin plugin = new HostedPlugin().Start();
        uint parent = _host.MakeWindow();
        void* view = Opened(plugin, parent);

        // Marks glide, the scale narrows and words settle first; what the worker takes by itself is not the editor's.
        long least = long.MaxValue;
        for (long start = Stopwatch.GetTimestamp(); least > 0 && Stopwatch.GetElapsedTime(start).TotalSeconds < 30;)
        {
            long before = Module.Counters()[ModuleCounters.AllocatedBytes];
            for (int turn = 0; turn < 100; turn++)
            {
                _loop.Turn();
            }

            least = Math.Min(least, Module.Counters()[ModuleCounters.AllocatedBytes] - before);
        }

        Assert.That(least, Is.Zero, "bytes in a hundred turns");
        Close(view);
    }

    private void* Opened(HostedPlugin plugin, uint parent) => Open(plugin, _loop, parent);

    private void OpenAndClose(HostedPlugin plugin, uint parent, int times)
    {
        for (int i = 0; i < times; i++)
        {
            void* view = Opened(plugin, parent);
            Turn(2);
            Close(view);
        }
    }

    private void Turn(int times = 25)
    {
        for (int turn = 0; turn < times; turn++)
        {
            _host.Sync();
            _loop.Turn();
        }

        _host.Sync();
    }
}
