namespace FaderStager.Vst3.Abi;

/// <summary>The function table of PreSonus' IContextInfoProvider: what a host tells of the channel.</summary>
/// <remarks>Asked of the component handler. <b>Source:</b> PreSonus Plug-In Extensions (public domain).</remarks>
internal unsafe struct ContextInfoProviderTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] A whole number.</summary>
    public delegate* unmanaged<void*, int*, byte*, int> GetValue;

    /// <summary>[ui] A text; capacity in characters.</summary>
    public delegate* unmanaged<void*, char*, int, byte*, int> GetString;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x483E61EA, 0x17994494, 0x8199A35A, 0xEBB35E3C);

    /// <summary>The table of an object of the host.</summary>
    public static ContextInfoProviderTable* Of(void* pointer) => *(ContextInfoProviderTable**)pointer;
}
