namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IRunLoop: the host's event loop on Linux.</summary>
internal unsafe struct RunLoopTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Watches a file.</summary>
    public delegate* unmanaged<void*, void*, int, int> RegisterEventHandler;

    /// <summary>[ui] Watches it no more.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterEventHandler;

    /// <summary>[ui] Calls again and again.</summary>
    public delegate* unmanaged<void*, void*, ulong, int> RegisterTimer;

    /// <summary>[ui] Calls no more.</summary>
    public delegate* unmanaged<void*, void*, int> UnregisterTimer;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x18C35366, 0x97764F1A, 0x9C5B8385, 0x7A871389);

    /// <summary>The table of an object of the host.</summary>
    public static RunLoopTable* Of(void* pointer) => *(RunLoopTable**)pointer;
}
