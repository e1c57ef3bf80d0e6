using FaderStager.Mixing.Faults;

namespace FaderStager.Vst3.Plugin;

/// <summary>What the module's own runtime did since it started. A host's runtime, or a test's, cannot be asked for it from outside.</summary>
/// <remarks>[any] Appended to, never reordered.</remarks>
internal static class ModuleCounters
{
    /// <summary>Place of the garbage collections of all generations.</summary>
    public const int Collections = 0;

    /// <summary>Place of the bytes allocated.</summary>
    public const int AllocatedBytes = 1;

    /// <summary>Place of the faults that were caught.</summary>
    public const int Faults = 2;

    /// <summary>How many counters there are.</summary>
    public const int Count = 3;

    /// <summary>Reads as many counters as there is room for.</summary>
    /// <returns>How many were read.</returns>
    public static int Read(Span<long> values)
    {
        Span<long> all = [GC.CollectionCount(0), GC.GetTotalAllocatedBytes(), FaultLog.Shared.Count];
        int count = Math.Min(values.Length, Count);
        all[..count].CopyTo(values);
        return count;
    }
}
