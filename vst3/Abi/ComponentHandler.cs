namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IComponentHandler: where a controller tells of edits.</summary>
internal unsafe struct ComponentHandlerTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] A gesture begins.</summary>
    public delegate* unmanaged<void*, uint, int> BeginEdit;

    /// <summary>[ui] The value is now this.</summary>
    public delegate* unmanaged<void*, uint, double, int> PerformEdit;

    /// <summary>[ui] The gesture ends.</summary>
    public delegate* unmanaged<void*, uint, int> EndEdit;

    /// <summary>[ui] Something changed that the host has to ask for.</summary>
    public delegate* unmanaged<void*, int, int> RestartComponent;

    /// <summary>Flag of <see cref="RestartComponent"/>: values of parameters changed, the host asks for all of them.</summary>
    public const int ParameterValuesChanged = 1 << 2;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x93A0BEA3, 0x0BD045DB, 0x8E890B0C, 0xC1E46AC6);

    /// <summary>The table of an object of the host.</summary>
    public static ComponentHandlerTable* Of(void* pointer) => *(ComponentHandlerTable**)pointer;
}
