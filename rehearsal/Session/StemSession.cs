using System.Collections.Immutable;
using FaderStager.Rehearsal.Stems;
using FaderStager.Reports;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>The stems of one song, by names that are all different.</summary>
/// <param name="Title">What the session is called: its folder's name.</param>
/// <param name="Tracks">The stems that can be read.</param>
/// <param name="Skipped">The stems that cannot, by name, with the reason.</param>
/// <param name="Warnings">What a person should know, one sentence each.</param>
public sealed record StemSession(
    string Title,
    ImmutableArray<SessionTrack> Tracks,
    ImmutableArray<(SessionTrack Track, string Reason)> Skipped,
    ImmutableArray<string> Warnings)
{
    /// <summary>Collects the stems of folders and files, and looks into each.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <returns>The session, with at least one stem.</returns>
    /// <exception cref="InputException">A path does not exist, or no stem can be read.</exception>
    public static StemSession FromPaths(IReadOnlyList<string> paths, string ffmpeg)
    {
        string[] files = [.. paths.SelectMany(FilesOf).DistinctBy(Path.GetFullPath)];
        string first = Path.TrimEndingDirectorySeparator(Path.GetFullPath(paths[0]));
        string folder = Directory.Exists(first) ? first : Path.GetDirectoryName(first)!;
        return From(Path.GetFileName(folder), files.Select(file => new FileStem(file, ffmpeg)));
    }

    /// <summary>Names stems and looks into each.</summary>
    /// <param name="title">What the session is called.</param>
    /// <param name="sources">The stems.</param>
    /// <returns>The session, with at least one stem.</returns>
    /// <exception cref="InputException">No stem can be read.</exception>
    public static StemSession From(string title, IEnumerable<IStemSource> sources)
    {
        List<SessionTrack> tracks = [];
        List<(SessionTrack Track, string Reason)> skipped = [];
        List<string> warnings = [];
        foreach (SessionTrack track in Name(sources, warnings))
        {
            try
            {
                track.Source.Open().Dispose();
                tracks.Add(track);
            }
            catch (InputException problem)
            {
                skipped.Add((track, problem.Message));
                warnings.Add($"{problem.Message} It is left out.");
            }
        }

        return tracks.Count > 0
            ? new StemSession(title, [.. tracks], [.. skipped], [.. warnings])
            : throw new InputException(string.Join('\n', skipped.Select(stem => stem.Reason).Append("No stem can be read, so there is nothing to stage.")));
    }

    /// <summary>The track that a person means.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="option">The option it was typed for, for messages.</param>
    /// <returns>The track.</returns>
    /// <exception cref="InputException">The track was left out because it cannot be read.</exception>
    /// <exception cref="UsageException">No track, or more than one, has that name; the message lists them.</exception>
    public SessionTrack Find(string text, string option)
    {
        SessionTrack[] called = [.. Tracks.Where(track => track.IsCalled(text))];
        if (called.Length == 1)
        {
            return called[0];
        }

        if (called.Length > 1)
        {
            string names = string.Join(" or ", called.Select(track => $"\"{track.Source.Origin}\""));
            throw new UsageException($"{option} \"{text}\" can mean {called.Length} tracks. Say which one by its file: {names}.");
        }

        if (Skipped.FirstOrDefault(stem => stem.Track.IsCalled(text)) is (not null, { } reason))
        {
            throw new InputException($"{option} \"{text}\" cannot be used. {reason}");
        }

        throw new UsageException($"{option} \"{text}\": there is no track of that name.{NearestNames.Question(text, Tracks.Select(track => track.Name))} {NamesOfAll}");
    }

    /// <summary>A sentence that lists the tracks.</summary>
    public string NamesOfAll => $"The tracks are: {string.Join(", ", Tracks.Select(track => track.Name))}.";

    private static IEnumerable<string> FilesOf(string path)
    {
        if (File.Exists(path))
        {
            return [path];
        }

        if (!Directory.Exists(path))
        {
            throw new InputException($"{path} does not exist.");
        }

        try
        {
            string[] files = [.. Directory.EnumerateFiles(path).Where(FileStem.LooksLikeAudio).Order(StringComparer.OrdinalIgnoreCase)];
            return files.Length > 0 ? files : throw new InputException($"{path} holds no audio files: WAV, AIFF, or what ffmpeg reads.");
        }
        catch (Exception problem) when (problem is UnauthorizedAccessException or IOException)
        {
            throw new InputException($"{path} cannot be read: {problem.Message}", problem);
        }
    }

    private static List<SessionTrack> Name(IEnumerable<IStemSource> sources, List<string> warnings)
    {
        List<SessionTrack> tracks = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach (IStemSource source in sources)
        {
            string name = source.Name;
            for (int count = 2; !taken.Add(name); count++)
            {
                name = $"{source.Name} ({count})";
            }

            if (name != source.Name)
            {
                warnings.Add($"Two stems are called \"{source.Name}\": {source.Origin} is \"{name}\" here.");
            }

            tracks.Add(new SessionTrack(name, source));
        }

        return tracks;
    }
}
