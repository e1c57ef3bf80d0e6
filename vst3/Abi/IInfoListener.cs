using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IInfoListener: the host tells of the channel the plug-in sits in.</summary>
internal unsafe interface IInfoListener
{
    /// <summary>[ui] Name, colour, index, place: whatever changed.</summary>
    int SetChannelContextInfos(void* attributes);
}

/// <summary>The function table of <see cref="IInfoListener"/>, in its published order.</summary>
internal unsafe struct InfoListenerTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Name, colour, index, place: whatever changed.</summary>
    public delegate* unmanaged<void*, void*, int> SetChannelContextInfos;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x0F194781, 0x8D984ADA, 0xBBA0C1EF, 0xC011D8D0);

    /// <summary>The functions that lead to a managed <see cref="IInfoListener"/>.</summary>
    public static readonly InfoListenerTable* Managed = NativeTable.Keep(new InfoListenerTable
    {
        Unknown = UnknownTable.Managed,
        SetChannelContextInfos = &OnSetChannelContextInfos,
    });

    [UnmanagedCallersOnly]
    private static int OnSetChannelContextInfos(void* self, void* attributes)
    {
        try
        {
            return NativeObject.Of<IInfoListener>(self).SetChannelContextInfos(attributes);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
