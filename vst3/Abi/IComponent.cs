using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IComponent: buses, activity and state.</summary>
internal unsafe interface IComponent : IPluginBase
{
    /// <summary>[ui] The class of a controller of its own.</summary>
    int GetControllerClassId(InterfaceId* classId);

    /// <summary>[ui] How an instrument is used.</summary>
    int SetIoMode(int mode);

    /// <summary>[ui] Number of buses.</summary>
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

/// <summary>The function table of <see cref="IComponent"/>, in its published order.</summary>
internal unsafe struct ComponentTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The host introduces itself.</summary>
    public delegate* unmanaged<void*, void*, int> Initialize;

    /// <summary>[ui] The host takes its leave; its objects must be let go.</summary>
    public delegate* unmanaged<void*, int> Terminate;

    /// <summary>[ui] The class of a controller of its own.</summary>
    public delegate* unmanaged<void*, InterfaceId*, int> GetControllerClassId;

    /// <summary>[ui] How an instrument is used.</summary>
    public delegate* unmanaged<void*, int, int> SetIoMode;

    /// <summary>[ui] Number of buses.</summary>
    public delegate* unmanaged<void*, int, int, int> GetBusCount;

    /// <summary>[ui] Describes a bus.</summary>
    public delegate* unmanaged<void*, int, int, int, BusInfo*, int> GetBusInfo;

    /// <summary>[ui] Which output an input leads to.</summary>
    public delegate* unmanaged<void*, RoutingInfo*, RoutingInfo*, int> GetRoutingInfo;

    /// <summary>[ui] Switches a bus.</summary>
    public delegate* unmanaged<void*, int, int, int, byte, int> ActivateBus;

    /// <summary>[ui] Gets ready for blocks, or lets go of what that took.</summary>
    public delegate* unmanaged<void*, byte, int> SetActive;

    /// <summary>[ui] Takes over what was saved.</summary>
    public delegate* unmanaged<void*, void*, int> SetState;

    /// <summary>[ui] Saves.</summary>
    public delegate* unmanaged<void*, void*, int> GetState;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0xE831FF31, 0xF2D54301, 0x928EBBEE, 0x25697802);

    /// <summary>The functions that lead to a managed <see cref="IComponent"/>.</summary>
    public static readonly ComponentTable* Managed = NativeTable.Keep(new ComponentTable
    {
        Unknown = UnknownTable.Managed,
        Initialize = &OnInitialize,
        Terminate = &OnTerminate,
        GetControllerClassId = &OnGetControllerClassId,
        SetIoMode = &OnSetIoMode,
        GetBusCount = &OnGetBusCount,
        GetBusInfo = &OnGetBusInfo,
        GetRoutingInfo = &OnGetRoutingInfo,
        ActivateBus = &OnActivateBus,
        SetActive = &OnSetActive,
        SetState = &OnSetState,
        GetState = &OnGetState,
    });

    [UnmanagedCallersOnly]
    private static int OnInitialize(void* self, void* context)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).Initialize(context);
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
            return NativeObject.Of<IComponent>(self).Terminate();
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetControllerClassId(void* self, InterfaceId* classId)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).GetControllerClassId(classId);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetIoMode(void* self, int mode)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).SetIoMode(mode);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetBusCount(void* self, int mediaType, int direction)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).GetBusCount(mediaType, direction);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetBusInfo(void* self, int mediaType, int direction, int index, BusInfo* info)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).GetBusInfo(mediaType, direction, index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetRoutingInfo(void* self, RoutingInfo* input, RoutingInfo* output)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).GetRoutingInfo(input, output);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnActivateBus(void* self, int mediaType, int direction, int index, byte state)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).ActivateBus(mediaType, direction, index, state);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetActive(void* self, byte state)
    {
        try
        {
            return NativeObject.Of<IComponent>(self).SetActive(state);
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
            return NativeObject.Of<IComponent>(self).SetState(stream);
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
            return NativeObject.Of<IComponent>(self).GetState(stream);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
