using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Abi;

/// <summary>FUnknown: the three functions every table begins with.</summary>
internal unsafe struct UnknownTable
{
    /// <summary>Asks for another interface of the same object.</summary>
    public delegate* unmanaged<void*, InterfaceId*, void**, int> QueryInterface;

    /// <summary>Takes part in the object's life.</summary>
    public delegate* unmanaged<void*, uint> AddRef;

    /// <summary>Leaves the object's life; the last one ends it.</summary>
    public delegate* unmanaged<void*, uint> Release;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x00000000, 0x00000000, 0xC0000000, 0x00000046);

    /// <summary>The functions that lead to a <see cref="NativeObject"/>.</summary>
    public static readonly UnknownTable Managed = new()
    {
        QueryInterface = &OnQueryInterface,
        AddRef = &OnAddRef,
        Release = &OnRelease,
    };

    [UnmanagedCallersOnly]
    private static int OnQueryInterface(void* self, InterfaceId* id, void** result)
    {
        try
        {
            return NativeObject.Of<NativeObject>(self).QueryInterface(id, result);
        }
        catch (Exception exception)
        {
            return Fault.Report("FUnknown.queryInterface", exception);
        }
    }

    [UnmanagedCallersOnly]
    private static uint OnAddRef(void* self) => NativeObject.Of<NativeObject>(self).AddRef();

    [UnmanagedCallersOnly]
    private static uint OnRelease(void* self)
    {
        try
        {
            return NativeObject.Of<NativeObject>(self).Release();
        }
        catch (Exception exception)
        {
            Fault.Report("FUnknown.release", exception);
            return 0;
        }
    }
}

/// <summary>Calls to the three functions of somebody else's object.</summary>
internal static unsafe class Unknown
{
    /// <summary>Another interface of an object, or null where it has none or only says so.</summary>
    /// <remarks>[ui] Some hosts answer yes and hand out null. What is returned must be released.</remarks>
    public static void* Query(void* pointer, InterfaceId id)
    {
        void* result = null;
        return pointer != null && (*(UnknownTable**)pointer)->QueryInterface(pointer, &id, &result) == Result.Ok ? result : null;
    }

    /// <summary>Takes part in an object's life; null is let pass.</summary>
    public static void AddRef(void* pointer)
    {
        if (pointer != null)
        {
            (*(UnknownTable**)pointer)->AddRef(pointer);
        }
    }

    /// <summary>Leaves an object's life; null is let pass.</summary>
    public static void Release(void* pointer)
    {
        if (pointer != null)
        {
            (*(UnknownTable**)pointer)->Release(pointer);
        }
    }
}
