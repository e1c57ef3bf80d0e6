using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host's IParameterChanges with room for a number of queues; none of its functions allocates.</summary>
internal sealed unsafe class HostChanges : NativeObject
{
    private const int MostPoints = 64;

    private static readonly ParameterChangesTable* Table = NativeTable.Keep(new ParameterChangesTable
    {
        Unknown = UnknownTable.Managed,
        GetParameterCount = &OnCount,
        GetParameterData = &OnGet,
        AddParameterData = &OnAdd,
    });

    private static readonly ParamValueQueueTable* QueueTable = NativeTable.Keep(new ParamValueQueueTable
    {
        Unknown = UnknownTable.Managed,
        GetParameterId = &OnId,
        GetPointCount = &OnPoints,
        GetPoint = &OnGetPoint,
        AddPoint = &OnAddPoint,
    });

    private readonly Queue[] _queues;
    private int _used;

    public HostChanges(int room = 32)
        : base(new InterfaceEntry(ParameterChangesTable.Id, Table))
    {
        _queues = [.. Enumerable.Range(0, room).Select(_ => new Queue())];
    }

    public void* Pointer => PointerTo(ParameterChangesTable.Id);

    /// <summary>The points told, by parameter.</summary>
    public IReadOnlyDictionary<ParameterId, double[]> Told =>
        _queues.Take(_used).ToDictionary(queue => (ParameterId)queue.Id, queue => queue.Values.Take(queue.Count).ToArray());

    /// <summary>Calls every function of the host's side once, so that none is compiled while a test counts.</summary>
    public static void CompileAll(HostChanges changes)
    {
        HostChanges spare = new();
        void* queue = Table->GetParameterData(changes.Pointer, 0);
        uint id = QueueTable->GetParameterId(queue);
        int index = 0;
        double value = 0;
        _ = Table->GetParameterCount(changes.Pointer) + QueueTable->GetPointCount(queue) + QueueTable->GetPoint(queue, 0, &index, &value);
        queue = Table->AddParameterData(spare.Pointer, &id, &index);
        _ = QueueTable->AddPoint(queue, 0, value, &index);
        spare.Release();
    }

    public HostChanges Add(ParameterId id, params ReadOnlySpan<double> values) => Add((uint)id, values);

    public HostChanges Add(uint id, params ReadOnlySpan<double> values)
    {
        Queue queue = _queues[_used++];
        queue.Id = id;
        queue.Count = 0;
        foreach (double value in values)
        {
            queue.Values[queue.Count++] = value;
        }

        return this;
    }

    public void Clear() => _used = 0;

    /// <summary>The last value told of a parameter, or NaN.</summary>
    public double Last(ParameterId id)
    {
        for (int i = 0; i < _used; i++)
        {
            if (_queues[i].Id == (uint)id && _queues[i].Count > 0)
            {
                return _queues[i].Values[_queues[i].Count - 1];
            }
        }

        return double.NaN;
    }

    [UnmanagedCallersOnly]
    private static int OnCount(void* self) => Of<HostChanges>(self)._used;

    [UnmanagedCallersOnly]
    private static void* OnGet(void* self, int index)
    {
        HostChanges changes = Of<HostChanges>(self);
        return index >= 0 && index < changes._used ? changes._queues[index].PointerTo(ParamValueQueueTable.Id) : null;
    }

    [UnmanagedCallersOnly]
    private static void* OnAdd(void* self, uint* id, int* index)
    {
        HostChanges changes = Of<HostChanges>(self);
        *index = 0;
        while (*index < changes._used && changes._queues[*index].Id != *id)
        {
            (*index)++;
        }

        if (*index == changes._queues.Length)
        {
            return null;
        }

        if (*index == changes._used)
        {
            changes._queues[changes._used].Id = *id;
            changes._queues[changes._used++].Count = 0;
        }

        return changes._queues[*index].PointerTo(ParamValueQueueTable.Id);
    }

    [UnmanagedCallersOnly]
    private static uint OnId(void* self) => Of<Queue>(self).Id;

    [UnmanagedCallersOnly]
    private static int OnPoints(void* self) => Of<Queue>(self).Count;

    [UnmanagedCallersOnly]
    private static int OnGetPoint(void* self, int index, int* frame, double* value)
    {
        Queue queue = Of<Queue>(self);
        if (index < 0 || index >= queue.Count)
        {
            return Result.InvalidArgument;
        }

        *frame = index;
        *value = queue.Values[index];
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnAddPoint(void* self, int frame, double value, int* index)
    {
        Queue queue = Of<Queue>(self);
        if (queue.Count == MostPoints)
        {
            return Result.False;
        }

        *index = queue.Count;
        queue.Values[queue.Count++] = value;
        return Result.Ok;
    }

    private sealed class Queue() : NativeObject(new InterfaceEntry(ParamValueQueueTable.Id, QueueTable))
    {
        public double[] Values { get; } = new double[MostPoints];

        public uint Id { get; set; }

        public int Count { get; set; }
    }
}
