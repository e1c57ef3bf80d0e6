namespace FaderStager.Rehearsal.Stems;

/// <summary>A stem in a file: WAV and AIFF by content, anything else through ffmpeg.</summary>
/// <param name="path">The file.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
public sealed class FileStem(string path, string ffmpeg = FileStem.DefaultFfmpeg) : IStemSource
{
    /// <summary>The name that the search path finds ffmpeg by.</summary>
    public const string DefaultFfmpeg = "ffmpeg";

    private const int FileBufferBytes = 65_536;

    private static readonly string[] OwnExtensions = [".wav", ".wave", ".bwf", ".rf64", ".aif", ".aiff", ".aifc"];

    private static readonly string[] FfmpegExtensions =
    [
        ".flac", ".mp3", ".ogg", ".oga", ".opus", ".m4a", ".mp4", ".aac", ".alac", ".wma", ".wv", ".ape", ".caf", ".w64", ".au", ".ac3", ".mka",
    ];

    /// <inheritdoc/>
    public string Name { get; } = System.IO.Path.GetFileNameWithoutExtension(path);

    /// <inheritdoc/>
    public string Origin { get; } = path;

    /// <summary>Whether a folder's file is taken for a stem, by its extension.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Whether it is.</returns>
    public static bool LooksLikeAudio(string path)
    {
        string extension = System.IO.Path.GetExtension(path);
        return !System.IO.Path.GetFileName(path).StartsWith('.')
            && (OwnExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase)
                || FfmpegExtensions.Contains(extension, StringComparer.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public IStemReader Open()
    {
        string label = System.IO.Path.GetFileName(Origin);
        FileStream file;
        try
        {
            file = new FileStream(Origin, FileMode.Open, FileAccess.Read, FileShare.Read, FileBufferBytes, FileOptions.SequentialScan);
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{Origin} does not exist.", failure);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{label} cannot be opened: {failure.Message}", failure);
        }

        try
        {
            return Open(file, label);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private IStemReader Open(FileStream file, string label)
    {
        Span<byte> start = stackalloc byte[12];
        int read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0)
        {
            throw new InputException($"{label} is empty: 0 bytes.");
        }

        file.Position = 0;
        try
        {
            if (WavFormat.Matches(start[..read]))
            {
                return WavFormat.Open(file, label);
            }

            if (AiffFormat.Matches(start[..read]))
            {
                return AiffFormat.Open(file, label);
            }
        }
        catch (NotSupportedException)
        {
            // Compressed samples in a WAV or AIFC: ffmpeg's business.
            return Decode(file, label);
        }

        return OwnExtensions.Contains(System.IO.Path.GetExtension(Origin), StringComparer.OrdinalIgnoreCase)
            ? throw new InputException($"{label} is not a WAV or AIFF file, whatever its name says.")
            : Decode(file, label);
    }

    private IStemReader Decode(FileStream file, string label)
    {
        file.Dispose();
        return FfmpegFormat.Open(Origin, label, ffmpeg);
    }
}
