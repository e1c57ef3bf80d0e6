using System.Diagnostics;

namespace FaderStager.Tests.X11;

/// <summary>What this process holds now: to be the same before and after.</summary>
internal readonly record struct Leftovers(int Sockets, int Threads, int Windows)
{
    /// <summary>Counts them.</summary>
    public static Leftovers Of(XHost host)
    {
        using Process self = Process.GetCurrentProcess();
        return new Leftovers(Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true), self.Threads.Count, host.Inside().Length);
    }

    /// <summary>Resident bytes of this process.</summary>
    public static long ResidentBytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }
}
