namespace FaderStager.Vst3.Abi;

/// <summary>The function table of REAPER's IReaperHostApplication: its functions by name.</summary>
/// <remarks>Asked of the host application. <b>Source:</b> reaper_vst3_interfaces.h, REAPER extension SDK.</remarks>
internal unsafe struct ReaperHostApplicationTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] A function, or null.</summary>
    public delegate* unmanaged<void*, byte*, void*> GetReaperApi;

    /// <summary>[ui] What the plug-in sits in: 1 = the track.</summary>
    public delegate* unmanaged<void*, uint, void*> GetReaperParent;

    /// <summary>[ui] Everything else.</summary>
    public delegate* unmanaged<void*, uint, void*, void*, void*, void*> ReaperExtended;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x79655E36, 0x77EE4267, 0xA573FEF7, 0x4912C27C);

    /// <summary>The table of an object of the host.</summary>
    public static ReaperHostApplicationTable* Of(void* pointer) => *(ReaperHostApplicationTable**)pointer;
}
