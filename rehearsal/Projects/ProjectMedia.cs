namespace FaderStager.Rehearsal.Projects;

/// <summary>A media file as a session names it.</summary>
/// <param name="Path">The path in the session: absolute or relative, with the separators of the system it was saved on.</param>
/// <param name="IsPacked">Whether it is a member of the session's own archive.</param>
public sealed record ProjectMedia(string Path, bool IsPacked = false)
{
    /// <summary>The file's name without its folders.</summary>
    public string FileName => Path[(Path.LastIndexOfAny(['/', '\\']) + 1)..];
}
