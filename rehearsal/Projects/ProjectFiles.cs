using FaderStager.Rehearsal.Projects.DawProject;
using FaderStager.Rehearsal.Projects.Reaper;

namespace FaderStager.Rehearsal.Projects;

/// <summary>Opens sessions by the names of their files.</summary>
public static class ProjectFiles
{
    /// <summary>Whether a file is taken for a session, by its extension.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is.</returns>
    public static bool IsSession(string path) => Path.GetExtension(path).ToUpperInvariant() is ".RPP" or ".DAWPROJECT" or ".RPP-BAK";

    /// <summary>Reads a session.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="mediaFolder">Where else to look for its media, or null.</param>
    /// <returns>The session.</returns>
    /// <exception cref="InputException">It cannot be read; the message names it and says why.</exception>
    public static IProjectFile Open(string path, string? mediaFolder) =>
        Path.GetExtension(path).Equals(".dawproject", StringComparison.OrdinalIgnoreCase)
            ? new DawProjectFile(path, mediaFolder)
            : new ReaperProject(path, mediaFolder);

    /// <summary>Opens a session's file for reading, also while a DAW has it open.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The stream.</returns>
    /// <exception cref="InputException">It is not there or locked.</exception>
    internal static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path} does not exist.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path} cannot be opened: {failure.Message}", failure);
        }
    }
}
