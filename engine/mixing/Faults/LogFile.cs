using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text;

namespace FaderStager.Mixing.Faults;

/// <summary>The log that a person can read: %APPDATA%\FaderStager\log.txt on Windows, FaderStager/log.txt in the XDG state folder elsewhere.</summary>
/// <remarks>
/// [any but audio] One line a sentence, with the time, the version and the program. Several programs may write at once. A file of 128 KiB
/// becomes log.old.txt, so both together stay bounded. On Windows the loader of the VST3 bundle writes to the same file, in the same form.
/// <b>Source:</b> XDG Base Directory Specification 0.8, XDG_STATE_HOME.
/// </remarks>
public static class LogFile
{
    /// <summary>The file's name in its folder.</summary>
    public const string FileName = "log.txt";

    private const string OldFileName = "log.old.txt";
    private const long LargestFileBytes = 128 * 1024;

    private static readonly string Version = typeof(LogFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    /// <summary>The folder, whether or not it exists; empty where the person has no home.</summary>
    public static string Folder => OperatingSystem.IsWindows()
        ? In(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData))
        : In(Environment.GetEnvironmentVariable("XDG_STATE_HOME")) is { Length: > 0 } state ? state
        : In(Environment.GetEnvironmentVariable("HOME")) is { Length: > 0 } ? In(Path.Combine(Environment.GetEnvironmentVariable("HOME")!, ".local", "state"))
        : "";

    /// <summary>Writes a line. What cannot be written is lost: nothing depends on it.</summary>
    /// <param name="sentence">What happened, and what to do. Control characters become spaces.</param>
    public static void Write(string sentence)
    {
        try
        {
            string folder = Folder;
            if (folder.Length == 0)
            {
                return;
            }

            Directory.CreateDirectory(folder);
            string path = Path.Combine(folder, FileName);
            if (new FileInfo(path) is { Exists: true, Length: >= LargestFileBytes })
            {
                File.Move(path, Path.Combine(folder, OldFileName), overwrite: true);
            }

            using FileStream file = new(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            file.Write(Encoding.UTF8.GetBytes(Line(sentence)));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException)
        {
            // A full disk or a folder that is not ours.
        }
    }

    private static string Line(string sentence)
    {
        string program = Path.GetFileName(Environment.ProcessPath) ?? "a host";
        string line = string.Create(CultureInfo.InvariantCulture, $"{DateTime.Now:yyyy-MM-dd HH:mm:ss}  FaderStager {Version} in {program}: {sentence}");
        return string.Concat(line.Select(letter => char.IsControl(letter) ? ' ' : letter)) + Environment.NewLine;
    }

    private static string In(string? folder) => Path.IsPathFullyQualified(folder ?? "") ? Path.Combine(folder!, nameof(FaderStager)) : "";
}
