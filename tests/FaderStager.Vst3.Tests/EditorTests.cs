using FaderStager.Mixing.Parameters;
using FaderStager.Vst3.Abi;
using FaderStager.Vst3.Tests.Host;

namespace FaderStager.Vst3.Tests;

/// <summary>The module's own editor in a host's window. On Windows, for the module that has one.</summary>
[Apartment(ApartmentState.STA)]
[ForModule(ModuleKind.WithEditor)]
internal sealed unsafe class EditorTests
{
    [Test]
    public void Editor_OpenedClosedAndOpenedAgain_IsInTheWindowWhileItIsOpen()
    {
        using HostedPlugin plugin = new();
        using HostWindow window = new(1000, 640);
        void* view = CreateView(plugin);
        for (int i = 0; i < 2; i++)
        {
            Assert.That(Attach(view, window), Is.EqualTo(Result.Ok));
            Assert.That((long)window.Inner, Is.Not.Zero);
            Assert.That(window.InnerSize, Is.EqualTo((960, 560)));
            Assert.That(Calls(view)->Removed(view), Is.EqualTo(Result.Ok));
            Assert.That((long)window.Inner, Is.Zero);
        }

        Assert.That(Calls(view)->Unknown.Release(view), Is.Zero);
    }

    [Test]
    public void Editor_GivenASize_TakesIt()
    {
        using HostedPlugin plugin = new();
        using HostWindow window = new(1000, 640);
        void* view = CreateView(plugin);
        Attach(view, window);
        ViewRect rect = new() { Right = 1111, Bottom = 666 };
        Assert.That(Calls(view)->OnSize(view, &rect), Is.EqualTo(Result.Ok));
        Assert.That(window.InnerSize, Is.EqualTo((1111, 666)));
        rect = new ViewRect { Left = 5, Top = 5, Right = 6, Bottom = 6 };
        Assert.That(Calls(view)->CheckSizeConstraint(view, &rect), Is.EqualTo(Result.Ok));
        Assert.That(rect.Right - rect.Left, Is.GreaterThan(300));
        Unknown.Release(view);
        Assert.That((long)window.Inner, Is.Zero, "the last release closes it");
    }

    [Test]
    public void Editor_ScaledBeforeAndWhileItIsOpen_AsksForTheSizeThatFits()
    {
        using HostedPlugin plugin = new();
        using HostWindow window = new(1500, 900);
        HostFrame frame = new();
        void* view = CreateView(plugin);
        void* scaled = Unknown.Query(view, PlugViewContentScaleSupportTable.Id);
        PlugViewContentScaleSupportTable* scale = *(PlugViewContentScaleSupportTable**)scaled;
        Calls(view)->SetFrame(view, frame.Pointer);
        Assert.That(scale->SetContentScaleFactor(scaled, 1.5f), Is.EqualTo(Result.Ok));
        ViewRect rect;
        Calls(view)->GetSize(view, &rect);
        Assert.That((rect.Right, rect.Bottom), Is.EqualTo((1440, 840)));
        Assert.That(Attach(view, window), Is.EqualTo(Result.Ok));
        Assert.That(window.InnerSize, Is.EqualTo((1440, 840)));
        Assert.That(scale->SetContentScaleFactor(scaled, 1), Is.EqualTo(Result.Ok));
        Assert.That(frame.Asked, Is.EqualTo((960, 560)));
        Calls(view)->SetFrame(view, null);
        Unknown.Release(scaled);
        Unknown.Release(view);
        frame.Release();
    }

    [Test]
    public void Editors_OfSeveralTracks_AreOpenAtOnce()
    {
        List<HostedPlugin> plugins = [.. Enumerable.Range(0, 4).Select(_ => new HostedPlugin())];
        List<HostWindow> windows = [.. plugins.Select(_ => new HostWindow(980, 600))];
        nint[] views = new nint[plugins.Count];
        for (int i = 0; i < views.Length; i++)
        {
            views[i] = (nint)CreateView(plugins[i]);
            Assert.That(Attach((void*)views[i], windows[i]), Is.EqualTo(Result.Ok));
        }

        HostWindow.PumpUntil(() => false, seconds: 0.5);
        Assert.That(windows.All(window => window.Inner != 0));
        foreach (nint view in views)
        {
            Unknown.Release((void*)view);
        }

        Assert.That(windows.All(window => window.Inner == 0));
        windows.ForEach(window => window.Dispose());
        plugins.ForEach(plugin => plugin.Dispose());
    }

    [Test]
    public void Editor_WhoseWindowGoesFirst_IsClosedWithIt()
    {
        using HostedPlugin plugin = new();
        void* view = CreateView(plugin);
        using (HostWindow window = new(980, 600))
        {
            Assert.That(Attach(view, window), Is.EqualTo(Result.Ok));
        }

        Assert.That(Calls(view)->Removed(view), Is.EqualTo(Result.Ok));
        Assert.That(Calls(view)->Unknown.Release(view), Is.Zero);
    }

    [Test]
    public void Editor_InNoWindow_Refuses()
    {
        using HostedPlugin plugin = new();
        void* view = CreateView(plugin);
        fixed (byte* hwnd = "HWND\0"u8, other = "NSView\0"u8)
        {
            Assert.That(Calls(view)->IsPlatformTypeSupported(view, other), Is.EqualTo(Result.False));
            Assert.That(Calls(view)->Attached(view, (void*)0x7FFF0001, hwnd), Is.EqualTo(Result.InternalError));
        }

        Assert.That(Calls(view)->Unknown.Release(view), Is.Zero);
    }

    [Test]
    public void Edits_ThatWait_GoOutWithTheThreadsMessages()
    {
        using HostedPlugin first = new();
        using HostedPlugin second = new();
        first.Start();
        second.Start();
        first.Set(ParameterId.Focal, 1);
        second.Set(ParameterId.Focal, 1);
        Assert.That(HostWindow.PumpUntil(() => first.Handler.Edits.Count >= 3));
        Assert.That(first.Handler.Edits, Is.EqualTo(new HostEdit[]
        {
            new("begin", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
            new("perform", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
            new("end", ParameterId.Focal, 0, Environment.CurrentManagedThreadId),
        }));
    }

    [Test]
    public void Edits_OfAPluginThatAnotherThreadMade_GoOutWithTheMessagesOfTheUiThread()
    {
        HostedPlugin first = null!;
        Thread loader = new(() => first = new HostedPlugin().Start());
        loader.Start();
        loader.Join();
        using HostedPlugin second = new HostedPlugin().Start();
        first.Handler.UiThread = Thread.CurrentThread;
        Assert.That(first.ControllerCalls->SetComponentHandler(first.Controller, first.Handler.Pointer), Is.EqualTo(Result.Ok));
        first.Set(ParameterId.Focal, 1);
        second.Set(ParameterId.Focal, 1);
        Assert.That(HostWindow.PumpUntil(() => first.Handler.Edits.Count >= 3));
        Assert.That(first.Handler.Edits.Select(edit => edit.Thread), Is.All.EqualTo(Environment.CurrentManagedThreadId));
        first.Dispose();
    }

    private static PlugViewTable* Calls(void* view) => *(PlugViewTable**)view;

    private static void* CreateView(HostedPlugin plugin)
    {
        fixed (byte* name = "editor\0"u8)
        {
            void* view = plugin.ControllerCalls->CreateView(plugin.Controller, name);
            Assert.That(view != null, "there is an editor");
            return view;
        }
    }

    private static int Attach(void* view, HostWindow window)
    {
        fixed (byte* hwnd = "HWND\0"u8)
        {
            return Calls(view)->Attached(view, (void*)window.Handle, hwnd);
        }
    }
}
