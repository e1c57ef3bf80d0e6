using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IPluginFactory, IPluginFactory2 and IPluginFactory3: what the module makes. Each extends the one before, so one table serves all.</summary>
internal unsafe interface IPluginFactory3
{
    /// <summary>[ui] Who made the module.</summary>
    int GetFactoryInfo(FactoryInfo* info);

    /// <summary>[ui] How many classes there are.</summary>
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

/// <summary>The function table of <see cref="IPluginFactory3"/>, in its published order.</summary>
internal unsafe struct PluginFactory3Table
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Who made the module.</summary>
    public delegate* unmanaged<void*, FactoryInfo*, int> GetFactoryInfo;

    /// <summary>[ui] How many classes there are.</summary>
    public delegate* unmanaged<void*, int> CountClasses;

    /// <summary>[ui] Describes a class.</summary>
    public delegate* unmanaged<void*, int, ClassInfo*, int> GetClassInfo;

    /// <summary>[ui] Makes an object.</summary>
    public delegate* unmanaged<void*, InterfaceId*, InterfaceId*, void**, int> CreateInstance;

    /// <summary>[ui] Describes a class, with version and categories.</summary>
    public delegate* unmanaged<void*, int, ClassInfo2*, int> GetClassInfo2;

    /// <summary>[ui] Describes a class, names in UTF-16.</summary>
    public delegate* unmanaged<void*, int, ClassInfoW*, int> GetClassInfoUnicode;

    /// <summary>[ui] The host introduces itself to the module.</summary>
    public delegate* unmanaged<void*, void*, int> SetHostContext;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x4555A2AB, 0xC1234E57, 0x9B122910, 0x36878931);

    /// <summary>The functions that lead to a managed <see cref="IPluginFactory3"/>.</summary>
    public static readonly PluginFactory3Table* Managed = NativeTable.Keep(new PluginFactory3Table
    {
        Unknown = UnknownTable.Managed,
        GetFactoryInfo = &OnGetFactoryInfo,
        CountClasses = &OnCountClasses,
        GetClassInfo = &OnGetClassInfo,
        CreateInstance = &OnCreateInstance,
        GetClassInfo2 = &OnGetClassInfo2,
        GetClassInfoUnicode = &OnGetClassInfoUnicode,
        SetHostContext = &OnSetHostContext,
    });

    [UnmanagedCallersOnly]
    private static int OnGetFactoryInfo(void* self, FactoryInfo* info)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).GetFactoryInfo(info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCountClasses(void* self)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).CountClasses();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetClassInfo(void* self, int index, ClassInfo* info)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).GetClassInfo(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCreateInstance(void* self, InterfaceId* classId, InterfaceId* interfaceId, void** result)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).CreateInstance(classId, interfaceId, result);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetClassInfo2(void* self, int index, ClassInfo2* info)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).GetClassInfo2(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetClassInfoUnicode(void* self, int index, ClassInfoW* info)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).GetClassInfoUnicode(index, info);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetHostContext(void* self, void* context)
    {
        try
        {
            return NativeObject.Of<IPluginFactory3>(self).SetHostContext(context);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
