using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>What a handler was told.</summary>
internal readonly record struct HostEdit(string Kind, ParameterId Id, double Value, int Thread);

/// <summary>A host's IComponentHandler that writes down what it is told. It can offer PreSonus' context as well.</summary>
internal sealed unsafe class HostHandler : NativeObject
{
    private static readonly ComponentHandlerTable* Table = NativeTable.Keep(new ComponentHandlerTable
    {
        Unknown = UnknownTable.Managed,
        BeginEdit = &OnBegin,
        PerformEdit = &OnPerform,
        EndEdit = &OnEnd,
        RestartComponent = &OnRestart,
    });

    private readonly Lock _gate = new();
    private readonly List<HostEdit> _edits = [];

    public HostHandler(params ReadOnlySpan<InterfaceEntry> alsoOffers)
        : base([new InterfaceEntry(ComponentHandlerTable.Id, Table), .. alsoOffers])
    {
    }

    public void* Pointer => PointerTo(ComponentHandlerTable.Id);

    public HostContext Context { get; } = new();

    public IReadOnlyList<HostEdit> Edits
    {
        get
        {
            lock (_gate)
            {
                return [.. _edits];
            }
        }
    }

    /// <summary>A handler of a host with PreSonus' extension.</summary>
    public static HostHandler WithContext() => new(
        new InterfaceEntry(ContextInfoProviderTable.Id, HostContext.Table),
        new InterfaceEntry(ContextInfoProvider3Table.Id, HostContext.Table));

    private static int Note(void* self, string kind, uint id, double value)
    {
        HostHandler handler = Of<HostHandler>(self);
        lock (handler._gate)
        {
            handler._edits.Add(new HostEdit(kind, (ParameterId)id, value, Environment.CurrentManagedThreadId));
        }

        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnBegin(void* self, uint id) => Note(self, "begin", id, 0);

    [UnmanagedCallersOnly]
    private static int OnPerform(void* self, uint id, double value) => Note(self, "perform", id, value);

    [UnmanagedCallersOnly]
    private static int OnEnd(void* self, uint id) => Note(self, "end", id, 0);

    [UnmanagedCallersOnly]
    private static int OnRestart(void* self, int flags) => Result.Ok;
}
