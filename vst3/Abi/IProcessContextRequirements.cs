using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IProcessContextRequirements: what a block's context must tell.</summary>
internal unsafe interface IProcessContextRequirements
{
    /// <summary>[ui] Bits of what is needed.</summary>
    uint GetProcessContextRequirements();
}

/// <summary>The function table of <see cref="IProcessContextRequirements"/>, in its published order.</summary>
internal unsafe struct ProcessContextRequirementsTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Bits of what is needed.</summary>
    public delegate* unmanaged<void*, uint> GetProcessContextRequirements;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x2A654303, 0xEF764E3D, 0x95B5FE83, 0x730EF6D0);

    /// <summary>The functions that lead to a managed <see cref="IProcessContextRequirements"/>.</summary>
    public static readonly ProcessContextRequirementsTable* Managed = NativeTable.Keep(new ProcessContextRequirementsTable
    {
        Unknown = UnknownTable.Managed,
        GetProcessContextRequirements = &OnGetProcessContextRequirements,
    });

    [UnmanagedCallersOnly]
    private static uint OnGetProcessContextRequirements(void* self)
    {
        try
        {
            return NativeObject.Of<IProcessContextRequirements>(self).GetProcessContextRequirements();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
            return 0;
        }
    }
}
