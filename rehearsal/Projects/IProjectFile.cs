namespace FaderStager.Rehearsal.Projects;

/// <summary>A session's file: what it holds, where its media are, and how a copy of it is written.</summary>
/// <remarks>One thread at a time. Disposal removes whatever was unpacked.</remarks>
public interface IProjectFile : IDisposable
{
    /// <summary>The session.</summary>
    ProjectSession Session { get; }

    /// <summary>Whether a person said where else to look for media.</summary>
    bool IsGivenMedia { get; }

    /// <summary>Whether the file holds a fader for a track that a copy can set.</summary>
    /// <param name="track">The track's index.</param>
    /// <returns>Whether it does.</returns>
    bool HasFader(int track);

    /// <summary>Finds a media file, and unpacks it where it is packed.</summary>
    /// <param name="media">As a clip names it.</param>
    /// <returns>Its path on this machine, and how it was found where that is worth a word.</returns>
    /// <exception cref="InputException">It is not there, or cannot be unpacked.</exception>
    (string Path, string? Notice) Locate(ProjectMedia media);

    /// <summary>Writes a copy of the session in which only the volumes differ.</summary>
    /// <param name="copy">The copy's file, which is not there yet.</param>
    /// <param name="fadersDb">New fader positions in dB by the track's index; tracks that are not named keep theirs to the byte.</param>
    /// <param name="progress">Is told how much was written, 0 to 1.</param>
    /// <exception cref="InputException">It cannot be written, or the session has changed since it was read; then no copy is left.</exception>
    void WriteCopy(string copy, IReadOnlyDictionary<int, double> fadersDb, Action<double>? progress);
}
