using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>The audio files that folders and paths stand for.</summary>
internal static class StemFiles
{
    /// <summary>The file, or the audio files of the folder in the order of their names.</summary>
    /// <param name="path">What was typed.</param>
    /// <returns>At least one file.</returns>
    /// <exception cref="InputException">There is no such path, it cannot be read, or it holds no audio.</exception>
    public static IEnumerable<StemFile> Of(string path)
    {
        string found = RawNames.Resolve(path);
        if (File.Exists(found))
        {
            return [new StemFile(found, path)];
        }

        string shown = SafeText.Of(path);
        if (!Directory.Exists(found))
        {
            throw new InputException($"{shown} does not exist.");
        }

        try
        {
            StemFile[] files =
            [
                .. Directory.EnumerateFiles(found)
                    .Where(file => FileStem.LooksLikeAudio(file) && !RawNames.IsLossy(file))
                    .Select(file => new StemFile(file, Path.Combine(path, Path.GetFileName(file))))
                    .Concat(RawNames.FilesIn(found, path).Where(file => FileStem.LooksLikeAudio(file.ShownPath)))
                    .OrderBy(file => file.ShownPath, StringComparer.OrdinalIgnoreCase),
            ];
            return files.Length > 0 ? files : throw new InputException($"{shown} holds no audio files: WAV, AIFF, or what ffmpeg reads.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"{shown} cannot be read: {SafeText.Of(problem.Message)}", problem);
        }
    }

    /// <summary>What a session that starts with a path is called: its folder's name.</summary>
    /// <param name="path">The path.</param>
    /// <returns>The title.</returns>
    public static string TitleOf(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return SafeText.Of(Path.GetFileName(Directory.Exists(RawNames.Resolve(path)) ? full : Path.GetDirectoryName(full) ?? full));
    }
}
