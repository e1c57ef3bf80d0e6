namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IParameterChanges: a queue for each parameter that changes in a block.</summary>
internal unsafe struct ParameterChangesTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[audio] Number of queues.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>[audio] A queue, or null.</summary>
    public delegate* unmanaged<void*, int, void*> GetParameterData;

    /// <summary>[audio] A queue to write to, or null where there is no room.</summary>
    public delegate* unmanaged<void*, uint*, int*, void*> AddParameterData;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0xA4779663, 0x0BB64A56, 0xB44384A8, 0x466FEB9D);

    /// <summary>The table of an object of the host.</summary>
    public static ParameterChangesTable* Of(void* pointer) => *(ParameterChangesTable**)pointer;
}
