using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>What a handler was told.</summary>
internal readonly record struct HostEdit(string Kind, ParameterId Id, double Value, int Thread);

/// <summary>A host's IComponentHandler and IComponentHandler2 that write down what they are told. It can offer PreSonus' context as well.</summary>
/// <remarks>
/// It holds the plug-in to the rules of threads and order (docs/threads.md): every call comes on the host's UI thread, none comes from
/// within a call that the host makes itself, begin, perform and end are in order. What breaks a rule is a violation; a hosted plug-in
/// fails its test for any when it is disposed.
/// </remarks>
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

    private static readonly ComponentHandler2Table* SecondTable = NativeTable.Keep(new ComponentHandler2Table
    {
        Unknown = UnknownTable.Managed,
        SetDirty = &OnDirty,
        RequestOpenEditor = &OnRequestEditor,
        StartGroupEdit = &OnStartGroup,
        FinishGroupEdit = &OnFinishGroup,
    });

    private readonly Lock _gate = new();
    private readonly List<HostEdit> _edits = [];
    private readonly List<string> _calls = [];
    private readonly List<string> _violations = [];
    private readonly HashSet<uint> _open = [];
    private int _groups;

    public HostHandler(params ReadOnlySpan<InterfaceEntry> alsoOffers)
        : this(isSecond: true, alsoOffers)
    {
    }

    private HostHandler(bool isSecond, ReadOnlySpan<InterfaceEntry> alsoOffers)
        : base([new InterfaceEntry(ComponentHandlerTable.Id, Table), .. isSecond ? [new InterfaceEntry(ComponentHandler2Table.Id, SecondTable)] : Array.Empty<InterfaceEntry>(), .. alsoOffers])
    {
    }

    public void* Pointer => PointerTo(ComponentHandlerTable.Id);

    public HostContext Context { get; } = new();

    /// <summary>The host's UI thread: the one that made the handler, unless a test says another.</summary>
    public Thread UiThread { get; set; } = Thread.CurrentThread;

    /// <summary>What happens inside the host while it is told something, as in hosts that pump messages there.</summary>
    public Action<string>? Inside { get; set; }

    /// <summary>Everything it was told, in order: "begin Fader", "perform Fader", "dirty", "restart 4", "start group".</summary>
    public IReadOnlyList<string> Calls
    {
        get
        {
            lock (_gate)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>What broke a rule, a gesture or group that is open at the end included.</summary>
    public IReadOnlyList<string> Violations
    {
        get
        {
            lock (_gate)
            {
                return [.. _violations, .. _open.Select(id => $"{(ParameterId)id} was begun and never ended"), .. _groups > 0 ? ["a group was never finished"] : Array.Empty<string>()];
            }
        }
    }

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

    /// <summary>A handler of a host that knows neither groups nor the dirty flag.</summary>
    public static HostHandler WithoutSecond() => new(isSecond: false, []);

    /// <summary>A handler of a host with PreSonus' extension.</summary>
    public static HostHandler WithContext() => new(
        new InterfaceEntry(ContextInfoProviderTable.Id, HostContext.Table),
        new InterfaceEntry(ContextInfoProvider3Table.Id, HostContext.Table));

    public void Forget()
    {
        lock (_gate)
        {
            _edits.Clear();
            _calls.Clear();
        }
    }

    private static int Note(void* self, string kind, uint id, double value)
    {
        HostHandler handler = Of<HostHandler>(self);
        lock (handler._gate)
        {
            handler._edits.Add(new HostEdit(kind, (ParameterId)id, value, Environment.CurrentManagedThreadId));
        }

        return handler.Note($"{kind} {(ParameterId)id}", kind switch
        {
            "begin" => handler._open.Add(id) ? null : "begun twice",
            "perform" => handler._open.Contains(id) ? null : "performed without a begin",
            _ => handler._open.Remove(id) ? null : "ended without a begin",
        });
    }

    private int Note(string call, string? disorder = null)
    {
        lock (_gate)
        {
            _calls.Add(call);
            if (disorder is not null)
            {
                _violations.Add($"{call}: {disorder}");
            }

            if (!ReferenceEquals(Thread.CurrentThread, UiThread))
            {
                _violations.Add($"{call}: on a thread that is not the UI thread");
            }

            if (HostCalls.Current is { } within)
            {
                _violations.Add($"{call}: from within {within}");
            }
        }

        Inside?.Invoke(call);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnBegin(void* self, uint id) => Note(self, "begin", id, 0);

    [UnmanagedCallersOnly]
    private static int OnPerform(void* self, uint id, double value) => Note(self, "perform", id, value);

    [UnmanagedCallersOnly]
    private static int OnEnd(void* self, uint id) => Note(self, "end", id, 0);

    [UnmanagedCallersOnly]
    private static int OnRestart(void* self, int flags) => Of<HostHandler>(self).Note($"restart {flags}");

    [UnmanagedCallersOnly]
    private static int OnDirty(void* self, byte isDirty) => Of<HostHandler>(self).Note(isDirty != 0 ? "dirty" : "clean");

    [UnmanagedCallersOnly]
    private static int OnRequestEditor(void* self, byte* name) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnStartGroup(void* self)
    {
        HostHandler handler = Of<HostHandler>(self);
        return handler.Note("start group", handler._groups++ > 0 ? "inside a group" : null);
    }

    [UnmanagedCallersOnly]
    private static int OnFinishGroup(void* self)
    {
        HostHandler handler = Of<HostHandler>(self);
        return handler.Note("finish group", handler._groups-- > 0 ? null : "without a start");
    }
}
