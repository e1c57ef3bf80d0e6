namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IAttributeList: values by name.</summary>
internal unsafe struct AttributeListTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Sets a number.</summary>
    public delegate* unmanaged<void*, byte*, long, int> SetInt;

    /// <summary>[ui] Gets a number.</summary>
    public delegate* unmanaged<void*, byte*, long*, int> GetInt;

    /// <summary>[ui] Sets a number.</summary>
    public delegate* unmanaged<void*, byte*, double, int> SetFloat;

    /// <summary>[ui] Gets a number.</summary>
    public delegate* unmanaged<void*, byte*, double*, int> GetFloat;

    /// <summary>[ui] Sets a text.</summary>
    public delegate* unmanaged<void*, byte*, char*, int> SetString;

    /// <summary>[ui] Gets a text.</summary>
    public delegate* unmanaged<void*, byte*, char*, uint, int> GetString;

    /// <summary>[ui] Sets bytes.</summary>
    public delegate* unmanaged<void*, byte*, void*, uint, int> SetBinary;

    /// <summary>[ui] Gets bytes.</summary>
    public delegate* unmanaged<void*, byte*, void**, uint*, int> GetBinary;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x1E5F0AEB, 0xCC7F4533, 0xA2544011, 0x38AD5EE4);

    /// <summary>The table of an object of the host.</summary>
    public static AttributeListTable* Of(void* pointer) => *(AttributeListTable**)pointer;
}
