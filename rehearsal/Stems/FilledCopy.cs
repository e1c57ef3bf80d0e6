namespace FaderStager.Rehearsal.Stems;

/// <summary>A copy of a damaged MP3 with its holes filled, in the system's temporary folder while it is read.</summary>
internal sealed class FilledCopy : IDisposable
{
    private readonly DirectoryInfo _folder;

    /// <summary>Writes the copy.</summary>
    /// <param name="holes">The file's holes.</param>
    /// <param name="label">The file's name, for messages.</param>
    /// <exception cref="InputException">There is no room for it.</exception>
    public FilledCopy(Mp3Holes holes, string label)
    {
        try
        {
            _folder = Directory.CreateTempSubdirectory("faderstager-filled-");
            Path = System.IO.Path.Combine(_folder.FullName, "filled.mp3");
            using FileStream file = File.Create(Path);
            holes.WriteFilled(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new InputException($"{label} is damaged, and there is no room in {System.IO.Path.GetTempPath()} to fill its holes: {failure.Message}", failure);
        }
    }

    /// <summary>The copy's path.</summary>
    public string Path { get; } = "";

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _folder?.Delete(recursive: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Another program looks into it; the system clears its temporary folder.
        }
    }
}
