using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace FaderStager.Mixing.Processes;

/// <summary>When a process began: with its number it names a process for good, for numbers come again.</summary>
/// <remarks>
/// [any but audio] Never throws. <b>Source:</b> proc(5), /proc/pid/stat, field 22, for Linux: the time as the kernel keeps it, which no change of
/// the clock moves.
/// </remarks>
internal static class ProcessStart
{
    /// <summary>Nobody may ask when that process began: it is there, and that is all that is known.</summary>
    public const long Unknown = -1;

    private const int StateField = 0;
    private const int StartField = 19;

    /// <summary>When a process began, in units of the system's own.</summary>
    /// <param name="processId">Its number.</param>
    /// <returns>The time, <see cref="Unknown"/>, or null where no such process runs.</returns>
    public static long? Of(int processId) => OperatingSystem.IsLinux() ? OfLinux(processId) : OfAnySystem(processId);

    private static long? OfLinux(int processId)
    {
        try
        {
            string stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));

            // The second field is the program's name, which may hold anything; the rest follows its last bracket.
            string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            bool hasEnded = fields[StateField] is "Z" or "X";
            return hasEnded ? null : long.Parse(fields[StartField], CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or FormatException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    private static long? OfAnySystem(int processId)
    {
        try
        {
            using Process process = Process.GetProcessById(processId);
            return process.HasExited ? null : process.StartTime.ToFileTimeUtc();
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (Exception problem) when (problem is Win32Exception or InvalidOperationException or NotSupportedException)
        {
            return Unknown;
        }
    }
}
