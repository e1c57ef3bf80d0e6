namespace FaderStager.Vst3.Abi;

/// <summary>IEditController: the parameters, as a host's controls see them.</summary>
[NativeInterface(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E)]
internal unsafe interface IEditController : IPluginBase
{
    /// <summary>[ui] What the component was given.</summary>
    int SetComponentState(void* stream);

    /// <summary>[ui] Takes over the controller's own state.</summary>
    int SetState(void* stream);

    /// <summary>[ui] Saves the controller's own state.</summary>
    int GetState(void* stream);

    /// <summary>[ui] Number of parameters.</summary>
    [AnswersNumber]
    int GetParameterCount();

    /// <summary>[ui] Describes a parameter.</summary>
    int GetParameterInfo(int index, ParameterInfoData* info);

    /// <summary>[ui] A value as text.</summary>
    int GetParamStringByValue(uint id, double normalized, char* text);

    /// <summary>[ui] A text as value.</summary>
    int GetParamValueByString(uint id, char* text, double* normalized);

    /// <summary>[ui] 0..1 to the parameter's unit.</summary>
    double NormalizedParamToPlain(uint id, double normalized);

    /// <summary>[ui] The parameter's unit to 0..1.</summary>
    double PlainParamToNormalized(uint id, double plain);

    /// <summary>[ui] The value.</summary>
    double GetParamNormalized(uint id);

    /// <summary>[ui] The host's control sets the value.</summary>
    int SetParamNormalized(uint id, double normalized);

    /// <summary>[ui] Where edits are told.</summary>
    int SetComponentHandler(void* handler);

    /// <summary>[ui] Makes the editor, or null.</summary>
    void* CreateView(byte* name);
}
