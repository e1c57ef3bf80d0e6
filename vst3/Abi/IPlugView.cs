using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>IPlugView: the editor in a host's window.</summary>
internal unsafe interface IPlugView
{
    /// <summary>[ui] Whether a kind of parent window is known.</summary>
    int IsPlatformTypeSupported(byte* platform);

    /// <summary>[ui] The parent window is there.</summary>
    int Attached(void* parent, byte* platform);

    /// <summary>[ui] The parent window goes.</summary>
    int Removed();

    /// <summary>[ui] The wheel turned.</summary>
    int OnWheel(float distance);

    /// <summary>[ui] A key went down.</summary>
    int OnKeyDown(ushort key, short keyCode, short modifiers);

    /// <summary>[ui] A key came up.</summary>
    int OnKeyUp(ushort key, short keyCode, short modifiers);

    /// <summary>[ui] The size in pixels.</summary>
    int GetSize(ViewRect* size);

    /// <summary>[ui] The host gave a size.</summary>
    int OnSize(ViewRect* size);

    /// <summary>[ui] The focus came or went.</summary>
    int OnFocus(byte state);

    /// <summary>[ui] Where sizes are asked for.</summary>
    int SetFrame(void* frame);

    /// <summary>[ui] Whether a person may resize it.</summary>
    int CanResize();

    /// <summary>[ui] Makes a size legal.</summary>
    int CheckSizeConstraint(ViewRect* size);
}

/// <summary>The function table of <see cref="IPlugView"/>, in its published order.</summary>
internal unsafe struct PlugViewTable
{
    /// <summary>FUnknown.</summary>
    public UnknownTable Unknown;

    /// <summary>[ui] Whether a kind of parent window is known.</summary>
    public delegate* unmanaged<void*, byte*, int> IsPlatformTypeSupported;

    /// <summary>[ui] The parent window is there.</summary>
    public delegate* unmanaged<void*, void*, byte*, int> Attached;

    /// <summary>[ui] The parent window goes.</summary>
    public delegate* unmanaged<void*, int> Removed;

    /// <summary>[ui] The wheel turned.</summary>
    public delegate* unmanaged<void*, float, int> OnWheel;

    /// <summary>[ui] A key went down.</summary>
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyDown;

    /// <summary>[ui] A key came up.</summary>
    public delegate* unmanaged<void*, ushort, short, short, int> OnKeyUp;

    /// <summary>[ui] The size in pixels.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> GetSize;

    /// <summary>[ui] The host gave a size.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> OnSize;

    /// <summary>[ui] The focus came or went.</summary>
    public delegate* unmanaged<void*, byte, int> OnFocus;

    /// <summary>[ui] Where sizes are asked for.</summary>
    public delegate* unmanaged<void*, void*, int> SetFrame;

    /// <summary>[ui] Whether a person may resize it.</summary>
    public delegate* unmanaged<void*, int> CanResize;

    /// <summary>[ui] Makes a size legal.</summary>
    public delegate* unmanaged<void*, ViewRect*, int> CheckSizeConstraint;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x5BC32507, 0xD06049EA, 0xA6151B52, 0x2B755B29);

    /// <summary>The functions that lead to a managed <see cref="IPlugView"/>.</summary>
    public static readonly PlugViewTable* Managed = NativeTable.Keep(new PlugViewTable
    {
        Unknown = UnknownTable.Managed,
        IsPlatformTypeSupported = &OnIsPlatformTypeSupported,
        Attached = &OnAttached,
        Removed = &OnRemoved,
        OnWheel = &OnOnWheel,
        OnKeyDown = &OnOnKeyDown,
        OnKeyUp = &OnOnKeyUp,
        GetSize = &OnGetSize,
        OnSize = &OnOnSize,
        OnFocus = &OnOnFocus,
        SetFrame = &OnSetFrame,
        CanResize = &OnCanResize,
        CheckSizeConstraint = &OnCheckSizeConstraint,
    });

    [UnmanagedCallersOnly]
    private static int OnIsPlatformTypeSupported(void* self, byte* platform)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).IsPlatformTypeSupported(platform);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnAttached(void* self, void* parent, byte* platform)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).Attached(parent, platform);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnRemoved(void* self)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).Removed();
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOnWheel(void* self, float distance)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).OnWheel(distance);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOnKeyDown(void* self, ushort key, short keyCode, short modifiers)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).OnKeyDown(key, keyCode, modifiers);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOnKeyUp(void* self, ushort key, short keyCode, short modifiers)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).OnKeyUp(key, keyCode, modifiers);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnGetSize(void* self, ViewRect* size)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).GetSize(size);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOnSize(void* self, ViewRect* size)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).OnSize(size);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnOnFocus(void* self, byte state)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).OnFocus(state);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnSetFrame(void* self, void* frame)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).SetFrame(frame);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCanResize(void* self)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).CanResize();
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }

    [UnmanagedCallersOnly]
    private static int OnCheckSizeConstraint(void* self, ViewRect* size)
    {
        try
        {
            return NativeObject.Of<IPlugView>(self).CheckSizeConstraint(size);
        }
        catch (Exception exception)
        {
            return Fault.Report(exception);
        }
    }
}
