using System.IO.Compression;
using System.Text;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>The archive of a DAWproject, opened within limits: what it says of itself is not believed.</summary>
/// <remarks>Members are unpacked into a folder of their own under names of ours, so no name in the archive leads anywhere.</remarks>
internal sealed class DawArchive : IDisposable
{
    /// <summary>Name of the member that holds the project.</summary>
    public const string ProjectName = "project.xml";

    private const long LongestDocumentBytes = 2 * ProjectXml.LongestDocument;
    private const int MostMembers = 100_000;

    /// <summary>No audio packs better than this, but for silence, and silence of that length is no stem.</summary>
    private const int MostRatio = 100;
    private const long SmallBytes = 1L << 30;
    private const long LongestMedia = 32L << 30;
    private const long SpareBytes = 256L << 20;

    private readonly FileStream _file;
    private readonly string _label;
    private readonly ZipArchive _zip;
    private readonly Dictionary<ZipArchiveEntry, string> _unpacked = [];
    private DirectoryInfo? _folder;

    /// <summary>Opens an archive.</summary>
    /// <param name="path">The session's file.</param>
    /// <exception cref="InputException">It is no archive, or cut short.</exception>
    public DawArchive(string path)
    {
        _label = Path.GetFileName(path);
        _file = ProjectFiles.OpenFile(path);
        try
        {
            _zip = Open(_file, _label);
        }
        catch
        {
            _file.Dispose();
            throw;
        }
    }

    /// <summary>Opens the archive in a stream.</summary>
    /// <param name="stream">The stream; the archive does not close it.</param>
    /// <param name="label">The session's name, for messages.</param>
    /// <returns>The archive.</returns>
    /// <exception cref="InputException">It is no archive, or cut short.</exception>
    public static ZipArchive Open(Stream stream, string label)
    {
        try
        {
            ZipArchive zip = new(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= MostMembers ? zip : throw new InputException($"{label} holds {zip.Entries.Count} files; up to {MostMembers} are read.");
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InputException($"{label} is not a DAWproject, or it is cut short: {problem.Message}", problem);
        }
    }

    /// <summary>Reads the project's document.</summary>
    /// <param name="zip">The archive.</param>
    /// <param name="label">The session's name, for messages.</param>
    /// <returns>The document, and the encoding to write it back in.</returns>
    /// <exception cref="InputException">It is not there, damaged, too long, or no text.</exception>
    public static (string Text, Encoding Encoding) ReadProject(ZipArchive zip, string label)
    {
        ZipArchiveEntry entry = zip.GetEntry(ProjectName) ?? throw new InputException($"{label} is not a DAWproject: it holds no {ProjectName}.");
        try
        {
            using Stream unpacked = entry.Open();
            using LimitedStream limited = new(unpacked, LongestDocumentBytes, $"{ProjectName} in {label} is longer than {LongestDocumentBytes >> 20} MB, which no session is.");
            using StreamReader reader = new(limited, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            string text = reader.ReadToEnd();
            return (text, reader.CurrentEncoding);
        }
        catch (Exception problem) when (IsDamage(problem) || problem is DecoderFallbackException)
        {
            throw new InputException($"{ProjectName} in {label} cannot be read: {problem.Message}", problem);
        }
    }

    /// <summary>Reads the project's document.</summary>
    /// <returns>The document.</returns>
    /// <exception cref="InputException">It is not there, damaged, too long, or no text.</exception>
    public string ReadProject() => ReadProject(_zip, _label).Text;

    /// <summary>Whether a media file is a member; its name is read both ways, and its case does not matter.</summary>
    /// <param name="media">As a clip names it.</param>
    /// <returns>Whether it is.</returns>
    public bool Holds(ProjectMedia media) => Find(media.Path.Replace('\\', '/')) is not null;

    /// <summary>Unpacks a media file, once.</summary>
    /// <param name="media">As a clip names it.</param>
    /// <returns>Where it was unpacked to.</returns>
    /// <exception cref="InputException">It is not in the archive, damaged, or beyond the limits.</exception>
    public string Unpack(ProjectMedia media)
    {
        string name = media.Path.Replace('\\', '/');
        if (name.StartsWith('/') || name.Split('/').Contains("..") || (name.Length > 1 && name[1] == ':'))
        {
            throw new InputException($"{media.Path} leads out of {_label}, which no media of a session does.");
        }

        ZipArchiveEntry entry = Find(name) ?? throw new InputException($"{media.Path} is not in {_label}.");
        if (!_unpacked.TryGetValue(entry, out string? path))
        {
            _unpacked[entry] = path = Unpack(entry);
        }

        return path;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _zip.Dispose();
        _file.Dispose();
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (IOException)
        {
            // Another program looks into it; the system clears its temporary folder.
        }
    }

    /// <summary>Whether a failure comes from an archive that is damaged or cannot be read.</summary>
    /// <param name="problem">The failure.</param>
    /// <returns>Whether it does.</returns>
    internal static bool IsDamage(Exception problem) =>
        problem is InvalidDataException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or OverflowException;

    private ZipArchiveEntry? Find(string name) => _zip.GetEntry(name)
        ?? _zip.Entries.FirstOrDefault(member => member.FullName.Replace('\\', '/').Equals(name, StringComparison.OrdinalIgnoreCase));

    private string Unpack(ZipArchiveEntry entry)
    {
        string said = $"{entry.FullName} in {_label}";
        if (entry.Length > LongestMedia || (entry.Length > SmallBytes && entry.Length / MostRatio > entry.CompressedLength))
        {
            throw new InputException($"{said} would be {entry.Length >> 20} MB unpacked from {entry.CompressedLength >> 10} kB, which no audio is. It is not unpacked.");
        }

        try
        {
            _folder ??= Directory.CreateTempSubdirectory("faderstager-unpacked-");
            long free = new DriveInfo(_folder.FullName).AvailableFreeSpace;
            if (free - entry.Length < SpareBytes)
            {
                throw new InputException($"{said} needs {entry.Length >> 20} MB in {Path.GetTempPath()}, where {free >> 20} MB are free.");
            }

            // Its folder and extension are ours to choose; the name is kept for messages.
            string path = Path.Combine(_folder.CreateSubdirectory($"{_unpacked.Count}").FullName, SafeName(entry.Name));
            using Stream unpacked = entry.Open();
            using LimitedStream limited = new(unpacked, entry.Length, $"{said} is longer than the archive says.");
            using FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            limited.CopyTo(file);
            return path;
        }
        catch (Exception problem) when (IsDamage(problem))
        {
            throw new InputException($"{said} cannot be unpacked: {problem.Message}", problem);
        }
    }

    private static string SafeName(string name)
    {
        const int LongestName = 100;
        char[] forbidden = [.. Path.GetInvalidFileNameChars(), '/', '\\', ':'];
        string safe = string.Concat(name.Select(letter => forbidden.Contains(letter) || char.IsControl(letter) ? '_' : letter)).Trim('.', ' ');
        return safe.Length == 0 ? "media" : safe.Length > LongestName ? safe[^LongestName..] : safe;
    }
}
