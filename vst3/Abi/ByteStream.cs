namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IBStream: bytes that a host saves or gives back.</summary>
internal unsafe struct ByteStreamTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Reads; what is done may be less.</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Read;

    /// <summary>[ui] Writes; what is done may be less.</summary>
    public delegate* unmanaged<void*, void*, int, int*, int> Write;

    /// <summary>[ui] Goes to a position.</summary>
    public delegate* unmanaged<void*, long, int, long*, int> Seek;

    /// <summary>[ui] The position.</summary>
    public delegate* unmanaged<void*, long*, int> Tell;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0xC3BF6EA2, 0x30994752, 0x9B6BF990, 0x1EE33E9B);

    /// <summary>The table of an object of the host.</summary>
    public static ByteStreamTable* Of(void* pointer) => *(ByteStreamTable**)pointer;
}
