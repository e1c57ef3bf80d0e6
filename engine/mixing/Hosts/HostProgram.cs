using System.Diagnostics;
using System.Globalization;

namespace FaderStager.Mixing.Hosts;

/// <summary>The program that FaderStager runs in, for a report.</summary>
/// <remarks>[any but audio] Reads the program's file once.</remarks>
public static class HostProgram
{
    private static readonly Lazy<HostFact> Known = new(() => new HostFact("program", Find()));

    /// <summary>The program's file name and version: "reaper.exe 7.22". No path.</summary>
    public static HostFact Fact => Known.Value;

    /// <summary>Lines for what a host has called: one for each object, with the number of calls and the thread of the first.</summary>
    /// <param name="counts">The calls; a name may begin with its object and a point.</param>
    /// <returns>The lines.</returns>
    public static IEnumerable<HostFact> Facts(CallCounts counts) => counts.Seen
        .GroupBy(call => call.Name.Split('.')[0])
        .Select(calls => new HostFact($"calls of {calls.Key}", string.Join(", ", calls.Select(Text))));

    private static string Text(CallCount call) => string.Create(
        CultureInfo.InvariantCulture,
        $"{call.Name[(call.Name.IndexOf('.', StringComparison.Ordinal) + 1)..]} {call.Count} (thread {call.ThreadId}{(call.IsOnSeveralThreads ? " and others" : "")})");

    private static string Find()
    {
        if (Environment.ProcessPath is not { Length: > 0 } path)
        {
            return "not known";
        }

        string name = Path.GetFileName(path);
        try
        {
            return FileVersionInfo.GetVersionInfo(path).ProductVersion is { Length: > 0 } version ? $"{name} {version.Trim()}" : name;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return name;
        }
    }
}
