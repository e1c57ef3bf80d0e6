namespace FaderStager.Rehearsal.Stems;

/// <summary>What ffmpeg is to decode.</summary>
/// <param name="Path">The file.</param>
/// <param name="Label">The file's name, for messages.</param>
internal sealed record FfmpegInput(string Path, string Label)
{
    /// <summary>Which of its audio streams, from 0.</summary>
    public int Stream { get; init; }

    /// <summary>The one channel to read, from 0; null = all, which may be two.</summary>
    public int? Channel { get; init; }

    /// <summary>Whether the other streams are read elsewhere, and nothing is to be said of them.</summary>
    public bool IsOneOfSeveral { get; init; }

    /// <summary>The holes of a damaged MP3, filled in a copy that ffmpeg reads; or null.</summary>
    public Mp3Holes? Holes { get; init; }
}
