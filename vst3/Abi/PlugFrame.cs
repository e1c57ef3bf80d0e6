namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IPlugFrame: the window around an editor.</summary>
internal unsafe struct PlugFrameTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Asks for a size.</summary>
    public delegate* unmanaged<void*, void*, ViewRect*, int> ResizeView;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x367FAF01, 0xAFA94693, 0x8D4DA2A0, 0xED0882A3);

    /// <summary>The table of an object of the host.</summary>
    public static PlugFrameTable* Of(void* pointer) => *(PlugFrameTable**)pointer;
}
