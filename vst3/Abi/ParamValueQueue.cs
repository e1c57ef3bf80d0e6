namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IParamValueQueue: the points of one parameter in a block.</summary>
internal unsafe struct ParamValueQueueTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[audio] Which parameter.</summary>
    public delegate* unmanaged<void*, uint> GetParameterId;

    /// <summary>[audio] Number of points.</summary>
    public delegate* unmanaged<void*, int> GetPointCount;

    /// <summary>[audio] A point.</summary>
    public delegate* unmanaged<void*, int, int*, double*, int> GetPoint;

    /// <summary>[audio] Adds a point.</summary>
    public delegate* unmanaged<void*, int, double, int*, int> AddPoint;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x01263A18, 0xED074F6F, 0x98C9D356, 0x4686F9BA);

    /// <summary>The table of an object of the host.</summary>
    public static ParamValueQueueTable* Of(void* pointer) => *(ParamValueQueueTable**)pointer;
}
