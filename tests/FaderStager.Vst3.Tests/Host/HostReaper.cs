using System.Runtime.InteropServices;
using FaderStager.Vst3.Abi;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A host application that is REAPER: functions by name, one track with a fader, a name and a colour, undo blocks.</summary>
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

    /// <summary>The project that keeps the undo, where several tracks share one.</summary>
    public HostReaper? Project { get; set; }

    /// <summary>The fader as a factor.</summary>
    public double Volume { get; set; } = 1;

    /// <summary>The track's name as the mixer shows it; null = a version that has no function for it.</summary>
    public string? Name { get; set; }

    /// <summary>The track's colour, blue in the highest byte as on Windows; null = none chosen.</summary>
    public int? NativeColour { get; set; }

    /// <summary>The track's number, counted from 1; -1 = the master.</summary>
    public int Number { get; set; }

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
            "GetTrackName" => Of<HostReaper>(self).Name is null ? null : (delegate* unmanaged<void*, byte*, int, byte>)&GetName,
            "ColorFromNative" => (delegate* unmanaged<int, int*, int*, int*, void>)&FromNative,
            "Undo_BeginBlock2" => (delegate* unmanaged<void*, void>)&BeginUndo,
            "Undo_EndBlock2" => (delegate* unmanaged<void*, byte*, int, void>)&EndUndo,
            _ => null,
        };
    }

    /// <summary>The track is this object, and so is the project unless a test names another: a plug-in only hands them back.</summary>
    [UnmanagedCallersOnly]
    private static void* OnGetParent(void* self, uint what)
    {
        HostReaper reaper = Of<HostReaper>(self);
        return !reaper.HasTrack ? null
            : what == 1 ? self
            : what == 3 ? (reaper.Project is { } project ? project.Pointer : self)
            : null;
    }

    [UnmanagedCallersOnly]
    private static void* OnExtended(void* self, uint call, void* first, void* second, void* third) => null;

    [UnmanagedCallersOnly]
    private static double GetValue(void* track, byte* name)
    {
        HostReaper reaper = Of<HostReaper>(track);
        return Marshal.PtrToStringUTF8((nint)name) switch
        {
            "D_VOL" => reaper.Volume,
            "I_CUSTOMCOLOR" => reaper.NativeColour is { } colour ? colour | 0x0100_0000 : 0,
            "IP_TRACKNUMBER" => reaper.Number,
            _ => double.NaN,
        };
    }

    [UnmanagedCallersOnly]
    private static byte GetName(void* track, byte* name, int capacity)
    {
        byte[] bytes = System.Text.Encoding.UTF8.GetBytes(Of<HostReaper>(track).Name + '\0');
        bytes.AsSpan(0, Math.Min(capacity, bytes.Length)).CopyTo(new Span<byte>(name, capacity));
        return 1;
    }

    [UnmanagedCallersOnly]
    private static void FromNative(int native, int* red, int* green, int* blue) =>
        (*red, *green, *blue) = (native & 0xFF, (native >> 8) & 0xFF, (native >> 16) & 0xFF);

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
