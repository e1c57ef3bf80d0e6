namespace FaderStager.Vst3.Abi;

/// <summary>IEditController2: knob modes, help, about.</summary>
[NativeInterface(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038)]
internal unsafe interface IEditController2
{
    /// <summary>[ui] How knobs are dragged.</summary>
    int SetKnobMode(int mode);

    /// <summary>[ui] Shows help.</summary>
    int OpenHelp(byte onlyCheck);

    /// <summary>[ui] Shows who made it.</summary>
    int OpenAboutBox(byte onlyCheck);
}
