using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>PreSonus' context of one channel: its name, colour, index and fader.</summary>
internal sealed unsafe class HostContext
{
    public static readonly ContextInfoProvider3Table* Table = NativeTable.Keep(new ContextInfoProvider3Table
    {
        Base = new ContextInfoProviderTable { Unknown = UnknownTable.Managed, GetValue = &OnGetValue, GetString = &OnGetString },
        GetReal = &OnGetReal,
        SetFirst = (delegate* unmanaged<void*, byte*, double, int>)&OnSetReal,
        SetSecond = (delegate* unmanaged<void*, byte*, double, int>)&OnSetReal,
        SetString = &OnSetString,
        BeginEdit = &OnBegin,
        EndEdit = &OnEnd,
    });

    public string? Name { get; set; }

    public int? ColorAbgr { get; set; }

    public int? Index { get; set; }

    /// <summary>The fader as a factor; NaN = the host does not say.</summary>
    public double Volume { get; set; } = double.NaN;

    public List<string> Gestures { get; } = [];

    private static HostContext Of(void* self) => NativeObject.Of<HostHandler>(self).Context;

    private static bool Is(byte* id, string name) => Marshal.PtrToStringUTF8((nint)id) == name;

    [UnmanagedCallersOnly]
    private static int OnGetValue(void* self, int* value, byte* id)
    {
        int? known = Is(id, "color") ? Of(self).ColorAbgr : Is(id, "index") ? Of(self).Index : null;
        *value = known ?? -1;
        return known is null ? Result.InvalidArgument : Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnGetString(void* self, char* text, int capacity, byte* id)
    {
        if (!Is(id, "name") || Of(self).Name is not { } name)
        {
            return Result.InvalidArgument;
        }

        NativeText.Write(text, capacity, name);
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnGetReal(void* self, double* value, byte* id)
    {
        *value = Of(self).Volume;
        return Is(id, "volume") && !double.IsNaN(*value) ? Result.Ok : Result.InvalidArgument;
    }

    [UnmanagedCallersOnly]
    private static int OnSetReal(void* self, byte* id, double value)
    {
        Of(self).Volume = value;
        return Is(id, "volume") ? Result.Ok : Result.InvalidArgument;
    }

    [UnmanagedCallersOnly]
    private static int OnSetString(void* self, byte* id, char* text) => Result.NotImplemented;

    [UnmanagedCallersOnly]
    private static int OnBegin(void* self, byte* id)
    {
        Of(self).Gestures.Add("begin " + Marshal.PtrToStringUTF8((nint)id));
        return Result.Ok;
    }

    [UnmanagedCallersOnly]
    private static int OnEnd(void* self, byte* id)
    {
        Of(self).Gestures.Add("end " + Marshal.PtrToStringUTF8((nint)id));
        return Result.Ok;
    }
}
