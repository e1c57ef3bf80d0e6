namespace FaderStager.Vst3.Abi;

/// <summary>IEventHandler: what a run loop calls when a file has something to read.</summary>
[NativeInterface(0x561E65C9, 0x13A0496F, 0x813A2C35, 0x654D7983)]
internal unsafe interface IEventHandler
{
    /// <summary>[ui] The file has something to read.</summary>
    void OnFDIsSet(int descriptor);
}
