using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>What a host does with a plug-in's view on Linux.</summary>
internal static unsafe class HostedView
{
    public static PlugViewTable* Calls(void* view) => *(PlugViewTable**)view;

    /// <summary>A view that is in no window yet.</summary>
    public static void* Create(HostedPlugin plugin)
    {
        fixed (byte* name = "editor\0"u8)
        {
            void* view = plugin.ControllerCalls->CreateView(plugin.Controller, name);
            Assert.That(view != null, "there is an editor");
            return view;
        }
    }

    public static int Attach(void* view, uint parent)
    {
        fixed (byte* x11 = "X11EmbedWindowID\0"u8)
        {
            return Calls(view)->Attached(view, (void*)parent, x11);
        }
    }

    /// <summary>A view in a window of the host, on its run loop.</summary>
    public static void* Open(HostedPlugin plugin, HostRunLoop loop, uint parent)
    {
        void* view = Create(plugin);
        Calls(view)->SetFrame(view, loop.Frame);
        Assert.That(Attach(view, parent), Is.EqualTo(Result.Ok));
        return view;
    }

    public static void Close(void* view)
    {
        Calls(view)->Removed(view);
        Calls(view)->SetFrame(view, null);
        Assert.That(Calls(view)->Unknown.Release(view), Is.Zero);
    }

    public static (int Width, int Height) SizeOf(void* view)
    {
        ViewRect rect;
        Assert.That(Calls(view)->GetSize(view, &rect), Is.EqualTo(Result.Ok));
        return (rect.Right - rect.Left, rect.Bottom - rect.Top);
    }

    public static int Scale(void* view, float factor)
    {
        void* scaled = Unknown.Query(view, PlugViewContentScaleSupportTable.Id);
        int result = (*(PlugViewContentScaleSupportTable**)scaled)->SetContentScaleFactor(scaled, factor);
        Unknown.Release(scaled);
        return result;
    }
}
