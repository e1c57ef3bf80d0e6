namespace FaderStager.Vst3.Abi;

/// <summary>An interface that an object answers to: its name and the table of its functions.</summary>
/// <remarks>An interface and those it extends share one table.</remarks>
internal readonly unsafe struct InterfaceEntry(InterfaceId id, void* table)
{
    /// <summary>The interface's name.</summary>
    public InterfaceId Id { get; } = id;

    /// <summary>The interface's function table.</summary>
    public void* Table { get; } = table;
}
