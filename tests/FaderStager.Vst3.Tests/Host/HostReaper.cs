using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host application that is REAPER: functions by name, one track with a fader, undo blocks.</summary>
internal sealed unsafe class HostReaper : NativeObject
{
    private static readonly ReaperHostApplicationTable* Table = NativeTable.Keep(new ReaperHostApplicationTable
    {
        Unknown = UnknownTable.Managed,
        GetReaperApi = &OnGetApi,
        GetReaperParent = &OnGetParent,
        ReaperExtended = &OnExtended,
    });

    public HostReaper()
        : base(new InterfaceEntry(ReaperHostApplicationTable.Id, Table))
    {
    }

    public void* Pointer => PointerTo(ReaperHostApplicationTable.Id);

    public bool HasTrack { get; set; } = true;

    public bool HasFunctions { get; set; } = true;

    /// <summary>The fader as a factor.</summary>
    public double Volume { get; set; } = 1;

    public List<string> Log { get; } = [];

    [UnmanagedCallersOnly]
    private static void* OnGetApi(void* self, byte* name)
    {
        if (!Of<HostReaper>(self).HasFunctions)
        {
            return null;
        }

        return Marshal.PtrToStringUTF8((nint)name) switch
        {
            "GetMediaTrackInfo_Value" => (delegate* unmanaged<void*, byte*, double>)&GetValue,
            "SetMediaTrackInfo_Value" => (delegate* unmanaged<void*, byte*, double, byte>)&SetValue,
            "Undo_BeginBlock2" => (delegate* unmanaged<void*, void>)&BeginUndo,
            "Undo_EndBlock2" => (delegate* unmanaged<void*, byte*, int, void>)&EndUndo,
            _ => null,
        };
    }

    /// <summary>Track and project are this object: a plug-in only hands them back.</summary>
    [UnmanagedCallersOnly]
    private static void* OnGetParent(void* self, uint what) => what is 1 or 3 && Of<HostReaper>(self).HasTrack ? self : null;

    [UnmanagedCallersOnly]
    private static void* OnExtended(void* self, uint call, void* first, void* second, void* third) => null;

    [UnmanagedCallersOnly]
    private static double GetValue(void* track, byte* name) =>
        Marshal.PtrToStringUTF8((nint)name) == "D_VOL" ? Of<HostReaper>(track).Volume : double.NaN;

    [UnmanagedCallersOnly]
    private static byte SetValue(void* track, byte* name, double value)
    {
        Of<HostReaper>(track).Volume = value;
        Of<HostReaper>(track).Log.Add($"set {Marshal.PtrToStringUTF8((nint)name)}");
        return 1;
    }

    [UnmanagedCallersOnly]
    private static void BeginUndo(void* project) => Of<HostReaper>(project).Log.Add("begin");

    [UnmanagedCallersOnly]
    private static void EndUndo(void* project, byte* name, int flags) => Of<HostReaper>(project).Log.Add($"end {Marshal.PtrToStringUTF8((nint)name)}");
}
