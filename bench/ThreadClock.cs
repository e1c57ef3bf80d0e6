using System.Diagnostics;
using System.Runtime.InteropServices;

namespace FaderStager.Bench;

/// <summary>The time that this thread has run: what else the machine does meanwhile does not count. Where the system has no such clock, the time of day.</summary>
internal static partial class ThreadClock
{
    private const int ThreadCpuTime = 3;

    public static string Name => OperatingSystem.IsLinux() ? "the thread's own processor time" : "elapsed time";

    public static double Nanoseconds()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0)
        {
            return (time.Seconds * 1e9) + time.Nanoseconds;
        }

        return Stopwatch.GetElapsedTime(0).TotalNanoseconds;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
