namespace FaderStager.Vst3.Abi;

/// <summary>What an interface pointer points to: the table of its functions, then whose it is.</summary>
internal unsafe struct InterfaceSlot
{
    /// <summary>The function table; a host reads this word only.</summary>
    public void* Table;

    /// <summary>Handle of the managed object behind it.</summary>
    public nint Owner;
}
