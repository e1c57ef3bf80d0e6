namespace FaderStager.Vst3.Abi;

/// <summary>IComponent: buses, activity and state.</summary>
[NativeInterface(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802)]
internal unsafe interface IComponent : IPluginBase
{
    /// <summary>[ui] The class of a controller of its own.</summary>
    int GetControllerClassId(InterfaceId* classId);

    /// <summary>[ui] How an instrument is used.</summary>
    int SetIoMode(int mode);

    /// <summary>[ui] Number of buses.</summary>
    [AnswersNumber]
    int GetBusCount(int mediaType, int direction);

    /// <summary>[ui] Describes a bus.</summary>
    int GetBusInfo(int mediaType, int direction, int index, BusInfo* info);

    /// <summary>[ui] Which output an input leads to.</summary>
    int GetRoutingInfo(RoutingInfo* input, RoutingInfo* output);

    /// <summary>[ui] Switches a bus.</summary>
    int ActivateBus(int mediaType, int direction, int index, byte state);

    /// <summary>[ui] Gets ready for blocks, or lets go of what that took.</summary>
    int SetActive(byte state);

    /// <summary>[ui] Takes over what was saved.</summary>
    int SetState(void* stream);

    /// <summary>[ui] Saves.</summary>
    int GetState(void* stream);
}
