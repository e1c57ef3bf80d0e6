using System.Runtime.CompilerServices;

namespace FaderStager.Vst3.Abi;

/// <summary>Puts function tables where a host may read them for as long as the process lives.</summary>
internal static unsafe class NativeTable
{
    /// <summary>Copies a table to memory that never moves and is never freed.</summary>
    /// <remarks>[setup] Once for each interface.</remarks>
    public static T* Keep<T>(T table)
        where T : unmanaged
    {
        T* kept = (T*)RuntimeHelpers.AllocateTypeAssociatedMemory(typeof(T), sizeof(T));
        *kept = table;
        return kept;
    }
}
