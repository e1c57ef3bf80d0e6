namespace FaderStager.Vst3.Abi;

/// <summary>IProcessContextRequirements: what a block's context must tell.</summary>
[NativeInterface(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0)]
internal unsafe interface IProcessContextRequirements
{
    /// <summary>[ui] Bits of what is needed.</summary>
    uint GetProcessContextRequirements();
}
