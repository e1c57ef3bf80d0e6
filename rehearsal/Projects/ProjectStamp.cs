namespace FaderStager.Rehearsal.Projects;

/// <summary>How a session's file looked when it was read, to notice when a DAW has saved it since.</summary>
/// <param name="Bytes">Its length.</param>
/// <param name="WrittenUtc">When it was written.</param>
internal readonly record struct ProjectStamp(long Bytes, DateTime WrittenUtc)
{
    /// <summary>How a file looks now.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its stamp.</returns>
    /// <exception cref="IOException">It is gone.</exception>
    public static ProjectStamp Of(string path)
    {
        FileInfo file = new(path);
        return new ProjectStamp(file.Length, file.LastWriteTimeUtc);
    }
}
