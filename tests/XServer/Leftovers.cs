using System.Diagnostics;

namespace FaderStager.Tests.X11;

/// <summary>What this process holds now: to be the same before and after.</summary>
internal readonly record struct Leftovers(int Sockets, int Windows)
{
    /// <summary>Counts them.</summary>
    public static Leftovers Of(XHost host)
    {
        return new Leftovers(Directory.GetFiles("/proc/self/fd").Count(file => new FileInfo(file).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true), host.Inside().Length);
    }

    /// <summary>Threads of this process; the tests' own runtime starts and ends some.</summary>
    public static int Threads()
    {
        using Process self = Process.GetCurrentProcess();
        return self.Threads.Count;
    }

    /// <summary>Resident bytes of this process.</summary>
    public static long ResidentBytes()
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
    }
}
