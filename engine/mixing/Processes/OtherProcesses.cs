using System.Globalization;
using System.Security;

namespace FaderStager.Mixing.Processes;

/// <summary>Reads the signs of this person's other processes: hosts that isolate plug-ins, and other hosts that run at the same time.</summary>
/// <param name="folder">Where the signs are; empty = nowhere.</param>
/// <param name="processId">This process' number.</param>
/// <param name="time">The clock.</param>
/// <remarks>[any but audio] The folder is read every two seconds at most. Never throws: what cannot be read counts as nothing.</remarks>
public sealed class OtherProcesses(string folder, int processId, TimeProvider time)
{
    private const double FreshSeconds = 2;

    // A sign is some hundred bytes; what is longer is none.
    private const long LongestSignBytes = 4096;

    private readonly Lock _gate = new();
    private InstancesElsewhere _read;
    private long _readAt;
    private bool _hasRead;

    /// <summary>Those of this process.</summary>
    public static OtherProcesses Shared { get; } = new(InstanceSign.Folder, Environment.ProcessId, TimeProvider.System);

    /// <summary>What runs elsewhere now.</summary>
    /// <returns>The tracks of all other processes.</returns>
    public InstancesElsewhere Read()
    {
        lock (_gate)
        {
            if (!_hasRead || time.GetElapsedTime(_readAt).TotalSeconds >= FreshSeconds)
            {
                (_read, _readAt, _hasRead) = (ReadAll(), time.GetTimestamp(), true);
            }

            return _read;
        }
    }

    private InstancesElsewhere ReadAll()
    {
        try
        {
            if (folder.Length == 0 || !Directory.Exists(folder))
            {
                return default;
            }

            InstancesElsewhere[] signs = [.. Directory.EnumerateFiles(folder, "*" + InstanceSign.Ending).Select(ReadOne).Where(sign => sign.Tracks > 0)];
            return new InstancesElsewhere(signs.Sum(sign => sign.Tracks), signs.Length, signs.Any(sign => sign.HasFocal));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException)
        {
            return default;
        }
    }

    private InstancesElsewhere ReadOne(string path)
    {
        try
        {
            if (!int.TryParse(Path.GetFileName(path).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out int id)
                || new FileInfo(path).Length > LongestSignBytes)
            {
                return default;
            }

            string[] lines = File.ReadAllLines(path);
            if (lines is not [InstanceSign.Head, string tracks, string focal, string start, string space, ..]
                || !int.TryParse(tracks, NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                || !long.TryParse(start, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long began)
                || space != InstanceSign.Space)
            {
                return default;
            }

            if (!Runs(id, began))
            {
                File.Delete(path);
                return default;
            }

            // Another build of this process is counted by OtherModules.
            return id == processId ? default : new InstancesElsewhere(count, 1, focal == "focal");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException)
        {
            return default;
        }
    }

    private static bool Runs(int id, long began) => ProcessStart.Of(id) is { } start && (start == began || start == ProcessStart.Unknown || began == ProcessStart.Unknown);
}
