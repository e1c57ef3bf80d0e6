using System.Globalization;
using System.Security;
using FaderStager.Mixing.Faults;

namespace FaderStager.Mixing.Processes;

/// <summary>This process' sign for others of the same person: a small file that says how many tracks run here, there while any does.</summary>
/// <remarks>
/// <para>[worker] It writes only when the figures change. What fails turns the sign off for good: nothing depends on it, and no exception leaves it.</para>
/// <para>A process that ends without a word leaves its file; <see cref="OtherProcesses"/> of any other one removes it.</para>
/// </remarks>
internal sealed class InstanceSign
{
    /// <summary>The first line of a sign, so that no other file is taken for one.</summary>
    public const string Head = "FaderStager 1";

    /// <summary>How the names of signs end.</summary>
    public const string Ending = ".tracks";

    private readonly Lock _gate = new();
    private readonly string _folder;
    private readonly string _path;
    private int _tracks;
    private bool _hasFocal;
    private bool _isOff;

    /// <summary>Makes a sign that is not shown yet.</summary>
    /// <param name="folder">Where signs are; empty = nowhere.</param>
    /// <param name="processId">This process' number.</param>
    public InstanceSign(string folder, int processId)
    {
        _folder = folder;
        _isOff = folder.Length == 0;
        _path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{processId}-{Guid.NewGuid():N}{Ending}"));
        ProcessId = processId;
    }

    /// <summary>Where the signs of this person's processes are: a folder of this computer alone. Empty where there is none.</summary>
    public static string Folder
    {
        get
        {
            string? place = OperatingSystem.IsWindows()
                ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
                : Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR");
            return Path.IsPathFullyQualified(place ?? "") ? Path.Combine(place!, nameof(FaderStager), "running")
                : LogFile.Folder is { Length: > 0 } log ? Path.Combine(log, "running")
                : "";
        }
    }

    /// <summary>What tells apart processes whose numbers are counted separately, as in containers; empty where there is one count.</summary>
    public static string Space { get; } = SpaceOfThis();

    private int ProcessId { get; }

    /// <summary>Shows how many tracks run here.</summary>
    /// <param name="tracks">The tracks of all mixes; 0 takes the sign away.</param>
    /// <param name="hasFocal">Whether any of them is focal.</param>
    public void Show(int tracks, bool hasFocal)
    {
        // A worker that ends and the next one that begins may both come here.
        lock (_gate)
        {
            if (!_isOff && (tracks != _tracks || hasFocal != _hasFocal))
            {
                (_tracks, _hasFocal) = (tracks, hasFocal);
                Write(tracks, hasFocal);
            }
        }
    }

    private void Write(int tracks, bool hasFocal)
    {
        try
        {
            if (tracks == 0)
            {
                File.Delete(_path);
                return;
            }

            Directory.CreateDirectory(_folder);
            string draft = _path + "~";
            File.WriteAllLines(draft,
            [
                Head,
                tracks.ToString(CultureInfo.InvariantCulture),
                hasFocal ? "focal" : "no focal",
                (ProcessStart.Of(ProcessId) ?? ProcessStart.Unknown).ToString(CultureInfo.InvariantCulture),
                Space,
            ]);
            File.Move(draft, _path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            _isOff = true;
        }
    }

    private static string SpaceOfThis()
    {
        try
        {
            return OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget ?? "" : "";
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException)
        {
            return "";
        }
    }
}
