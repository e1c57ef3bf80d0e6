using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IEditController: the parameters, as a host's controls see them.</summary>
internal unsafe interface IEditController : IPluginBase
{
    /// <summary>[ui] What the component was given.</summary>
    int SetComponentState(void* stream);

    /// <summary>[ui] Takes over the controller's own state.</summary>
    int SetState(void* stream);

    /// <summary>[ui] Saves the controller's own state.</summary>
    int GetState(void* stream);

    /// <summary>[ui] Number of parameters.</summary>
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

/// <summary>The function table of <see cref="IEditController"/>, in its published order.</summary>
internal unsafe struct EditControllerTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The host introduces itself.</summary>
    public delegate* unmanaged<void*, void*, int> Initialize;

    /// <summary>[ui] The host takes its leave; its objects must be let go.</summary>
    public delegate* unmanaged<void*, int> Terminate;

    /// <summary>[ui] What the component was given.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentState;

    /// <summary>[ui] Takes over the controller's own state.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>[ui] Saves the controller's own state.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;

    /// <summary>[ui] Number of parameters.</summary>
    public delegate* unmanaged<void*, int> GetParameterCount;

    /// <summary>[ui] Describes a parameter.</summary>
    public delegate* unmanaged<void*, int, ParameterInfoData*, int> GetParameterInfo;

    /// <summary>[ui] A value as text.</summary>
    public delegate* unmanaged<void*, uint, double, char*, int> GetParamStringByValue;

    /// <summary>[ui] A text as value.</summary>
    public delegate* unmanaged<void*, uint, char*, double*, int> GetParamValueByString;

    /// <summary>[ui] 0..1 to the parameter's unit.</summary>
    public delegate* unmanaged<void*, uint, double, double> NormalizedParamToPlain;

    /// <summary>[ui] The parameter's unit to 0..1.</summary>
    public delegate* unmanaged<void*, uint, double, double> PlainParamToNormalized;

    /// <summary>[ui] The value.</summary>
    public delegate* unmanaged<void*, uint, double> GetParamNormalized;

    /// <summary>[ui] The host's control sets the value.</summary>
    public delegate* unmanaged<void*, uint, double, int> SetParamNormalized;

    /// <summary>[ui] Where edits are told.</summary>
    public delegate* unmanaged<void*, void*, int> SetComponentHandler;

    /// <summary>[ui] Makes the editor, or null.</summary>
    public delegate* unmanaged<void*, byte*, void*> CreateView;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0xDCD7BBE3, 0x7742448D, 0xA874AACC, 0x979C759E);

    /// <summary>The functions that lead to a managed <see cref="IEditController"/>.</summary>
    public static readonly EditControllerTable* Managed = NativeTable.Keep(new EditControllerTable
    {
        Unknown = UnknownTable.Managed,
        Initialize = &OnInitialize,
        Terminate = &OnTerminate,
        SetComponentState = &OnSetComponentState,
        SetState = &OnSetState,
        GetState = &OnGetState,
        GetParameterCount = &OnGetParameterCount,
        GetParameterInfo = &OnGetParameterInfo,
        GetParamStringByValue = &OnGetParamStringByValue,
        GetParamValueByString = &OnGetParamValueByString,
        NormalizedParamToPlain = &OnNormalizedParamToPlain,
        PlainParamToNormalized = &OnPlainParamToNormalized,
        GetParamNormalized = &OnGetParamNormalized,
        SetParamNormalized = &OnSetParamNormalized,
        SetComponentHandler = &OnSetComponentHandler,
        CreateView = &OnCreateView,
    });

    [UnmanagedCallersOnly]
    private static int OnInitialize(void* self, void* context)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).Initialize(context);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnTerminate(void* self)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).Terminate();
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetComponentState(void* self, void* stream)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).SetComponentState(stream);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetState(void* self, void* stream)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).SetState(stream);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetState(void* self, void* stream)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetState(stream);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetParameterCount(void* self)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetParameterCount();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetParameterInfo(void* self, int index, ParameterInfoData* info)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetParameterInfo(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetParamStringByValue(void* self, uint id, double normalized, char* text)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetParamStringByValue(id, normalized, text);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetParamValueByString(void* self, uint id, char* text, double* normalized)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetParamValueByString(id, text, normalized);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static double OnNormalizedParamToPlain(void* self, uint id, double normalized)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).NormalizedParamToPlain(id, normalized);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static double OnPlainParamToNormalized(void* self, uint id, double plain)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).PlainParamToNormalized(id, plain);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static double OnGetParamNormalized(void* self, uint id)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).GetParamNormalized(id);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetParamNormalized(void* self, uint id, double normalized)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).SetParamNormalized(id, normalized);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetComponentHandler(void* self, void* handler)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).SetComponentHandler(handler);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static void* OnCreateView(void* self, byte* name)
    {
        try
        {
            return NativeObject.Of<IEditController>(self).CreateView(name);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return null;
        }
    }
}
