using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host application with a run loop, whose timers tick and whose files are polled when a test says so; it is the frame around an editor as well.</summary>
internal sealed unsafe partial class HostRunLoop : NativeObject
{
    private static readonly RunLoopTable* Table = NativeTable.Keep(new RunLoopTable
    {
        Unknown = UnknownTable.Managed,
        RegisterEventHandler = &OnRegisterEvent,
        UnregisterEventHandler = &OnUnregisterEvent,
        RegisterTimer = &OnRegisterTimer,
        UnregisterTimer = &OnUnregisterTimer,
    });

    private static readonly PlugFrameTable* FrameTable = NativeTable.Keep(new PlugFrameTable { Unknown = UnknownTable.Managed, ResizeView = &OnResize });

    private readonly List<nint> _timers = [];
    private readonly List<(nint Handler, int Descriptor)> _watched = [];

    public HostRunLoop()
        : base(new InterfaceEntry(RunLoopTable.Id, Table), new InterfaceEntry(PlugFrameTable.Id, FrameTable))
    {
    }

    /// <summary>The same object as the frame around an editor.</summary>
    public void* Frame => PointerTo(PlugFrameTable.Id);

    /// <summary>The size that an editor asked for last.</summary>
    public (int Width, int Height) Asked { get; private set; }

    public int Watched => _watched.Count;

    public void* Pointer => PointerTo(RunLoopTable.Id);

    public int Timers => _timers.Count;

    public void Tick()
    {
        foreach (nint timer in _timers.ToArray())
        {
            (*(TimerHandlerTable**)timer)->OnTimer((void*)timer);
        }
    }

    /// <summary>Polls the files that are watched, tells those that have something to read, and lets the timers tick.</summary>
    public void Turn()
    {
        foreach ((nint handler, int descriptor) in _watched.ToArray())
        {
            PollFile file = new() { Descriptor = descriptor, Wanted = 1 };
            if (Poll(&file, 1, 0) > 0)
            {
                (*(EventHandlerTable**)handler)->OnFDIsSet((void*)handler, descriptor);
            }
        }

        Tick();
    }

    [UnmanagedCallersOnly]
    private static int OnRegisterEvent(void* self, void* handler, int descriptor)
    {
        Unknown.AddRef(handler);
        Of<HostRunLoop>(self)._watched.Add(((nint)handler, descriptor));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnUnregisterEvent(void* self, void* handler)
    {
        int count = Of<HostRunLoop>(self)._watched.RemoveAll(each => each.Handler == (nint)handler);
        if (count > 0)
        {
            Unknown.Release(handler);
        }

        return Result.Of(count > 0);
    }

    // As some hosts do, the size is told before the answer.
    [UnmanagedCallersOnly]
    private static int OnResize(void* self, void* view, ViewRect* size)
    {
        Of<HostRunLoop>(self).Asked = (size->Right - size->Left, size->Bottom - size->Top);
        return (*(PlugViewTable**)view)->OnSize(view, size);
    }

    private struct PollFile
    {
        public int Descriptor;
        public short Wanted;
        public short Got;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Poll(PollFile* files, nint count, int timeoutMs);

    [UnmanagedCallersOnly]
    private static int OnRegisterTimer(void* self, void* handler, ulong milliseconds)
    {
        Unknown.AddRef(handler);
        Of<HostRunLoop>(self)._timers.Add((nint)handler);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnUnregisterTimer(void* self, void* handler)
    {
        Of<HostRunLoop>(self)._timers.Remove((nint)handler);
        Unknown.Release(handler);
        return Result.Ok;
    }
}
