using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>ITimerHandler: what a run loop calls.</summary>
internal unsafe interface ITimerHandler
{
    /// <summary>[ui] The time has come.</summary>
    void OnTimer();
}

/// <summary>The function table of <see cref="ITimerHandler"/>, in its published order.</summary>
internal unsafe struct TimerHandlerTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] The time has come.</summary>
    public delegate* unmanaged<void*, void> OnTimer;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x10BDD94F, 0x41424774, 0x821FAD8F, 0xECA72CA9);

    /// <summary>The functions that lead to a managed <see cref="ITimerHandler"/>.</summary>
    public static readonly TimerHandlerTable* Managed = NativeTable.Keep(new TimerHandlerTable
    {
        Unknown = UnknownTable.Managed,
        OnTimer = &OnOnTimer,
    });

    [UnmanagedCallersOnly]
    private static void OnOnTimer(void* self)
    {
        try
        {
            NativeObject.Of<ITimerHandler>(self).OnTimer();
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
        }
    }
}
