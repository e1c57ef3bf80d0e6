namespace FaderStager.Vst3.Abi;

/// <summary>The function table of IComponentHandler2: what a host takes beside edits. Asked of the component handler.</summary>
internal unsafe struct ComponentHandler2Table
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Something that is saved and is no parameter changed.</summary>
    public delegate* unmanaged<void*, byte, int> SetDirty;

    /// <summary>[ui] Asks for the editor to be opened.</summary>
    public delegate* unmanaged<void*, byte*, int> RequestOpenEditor;

    /// <summary>[ui] The gestures that follow are one step of the host's undo.</summary>
    public delegate* unmanaged<void*, int> StartGroupEdit;

    /// <summary>[ui] The step is complete.</summary>
    public delegate* unmanaged<void*, int> FinishGroupEdit;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0xF040B4B3, 0xA36045EC, 0xABCDC045, 0xB4D5A2CC);

    /// <summary>The table of an object of the host.</summary>
    public static ComponentHandler2Table* Of(void* pointer) => *(ComponentHandler2Table**)pointer;
}
