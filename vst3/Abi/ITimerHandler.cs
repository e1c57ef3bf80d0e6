namespace FaderStager.Vst3.Abi;

/// <summary>ITimerHandler: what a run loop calls.</summary>
[NativeInterface(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9)]
internal unsafe interface ITimerHandler
{
    /// <summary>[ui] The time has come.</summary>
    void OnTimer();
}
