using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host's IAttributeList.</summary>
internal sealed unsafe class HostAttributes : NativeObject
{
    private static readonly AttributeListTable* Table = NativeTable.Keep(new AttributeListTable
    {
        Unknown = UnknownTable.Managed,
        SetInt = &OnSetInt,
        GetInt = &OnGetInt,
        SetFloat = &OnSetFloat,
        GetFloat = &OnGetFloat,
        SetString = &OnSetString,
        GetString = &OnGetString,
        SetBinary = &OnSetBinary,
        GetBinary = &OnGetBinary,
    });

    public HostAttributes()
        : base(new InterfaceEntry(AttributeListTable.Id, Table))
    {
    }

    public void* Pointer => PointerTo(AttributeListTable.Id);

    public Dictionary<string, string> Texts { get; } = [];

    public Dictionary<string, long> Numbers { get; } = [];

    private static string Key(byte* id) => Marshal.PtrToStringUTF8((nint)id)!;

    [UnmanagedCallersOnly]
    private static int OnSetInt(void* self, byte* id, long value) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnGetInt(void* self, byte* id, long* value) =>
        Result.Of(Of<HostAttributes>(self).Numbers.TryGetValue(Key(id), out *value));

    [UnmanagedCallersOnly]
    private static int OnSetFloat(void* self, byte* id, double value) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnGetFloat(void* self, byte* id, double* value) => Result.False;

    [UnmanagedCallersOnly]
    private static int OnSetString(void* self, byte* id, char* text) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnGetString(void* self, byte* id, char* text, uint bytes)
    {
        if (!Of<HostAttributes>(self).Texts.TryGetValue(Key(id), out string? value))
        {
            return Result.False;
        }

        NativeText.Write(text, (int)bytes / sizeof(char), value);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnSetBinary(void* self, byte* id, void* data, uint size) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnGetBinary(void* self, byte* id, void** data, uint* size) => Result.False;
}
