using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IEditController2: knob modes, help, about.</summary>
internal unsafe interface IEditController2
{
    /// <summary>[ui] How knobs are dragged.</summary>
    int SetKnobMode(int mode);

    /// <summary>[ui] Shows help.</summary>
    int OpenHelp(byte onlyCheck);

    /// <summary>[ui] Shows who made it.</summary>
    int OpenAboutBox(byte onlyCheck);
}

/// <summary>The function table of <see cref="IEditController2"/>, in its published order.</summary>
internal unsafe struct EditController2Table
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] How knobs are dragged.</summary>
    public delegate* unmanaged<void*, int, int> SetKnobMode;

    /// <summary>[ui] Shows help.</summary>
    public delegate* unmanaged<void*, byte, int> OpenHelp;

    /// <summary>[ui] Shows who made it.</summary>
    public delegate* unmanaged<void*, byte, int> OpenAboutBox;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x7F4EFE59, 0xF3204967, 0xAC27A3AE, 0xAFB63038);

    /// <summary>The functions that lead to a managed <see cref="IEditController2"/>.</summary>
    public static readonly EditController2Table* Managed = NativeTable.Keep(new EditController2Table
    {
        Unknown = UnknownTable.Managed,
        SetKnobMode = &OnSetKnobMode,
        OpenHelp = &OnOpenHelp,
        OpenAboutBox = &OnOpenAboutBox,
    });

    [UnmanagedCallersOnly]
    private static int OnSetKnobMode(void* self, int mode)
    {
        try
        {
            return NativeObject.Of<IEditController2>(self).SetKnobMode(mode);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOpenHelp(void* self, byte onlyCheck)
    {
        try
        {
            return NativeObject.Of<IEditController2>(self).OpenHelp(onlyCheck);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOpenAboutBox(void* self, byte onlyCheck)
    {
        try
        {
            return NativeObject.Of<IEditController2>(self).OpenAboutBox(onlyCheck);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
