namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IHostApplication: who the host is.</summary>
internal unsafe struct HostApplicationTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The host's name, 128 characters.</summary>
    public delegate* unmanaged<void*, char*, int> GetName;

    /// <summary>[ui] Makes a message or an attribute list.</summary>
    public delegate* unmanaged<void*, InterfaceId*, InterfaceId*, void**, int> CreateInstance;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x58E595CC, 0xDB2D4969, 0x8B6AAF8C, 0x36A664E5);

    /// <summary>The table of an object of the host.</summary>
    public static HostApplicationTable* Of(void* pointer) => *(HostApplicationTable**)pointer;
}
