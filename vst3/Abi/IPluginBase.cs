namespace FaderStager.Vst3.Abi;

/// <summary>IPluginBase: what a component and a controller begin with.</summary>
[NativeInterface(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625)]
internal unsafe interface IPluginBase
{
    /// <summary>[ui] The host introduces itself.</summary>
    int Initialize(void* context);

    /// <summary>[ui] The host takes its leave; its objects must be let go.</summary>
    int Terminate();
}
