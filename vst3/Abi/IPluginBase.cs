using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IPluginBase: what a component and a controller begin with.</summary>
internal unsafe interface IPluginBase
{
    /// <summary>[ui] The host introduces itself.</summary>
    int Initialize(void* context);

    /// <summary>[ui] The host takes its leave; its objects must be let go.</summary>
    int Terminate();
}

/// <summary>The function table of <see cref="IPluginBase"/>, in its published order.</summary>
internal unsafe struct PluginBaseTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The host introduces itself.</summary>
    public delegate* unmanaged<void*, void*, int> Initialize;

    /// <summary>[ui] The host takes its leave; its objects must be let go.</summary>
    public delegate* unmanaged<void*, int> Terminate;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x22888DDB, 0x156E45AE, 0x8358B348, 0x08190625);

    /// <summary>The functions that lead to a managed <see cref="IPluginBase"/>.</summary>
    public static readonly PluginBaseTable* Managed = NativeTable.Keep(new PluginBaseTable
    {
        Unknown = UnknownTable.Managed,
        Initialize = &OnInitialize,
        Terminate = &OnTerminate,
    });

    [UnmanagedCallersOnly]
    private static int OnInitialize(void* self, void* context)
    {
        try
        {
            return NativeObject.Of<IPluginBase>(self).Initialize(context);
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
            return NativeObject.Of<IPluginBase>(self).Terminate();
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
