using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IPrefetchableSupport: whether the host may render ahead.</summary>
internal unsafe interface IPrefetchableSupport
{
    /// <summary>[ui] 0 = never, 1 = yes, 2 = not yet.</summary>
    int GetPrefetchableSupport(uint* support);
}

/// <summary>The function table of <see cref="IPrefetchableSupport"/>, in its published order.</summary>
internal unsafe struct PrefetchableSupportTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] 0 = never, 1 = yes, 2 = not yet.</summary>
    public delegate* unmanaged<void*, uint*, int> GetPrefetchableSupport;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x8AE54FDA, 0xE93046B9, 0xA28555BC, 0xDC98E21E);

    /// <summary>The functions that lead to a managed <see cref="IPrefetchableSupport"/>.</summary>
    public static readonly PrefetchableSupportTable* Managed = NativeTable.Keep(new PrefetchableSupportTable
    {
        Unknown = UnknownTable.Managed,
        GetPrefetchableSupport = &OnGetPrefetchableSupport,
    });

    [UnmanagedCallersOnly]
    private static int OnGetPrefetchableSupport(void* self, uint* support)
    {
        try
        {
            return NativeObject.Of<IPrefetchableSupport>(self).GetPrefetchableSupport(support);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
