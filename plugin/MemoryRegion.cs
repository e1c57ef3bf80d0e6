using System.Runtime.InteropServices;

namespace FaderStager.Plugin;

/// <summary>A stretch of memory that can be read and written.</summary>
/// <param name="Start">Its first address; 0 with <paramref name="End"/> 0 = none.</param>
/// <param name="End">The address behind its last.</param>
internal readonly partial record struct MemoryRegion(nint Start, nint End)
{
    private const uint Committed = 0x1000;
    private const uint Writable = 0x04 | 0x08 | 0x40 | 0x80;
    private const uint Guarded = 0x100;

    /// <summary>How the region of an address is found on this system, or null where it is not asked.</summary>
    public static Func<nint, MemoryRegion>? Finder { get; } = OperatingSystem.IsWindows() ? Find : null;

    /// <summary>Whether a channel's samples lie in it.</summary>
    public bool Holds(nint address, int frames) => address >= Start && address <= End - (frames * sizeof(float)) && End != 0;

    /// <summary>Asks the system. About a microsecond; hosts reuse their buffers, so it is asked seldom.</summary>
    private static unsafe MemoryRegion Find(nint address)
    {
        if (VirtualQuery(address, out Information information, (nuint)sizeof(Information)) == 0
            || information.State != Committed
            || (information.Protect & Writable) == 0
            || (information.Protect & Guarded) != 0)
        {
            return default;
        }

        return new MemoryRegion(information.BaseAddress, information.BaseAddress + (nint)information.RegionSize);
    }

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial nuint VirtualQuery(nint address, out Information information, nuint length);

    // MEMORY_BASIC_INFORMATION of 64-bit Windows.
    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Information
    {
        public readonly nint BaseAddress;
        public readonly nint AllocationBase;
        public readonly uint AllocationProtect;
        public readonly uint PartitionId;
        public readonly nuint RegionSize;
        public readonly uint State;
        public readonly uint Protect;
        public readonly uint Type;
        public readonly uint Padding;
    }
}
