using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaderStager.Mixing.Hosts;

namespace FaderStager.Vst3.Abi;

/// <summary>A managed object that native code holds by interface pointers and counts references to.</summary>
/// <remarks>
/// Each function table has a slot of two words: the table and a handle to this object. A host's <c>this</c> is the slot's
/// address, so the way back is one load. The handle keeps the object alive until the last reference is released.
/// </remarks>
internal abstract unsafe class NativeObject
{
    private readonly (InterfaceId Id, int Slot)[] _interfaces;
    private readonly InterfaceSlot* _slots;
    private GCHandle<NativeObject> _handle;
    private int _references = 1;

    /// <summary>Makes an object with one reference, its maker's.</summary>
    /// <param name="interfaces">All it answers to. The first one stands for FUnknown as well.</param>
    protected NativeObject(params ReadOnlySpan<InterfaceEntry> interfaces)
    {
        _handle = new GCHandle<NativeObject>(this);
        _slots = (InterfaceSlot*)NativeMemory.Alloc((nuint)interfaces.Length, (nuint)sizeof(InterfaceSlot));
        _interfaces = new (InterfaceId, int)[interfaces.Length + 1];
        int slots = 0;
        for (int i = 0; i < interfaces.Length; i++)
        {
            int slot = 0;
            while (slot < slots && _slots[slot].Table != interfaces[i].Table)
            {
                slot++;
            }

            if (slot == slots)
            {
                _slots[slots++] = new InterfaceSlot { Table = interfaces[i].Table, Owner = GCHandle<NativeObject>.ToIntPtr(_handle) };
            }

            _interfaces[i] = (interfaces[i].Id, slot);
        }

        _interfaces[^1] = (UnknownTable.Id, 0);
    }

    /// <summary>Counts what native code calls on this object; null = nobody counts.</summary>
    /// <remarks>[setup] Set where the object is made.</remarks>
    public CallCounts? Counts { get; init; }

    /// <summary>The object behind an interface pointer of ours.</summary>
    /// <remarks>[any], [audio] included.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(void* self)
        where T : class =>
        Unsafe.As<T>(GCHandle<NativeObject>.FromIntPtr(((InterfaceSlot*)self)->Owner).Target);

    /// <summary>An interface pointer of this object without a reference of its own, or null.</summary>
    /// <remarks>[any]</remarks>
    public void* PointerTo(InterfaceId id)
    {
        foreach ((InterfaceId known, int slot) in _interfaces)
        {
            if (known == id)
            {
                return &_slots[slot];
            }
        }

        return null;
    }

    /// <summary>An interface pointer with a reference of its own.</summary>
    /// <remarks>[any]</remarks>
    public int QueryInterface(InterfaceId* id, void** result)
    {
        if (result == null)
        {
            return Result.InvalidArgument;
        }

        *result = id == null ? null : PointerTo(*id);
        if (*result == null)
        {
            return id == null ? Result.InvalidArgument : Result.NoInterface;
        }

        AddRef();
        return Result.Ok;
    }

    /// <summary>One reference more.</summary>
    /// <remarks>[any]</remarks>
    public uint AddRef() => (uint)Interlocked.Increment(ref _references);

    /// <summary>One reference less; the last one ends the object.</summary>
    /// <remarks>[any]</remarks>
    public uint Release()
    {
        int left = Interlocked.Decrement(ref _references);
        if (left == 0)
        {
            try
            {
                OnLastRelease();
            }
            finally
            {
                _handle.Dispose();
                NativeMemory.Free(_slots);
            }
        }

        return (uint)Math.Max(left, 0);
    }

    /// <summary>Lets go of what the object holds. No pointer to it is left.</summary>
    /// <remarks>[setup]</remarks>
    protected virtual void OnLastRelease()
    {
    }
}
