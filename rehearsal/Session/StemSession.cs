using System.Collections.Immutable;
using FaderStager.Rehearsal.Stems;
using FaderStager.Reports;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Session;

/// <summary>The stems of one song, by names that are all different.</summary>
/// <param name="Title">What the session is called: its folder's name.</param>
/// <param name="Tracks">The stems that can be read, as far as their heads tell.</param>
/// <param name="Skipped">The stems that cannot, by name, with the reason.</param>
/// <param name="Warnings">What a person should look at, one sentence each.</param>
public sealed record StemSession(
    string Title,
    ImmutableArray<SessionTrack> Tracks,
    ImmutableArray<(SessionTrack Track, string Reason)> Skipped,
    ImmutableArray<string> Warnings)
{
    /// <summary>What was done with the stems, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>Seconds from midnight to the song's start, where time stamps say it; else null.</summary>
    public double? MidnightSeconds { get; init; }

    /// <summary>Collects the stems of folders and files, and looks into each.</summary>
    /// <param name="paths">Folders and files.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <param name="options">How files become tracks; null = <see cref="SessionOptions.Default"/>.</param>
    /// <returns>The session, with at least one stem.</returns>
    /// <exception cref="InputException">A path does not exist, or no stem can be read.</exception>
    public static StemSession FromPaths(IReadOnlyList<string> paths, string ffmpeg, SessionOptions? options = null)
    {
        IEnumerable<StemFile> files = paths.SelectMany(StemFiles.Of).DistinctBy(file => Path.GetFullPath(file.Path));
        return From(StemFiles.TitleOf(paths[0]), files.Select(file => new FileStem(file.Path, ffmpeg, file.ShownPath)), options);
    }

    /// <summary>Names stems and looks into each.</summary>
    /// <param name="title">What the session is called.</param>
    /// <param name="sources">The stems.</param>
    /// <param name="options">How they become tracks; null = <see cref="SessionOptions.Default"/>.</param>
    /// <returns>The session, with at least one stem.</returns>
    /// <exception cref="InputException">No stem can be read.</exception>
    public static StemSession From(string title, IEnumerable<IStemSource> sources, SessionOptions? options = null)
    {
        SessionOptions wanted = options ?? SessionOptions.Default;
        List<string> warnings = [];
        List<string> notes = [];
        List<(SessionTrack Track, string Reason)> skipped = [];
        List<(IStemSource Source, StemHead? Head)> stems = [];
        foreach (IStemSource source in sources)
        {
            try
            {
                stems.AddRange(Look(source, wanted.SplitsChannels, notes));
            }
            catch (InputException problem)
            {
                skipped.Add((new SessionTrack(source.Name, source), problem.Message));
                warnings.Add($"{problem.Message} It is left out.");
            }
        }

        if (stems.Count == 0)
        {
            throw new InputException(string.Join('\n', skipped.Select(stem => stem.Reason).Append("No stem can be read, so there is nothing to stage.")));
        }

        List<SessionTrack> named = Name(wanted.JoinsPairs ? StereoPairs.Join(stems, notes) : stems, warnings);
        (List<SessionTrack> laid, double? midnight) = TimeStamps.Lay(named, wanted.FollowsStamps, notes, warnings);
        warnings.AddRange(laid.Where(track => track.IsTooShort).Select(track => $"{track.Name} {track.TooShort}."));
        return new StemSession(title, [.. laid], [.. skipped], [.. warnings]) { Notes = [.. notes], MidnightSeconds = midnight };
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

    /// <summary>The session without a stem that turned out not to be readable.</summary>
    /// <param name="track">The stem.</param>
    /// <param name="reason">Why.</param>
    /// <returns>The session.</returns>
    /// <exception cref="InputException">No stem is left.</exception>
    public StemSession Without(SessionTrack track, string reason) => Tracks.Length > 1
        ? this with { Tracks = Tracks.Remove(track), Skipped = Skipped.Add((track, reason)) }
        : throw new InputException(string.Join('\n', Skipped.Select(stem => stem.Reason).Append(reason).Append("No stem can be read, so there is nothing to stage.")));

    /// <summary>What of a source becomes tracks: itself, or its channels.</summary>
    private static IEnumerable<(IStemSource Source, StemHead? Head)> Look(IStemSource source, bool splits, List<string> notes)
    {
        if (splits && source is ISplittableStem splittable)
        {
            IReadOnlyList<(IStemSource Stem, StemHead? Head)> parts = splittable.Split();
            if (parts.Count > 1)
            {
                notes.Add($"{source.Name} is split into {parts.Count} tracks: {string.Join(", ", parts.Select(part => part.Stem.Name))}.");
            }

            return parts;
        }

        StemHead? head = source.Inspect();
        return head is { Channels: > 2 }
            ? throw PcmReader.TooManyChannels(SafeText.Of(Path.GetFileName(source.Origin)), head.Channels)
            : [(source, head)];
    }

    private static List<SessionTrack> Name(IEnumerable<(IStemSource Source, StemHead? Head)> stems, List<string> warnings)
    {
        List<SessionTrack> tracks = [];
        HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);
        foreach ((IStemSource source, StemHead? head) in stems)
        {
            string name = source.Name;
            for (int count = 2; !taken.Add(name); count++)
            {
                name = $"{source.Name} ({count})";
            }

            if (name != source.Name)
            {
                warnings.Add($"Two stems are called \"{source.Name}\": {SafeText.Of(source.Origin)} is \"{name}\" here.");
            }

            tracks.Add(new SessionTrack(name, source) { Head = head });
        }

        return tracks;
    }
}
