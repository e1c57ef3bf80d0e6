namespace FaderStager.Rehearsal.Projects;

/// <summary>Writes the copy of a session so that a copy is there whole or not at all, and never in the place of anything.</summary>
internal static class ProjectCopy
{
    /// <summary>Looks before the work whether a copy can be written after it.</summary>
    /// <param name="original">The session.</param>
    /// <param name="copy">The copy.</param>
    /// <exception cref="InputException">It cannot; the message says why.</exception>
    public static void Check(string original, string copy)
    {
        string full = Path.GetFullPath(copy);
        if (string.Equals(full, Path.GetFullPath(original), StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"{copy} is the session itself: give the copy another name.");
        }

        if (!Path.GetExtension(copy).Equals(Path.GetExtension(original), StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException($"{copy} cannot be written: a copy of {Path.GetFileName(original)} ends with {Path.GetExtension(original)}.");
        }

        if (Path.Exists(full) || new FileInfo(full).LinkTarget is not null)
        {
            throw new InputException($"{copy} is there already, and nothing is written over a session: choose another name.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(full)))
        {
            throw new InputException($"{copy} cannot be written: the folder {Path.GetDirectoryName(full)} does not exist.");
        }
    }

    /// <summary>Writes it.</summary>
    /// <param name="original">The session.</param>
    /// <param name="stamp">How it looked when it was read.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="write">Writes from one to the other; both start at 0.</param>
    /// <exception cref="InputException">It cannot be written; then nothing of it is left.</exception>
    public static void Write(string original, ProjectStamp stamp, string copy, Action<FileStream, FileStream> write)
    {
        Check(original, copy);
        string full = Path.GetFullPath(copy);
        string part = Path.Combine(Path.GetDirectoryName(full)!, $".{Path.GetFileName(full)}.{Guid.NewGuid():N}.part");
        try
        {
            if (ProjectStamp.Of(original) != stamp)
            {
                throw new InputException($"{original} was saved anew while it was measured: run it again. No copy is written.");
            }

            using (FileStream from = new(original, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
            using (FileStream to = new(part, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                write(from, to);
            }

            File.Move(part, full, overwrite: false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{copy} cannot be written: {problem.Message}", problem);
        }
        finally
        {
            if (File.Exists(part))
            {
                File.Delete(part);
            }
        }
    }
}
