using System.Runtime.InteropServices;
using FaderStager.Mixing.Tracks;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Plugin.Warming;

/// <summary>A host's parameter changes for <see cref="WarmUp"/>: one queue with one point, and as much room for what is told as is asked for.</summary>
/// <remarks>[setup]</remarks>
internal sealed unsafe class SpareChanges : NativeObject
{
    private static readonly ParameterChangesTable* Changes = NativeTable.Keep(new ParameterChangesTable
    {
        Unknown = UnknownTable.Managed,
        GetParameterCount = &OnCount,
        GetParameterData = &OnGet,
        AddParameterData = &OnAdd,
    });

    private static readonly ParamValueQueueTable* Queue = NativeTable.Keep(new ParamValueQueueTable
    {
        Unknown = UnknownTable.Managed,
        GetParameterId = &OnId,
        GetPointCount = &OnCount,
        GetPoint = &OnGetPoint,
        AddPoint = &OnAddPoint,
    });

    private double _value;

    /// <summary>Makes the changes with one reference.</summary>
    public SpareChanges()
        : base(new InterfaceEntry(ParameterChangesTable.Id, Changes), new InterfaceEntry(ParamValueQueueTable.Id, Queue))
    {
    }

    /// <summary>The IParameterChanges.</summary>
    public void* Pointer => PointerTo(ParameterChangesTable.Id);

    [UnmanagedCallersOnly]
    private static int OnCount(void* self) => 1;

    [UnmanagedCallersOnly]
    private static void* OnGet(void* self, int index) => Of<SpareChanges>(self).PointerTo(ParamValueQueueTable.Id);

    [UnmanagedCallersOnly]
    private static void* OnAdd(void* self, uint* id, int* index) => Of<SpareChanges>(self).PointerTo(ParamValueQueueTable.Id);

    [UnmanagedCallersOnly]
    private static uint OnId(void* self) => (uint)ParameterId.Fader;

    /// <summary>Another value each time, so that the fader has to glide.</summary>
    [UnmanagedCallersOnly]
    private static int OnGetPoint(void* self, int point, int* frame, double* value)
    {
        SpareChanges changes = Of<SpareChanges>(self);
        changes._value = 1 - changes._value;
        *frame = 0;
        *value = changes._value;
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnAddPoint(void* self, int frame, double value, int* index) => Result.Ok;
}
