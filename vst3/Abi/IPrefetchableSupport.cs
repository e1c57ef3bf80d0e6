namespace FaderStager.Vst3.Abi;

/// <summary>IPrefetchableSupport: whether the host may render ahead.</summary>
[NativeInterface(0x8AE54FDA, 0xE93046B9, 0xA28555BC, 0xDC98E21E)]
internal unsafe interface IPrefetchableSupport
{
    /// <summary>[ui] 0 = never, 1 = yes, 2 = not yet.</summary>
    int GetPrefetchableSupport(uint* support);
}
