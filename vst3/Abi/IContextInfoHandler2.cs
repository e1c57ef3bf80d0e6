namespace FaderStager.Vst3.Abi;

/// <summary>PreSonus' IContextInfoHandler2: something of the channel changed.</summary>
/// <remarks>The older IContextInfoHandler, which names nothing, is not implemented: hosts prefer this one. <b>Source:</b> PreSonus Plug-In Extensions (public domain).</remarks>
[NativeInterface(0x31E29A7A, 0xE55043AD, 0x8B95B9B8, 0xDA1FBE1E)]
internal unsafe interface IContextInfoHandler2
{
    /// <summary>[ui] What changed; empty = all.</summary>
    void NotifyContextInfoChange(byte* id);
}
