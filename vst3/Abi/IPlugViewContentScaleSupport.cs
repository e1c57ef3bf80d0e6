using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IPlugViewContentScaleSupport: the scale of the screen.</summary>
internal unsafe interface IPlugViewContentScaleSupport
{
    /// <summary>[ui] 1 = 100 %.</summary>
    int SetContentScaleFactor(float factor);
}

/// <summary>The function table of <see cref="IPlugViewContentScaleSupport"/>, in its published order.</summary>
internal unsafe struct PlugViewContentScaleSupportTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] 1 = 100 %.</summary>
    public delegate* unmanaged<void*, float, int> SetContentScaleFactor;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x65ED9690, 0x8AC44525, 0x8AADEF7A, 0x72EA703F);

    /// <summary>The functions that lead to a managed <see cref="IPlugViewContentScaleSupport"/>.</summary>
    public static readonly PlugViewContentScaleSupportTable* Managed = NativeTable.Keep(new PlugViewContentScaleSupportTable
    {
        Unknown = UnknownTable.Managed,
        SetContentScaleFactor = &OnSetContentScaleFactor,
    });

    [UnmanagedCallersOnly]
    private static int OnSetContentScaleFactor(void* self, float factor)
    {
        try
        {
            return NativeObject.Of<IPlugViewContentScaleSupport>(self).SetContentScaleFactor(factor);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
