using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>PreSonus' IContextInfoHandler2: something of the channel changed.</summary>
/// <remarks>The older IContextInfoHandler, which names nothing, is not implemented: hosts prefer this one. <b>Source:</b> PreSonus Plug-In Extensions (public domain).</remarks>
internal unsafe interface IContextInfoHandler2
{
    /// <summary>[ui] What changed; empty = all.</summary>
    void NotifyContextInfoChange(byte* id);
}

/// <summary>The function table of <see cref="IContextInfoHandler2"/>, in its published order.</summary>
internal unsafe struct ContextInfoHandler2Table
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] What changed; empty = all.</summary>
    public delegate* unmanaged<void*, byte*, void> NotifyContextInfoChange;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x31E29A7A, 0xE55043AD, 0x8B95B9B8, 0xDA1FBE1E);

    /// <summary>The functions that lead to a managed <see cref="IContextInfoHandler2"/>.</summary>
    public static readonly ContextInfoHandler2Table* Managed = NativeTable.Keep(new ContextInfoHandler2Table
    {
        Unknown = UnknownTable.Managed,
        NotifyContextInfoChange = &OnNotifyContextInfoChange,
    });

    [UnmanagedCallersOnly]
    private static void OnNotifyContextInfoChange(void* self, byte* id)
    {
        try
        {
            NativeObject.Of<IContextInfoHandler2>(self).NotifyContextInfoChange(id);
        }
        catch (Exception exception)
        {
            Fault.Report(exception);
        }
    }
}
