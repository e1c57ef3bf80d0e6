namespace FaderStager.Vst3.Abi;

/// <summary>The function table of PreSonus' IContextInfoProvider3: the channel's values may be set, in gestures.</summary>
/// <remarks>
/// Two functions share the name <c>setContextInfoValue</c>. Compilers that follow the Itanium C++ ABI put them in the order they are
/// declared in, real number first; Microsoft's puts overloads in reverse. So the two words are named by their place, and
/// <see cref="SetValue"/> picks. <b>Source:</b> PreSonus Plug-In Extensions (public domain).
/// </remarks>
internal unsafe struct ContextInfoProvider3Table
{
    /// <summary>What it extends.</summary>
    public ContextInfoProviderTable Base;

    /// <summary>[ui] A real number.</summary>
    public delegate* unmanaged<void*, double*, byte*, int> GetReal;

    /// <summary>[ui] One of the two overloads that set a number: the first in memory.</summary>
    public void* SetFirst;

    /// <summary>[ui] The other one.</summary>
    public void* SetSecond;

    /// <summary>[ui] Sets a text.</summary>
    public delegate* unmanaged<void*, byte*, char*, int> SetString;

    /// <summary>[ui] A gesture begins.</summary>
    public delegate* unmanaged<void*, byte*, int> BeginEdit;

    /// <summary>[ui] The gesture ends.</summary>
    public delegate* unmanaged<void*, byte*, int> EndEdit;

    /// <summary>The interface's name.</summary>
    public static readonly InterfaceId Id = new(0x4E31FDF8, 0x6F4448D4, 0xB4EC1461, 0x68A4150F);

    /// <summary>The overload that sets a real number.</summary>
    public readonly delegate* unmanaged<void*, byte*, double, int> SetValue =>
        (delegate* unmanaged<void*, byte*, double, int>)(OperatingSystem.IsWindows() ? SetSecond : SetFirst);

    /// <summary>The table of an object of the host.</summary>
    public static ContextInfoProvider3Table* Of(void* pointer) => *(ContextInfoProvider3Table**)pointer;
}
