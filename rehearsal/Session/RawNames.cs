using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace FaderStager.Rehearsal.Session;

/// <summary>Files on Linux whose names are bytes that are no UTF-8, which .NET can list but not open.</summary>
/// <remarks>
/// They are opened by their bytes, and reached from then on as /proc/PROCESS/fd/NUMBER, by ffmpeg too. They stay open until the
/// program ends. On other systems every name is text, and nothing is found here.
/// </remarks>
internal static partial class RawNames
{
    private const char Replacement = '\uFFFD';
    private const int ReadOnlyClosedOnExec = 0x80000;

    // struct dirent of 64-bit Linux: inode 8, offset 8, length 2, kind 1, name.
    private const int NameAt = 19;
    private const int LongestName = 256;

    /// <summary>Whether a name lost bytes when it was read.</summary>
    /// <param name="path">The path.</param>
    /// <returns>Whether it did, or holds the sign for it and cannot be found.</returns>
    public static bool IsLossy(string path) => OperatingSystem.IsLinux() && path.Contains(Replacement, StringComparison.Ordinal) && !Path.Exists(path);

    /// <summary>The way to a path whose name may have lost bytes on the command line.</summary>
    /// <param name="path">The path as it was typed.</param>
    /// <returns>A path that can be opened; the same where it can be or nothing fits.</returns>
    public static string Resolve(string path)
    {
        if (!IsLossy(path) || Path.GetDirectoryName(Path.GetFullPath(path)) is not { } folder)
        {
            return path;
        }

        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        string found = Resolve(folder);
        return name.Contains(Replacement, StringComparison.Ordinal)
            ? EntriesIn(found).FirstOrDefault(entry => entry.Text == name) is { Text: not null } raw ? Reach(found, raw.Bytes) ?? path : path
            : Path.Combine(found, name);
    }

    /// <summary>The files of a folder whose names are no text.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="shownFolder">How it is shown.</param>
    /// <returns>The files that can be opened.</returns>
    public static IEnumerable<StemFile> FilesIn(string folder, string shownFolder)
    {
        if (!OperatingSystem.IsLinux() || !Directory.EnumerateFileSystemEntries(folder).Any(IsLossy))
        {
            return [];
        }

        return EntriesIn(folder)
            .Select(entry => new StemFile(Reach(folder, entry.Bytes) ?? "", Path.Combine(shownFolder, entry.Text)))
            .Where(file => File.Exists(file.Path))
            .ToArray();
    }

    private static List<(byte[] Bytes, string Text)> EntriesIn(string folder)
    {
        List<(byte[] Bytes, string Text)> entries = [];
        nint directory = OpenDirectory(Encoding.UTF8.GetBytes(folder + '\0'));
        if (directory == 0)
        {
            return entries;
        }

        while (ReadDirectory(directory) is not 0 and var entry)
        {
            byte[] name = new byte[LongestName];
            int length = 0;
            while (length < LongestName && Marshal.ReadByte(entry, NameAt + length) is not 0 and var letter)
            {
                name[length++] = letter;
            }

            if (!Utf8.IsValid(name.AsSpan(0, length)))
            {
                entries.Add((name[..length], Encoding.UTF8.GetString(name, 0, length)));
            }
        }

        _ = CloseDirectory(directory);
        return entries;
    }

    private static string? Reach(string folder, byte[] name)
    {
        int handle = Open([.. Encoding.UTF8.GetBytes(folder + '/'), .. name, 0], ReadOnlyClosedOnExec);
        return handle < 0 ? null : $"/proc/{Environment.ProcessId}/fd/{handle}";
    }

    [LibraryImport("libc", EntryPoint = "opendir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint OpenDirectory(byte[] path);

    [LibraryImport("libc", EntryPoint = "readdir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ReadDirectory(nint directory);

    [LibraryImport("libc", EntryPoint = "closedir")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int CloseDirectory(nint directory);

    [LibraryImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(byte[] path, int flags);
}
