namespace FaderStager.Vst3.Abi;

/// <summary>IPlugViewContentScaleSupport: the scale of the screen.</summary>
[NativeInterface(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F)]
internal unsafe interface IPlugViewContentScaleSupport
{
    /// <summary>[ui] 1 = 100 %.</summary>
    int SetContentScaleFactor(float factor);
}
