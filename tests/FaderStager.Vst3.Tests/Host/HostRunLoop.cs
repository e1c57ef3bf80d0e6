using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host application with a run loop, whose timers tick when a test says so.</summary>
internal sealed unsafe class HostRunLoop : NativeObject
{
    private static readonly RunLoopTable* Table = NativeTable.Keep(new RunLoopTable
    {
        Unknown = UnknownTable.Managed,
        RegisterEventHandler = &OnRegisterEvent,
        UnregisterEventHandler = &OnUnregisterEvent,
        RegisterTimer = &OnRegisterTimer,
        UnregisterTimer = &OnUnregisterTimer,
    });

    private readonly List<nint> _timers = [];

    public HostRunLoop()
        : base(new InterfaceEntry(RunLoopTable.Id, Table))
    {
    }

    public void* Pointer => PointerTo(RunLoopTable.Id);

    public int Timers => _timers.Count;

    public void Tick()
    {
        foreach (nint timer in _timers.ToArray())
        {
            (*(TimerHandlerTable**)timer)->OnTimer((void*)timer);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnRegisterEvent(void* self, void* handler, int descriptor) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnUnregisterEvent(void* self, void* handler) => Result.NotImplemented;

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
