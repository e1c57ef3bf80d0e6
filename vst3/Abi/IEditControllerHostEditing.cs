namespace FaderStager.Vst3.Abi;

/// <summary>IEditControllerHostEditing: a person's hand on the host's own control of a parameter that is not automated.</summary>
[NativeInterface(0xC1271208, 0x70594098, 0xB9DD34B3, 0x6BB0195E)]
internal unsafe interface IEditControllerHostEditing
{
    /// <summary>[ui] The hand takes hold.</summary>
    int BeginEditFromHost(uint id);

    /// <summary>[ui] The hand leaves.</summary>
    int EndEditFromHost(uint id);
}
