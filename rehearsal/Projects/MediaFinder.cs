namespace FaderStager.Rehearsal.Projects;

/// <summary>Finds the media of a session on this machine: where the session says, else by name.</summary>
/// <remarks>
/// A session may come from another system: separators are read both ways, and letters' case only matters where two files differ in it
/// alone. What is not where the session says is looked for in the folder that was given, then around the session.
/// </remarks>
internal sealed class MediaFinder
{
    private const int MostFiles = 200_000;

    private readonly string _session;
    private readonly string _folder;
    private readonly string? _mediaFolder;
    private readonly Lazy<ILookup<string, string>> _given;
    private readonly Lazy<ILookup<string, string>> _around;

    /// <summary>A finder for one session.</summary>
    /// <param name="session">The session's file.</param>
    /// <param name="mediaFolder">Where else to look, with its subfolders; or null.</param>
    public MediaFinder(string session, string? mediaFolder)
    {
        _session = Path.GetFileName(session);
        _folder = Path.GetDirectoryName(Path.GetFullPath(session))!;
        _mediaFolder = mediaFolder;
        _given = new Lazy<ILookup<string, string>>(() => Index(mediaFolder!));
        _around = new Lazy<ILookup<string, string>>(() => Index(_folder));
    }

    /// <summary>Whether a person said where else to look.</summary>
    public bool IsGivenFolder => _mediaFolder is not null;

    /// <summary>Finds a file.</summary>
    /// <param name="media">As the session names it.</param>
    /// <returns>Its path, and a phrase where it is not where the session says.</returns>
    /// <exception cref="InputException">There is no such file, or more than one could be meant.</exception>
    public (string Path, string? Notice) Find(ProjectMedia media)
    {
        string[] parts = media.Path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || media.Path.Contains('\0', StringComparison.Ordinal))
        {
            throw new InputException($"{_session} names a media file without a name.");
        }

        if (AsWritten(media.Path, parts) is { } there)
        {
            return (there, null);
        }

        foreach (Lazy<ILookup<string, string>> files in _mediaFolder is null ? new[] { _around } : [_given, _around])
        {
            if (Nearest(files.Value[parts[^1].ToUpperInvariant()], parts, media) is { } found)
            {
                return (found, $"{media.FileName} is not where the session says; {Path.GetRelativePath(_folder, found)} is taken");
            }
        }

        throw new InputException($"{media.Path} is not there.");
    }

    private string? AsWritten(string path, string[] parts)
    {
        bool isAbsolute = path[0] is '/' or '\\' || (path.Length > 2 && path[1] == ':');
        if (isAbsolute)
        {
            return File.Exists(path) ? path : path[0] == '/' ? Follow("/", parts) : null;
        }

        string direct = Path.Combine(_folder, Path.Combine(parts));
        return File.Exists(direct) ? direct : Follow(_folder, parts);
    }

    /// <summary>Follows a path step by step, in another case where there is no such name; null when it leads nowhere.</summary>
    private static string? Follow(string folder, string[] parts)
    {
        for (int index = 0; index < parts.Length; index++)
        {
            string next = Path.Combine(folder, parts[index]);
            bool isLast = index == parts.Length - 1;
            if (!(isLast ? File.Exists(next) : Directory.Exists(next)))
            {
                string? other = null;
                try
                {
                    other = (isLast ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder))
                        .FirstOrDefault(entry => Path.GetFileName(entry).Equals(parts[index], StringComparison.OrdinalIgnoreCase));
                }
                catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
                {
                    // A folder that cannot be listed holds nothing for us.
                }

                if (other is null)
                {
                    return null;
                }

                next = other;
            }

            folder = next;
        }

        return folder;
    }

    /// <summary>Of several files of one name, the one whose folders are called most like the session's.</summary>
    private static string? Nearest(IEnumerable<string> files, string[] parts, ProjectMedia media)
    {
        IGrouping<int, string>? best = files.GroupBy(file => Alike(file, parts)).MaxBy(group => group.Key);
        return best switch
        {
            null => null,
            _ when best.Count() == 1 => best.First(),
            _ => throw new InputException($"{media.Path} is not there, and {best.Count()} files elsewhere are called so: {string.Join(", ", best.Order(StringComparer.Ordinal).Take(3))}."),
        };
    }

    private static int Alike(string file, string[] parts) => file.Split(['/', '\\']).Reverse()
        .Zip(parts.Reverse(), (ours, theirs) => ours.Equals(theirs, StringComparison.OrdinalIgnoreCase))
        .TakeWhile(isSame => isSame)
        .Count();

    private static ILookup<string, string> Index(string folder)
    {
        EnumerationOptions options = new() { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.ReparsePoint, MaxRecursionDepth = 16 };
        try
        {
            return Directory.EnumerateFiles(folder, "*", options).Take(MostFiles).ToLookup(file => Path.GetFileName(file).ToUpperInvariant());
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{folder} cannot be searched for media: {problem.Message}", problem);
        }
    }
}
