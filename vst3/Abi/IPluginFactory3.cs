namespace FaderStager.Vst3.Abi;

/// <summary>IPluginFactory, IPluginFactory2 and IPluginFactory3: what the module makes. Each extends the one before, so one table serves all.</summary>
[NativeInterface(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931)]
internal unsafe interface IPluginFactory3
{
    /// <summary>[ui] Who made the module.</summary>
    int GetFactoryInfo(FactoryInfo* info);

    /// <summary>[ui] How many classes there are.</summary>
    [AnswersNumber]
    int CountClasses();

    /// <summary>[ui] Describes a class.</summary>
    int GetClassInfo(int index, ClassInfo* info);

    /// <summary>[ui] Makes an object.</summary>
    int CreateInstance(InterfaceId* classId, InterfaceId* interfaceId, void** result);

    /// <summary>[ui] Describes a class, with version and categories.</summary>
    int GetClassInfo2(int index, ClassInfo2* info);

    /// <summary>[ui] Describes a class, names in UTF-16.</summary>
    int GetClassInfoUnicode(int index, ClassInfoW* info);

    /// <summary>[ui] The host introduces itself to the module.</summary>
    int SetHostContext(void* context);
}
