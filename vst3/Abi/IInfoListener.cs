namespace FaderStager.Vst3.Abi;

/// <summary>IInfoListener: the host tells of the channel the plug-in sits in.</summary>
[NativeInterface(0x0F194781, 0x8D984ADA, 0xBBA0C1EF, 0xC011D8D0)]
internal unsafe interface IInfoListener
{
    /// <summary>[ui] Name, colour, index, place: whatever changed.</summary>
    int SetChannelContextInfos(void* attributes);
}
