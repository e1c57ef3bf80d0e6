using System.Runtime.InteropServices;

namespace FaderStager.Vst3.Tests.Host;

/// <summary>A thread that the system runs before all others, as hosts run their audio threads.</summary>
internal static unsafe partial class RealTimeThread
{
    private const int FirstInFirstOut = 1;
    private const int Priority = 60;

    /// <summary>Makes the calling thread one, where the system allows it.</summary>
    public static bool TryBecome()
    {
        int priority = Priority;
        return OperatingSystem.IsLinux() && SetScheduler(0, FirstInFirstOut, &priority) == 0;
    }

    [LibraryImport("libc", EntryPoint = "sched_setscheduler")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetScheduler(int process, int policy, int* priority);
}
