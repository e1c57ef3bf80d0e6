using FaderStager.Mixing.Profiles;
using FaderStager.Rehearsal.Hosting;
using FaderStager.Rehearsal.Projects;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Stems;
using FaderStager.Rehearsal.Tables;
using FaderStager.Staging.Learning;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>One of the songs to learn from: a folder of stems, or files that make a song together.</summary>
/// <param name="Paths">The folder or the files.</param>
/// <param name="IsOneOfMany">Whether there are others, so that each message names the song, and a role may be said of a track that only another has.</param>
internal sealed record LearnSong(IReadOnlyList<string> Paths, bool IsOneOfMany)
{
    /// <summary>What it is called in messages.</summary>
    public string Label => SafeText.Of(Paths[0]);

    /// <summary>The roles of its tracks, once it was heard.</summary>
    public IReadOnlySet<Role> Roles { get; private set; } = new HashSet<Role>();

    /// <summary>The tracks of <see cref="LearnOptions.Roles"/> that it has, once it was heard.</summary>
    public IReadOnlySet<string> Found { get; private set; } = new HashSet<string>();

    /// <summary>Sorts what was typed into songs: with a folder among several paths every folder is a song; files alone make one.</summary>
    /// <param name="paths">What was typed, one or more.</param>
    /// <returns>The songs, at least one.</returns>
    public static IReadOnlyList<LearnSong> Of(IEnumerable<string> paths)
    {
        string[] typed = [.. paths.DistinctBy(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))];
        if (typed.Length == 1 || !typed.Any(path => Directory.Exists(RawNames.Resolve(path))))
        {
            return [new LearnSong(typed, IsOneOfMany: false)];
        }

        string[] files = [.. typed.Where(path => File.Exists(RawNames.Resolve(path)) && !ProjectFiles.IsSession(path))];
        return
        [
            .. typed.Except(files).Select(path => new LearnSong([path], IsOneOfMany: true)),
            .. files.Length == 0 ? Array.Empty<LearnSong>() : [new LearnSong(files, IsOneOfMany: true)],
        ];
    }

    /// <summary>Measures it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <param name="ffmpeg">Name or path of ffmpeg.</param>
    /// <param name="page">Where a bounce among the stems is said.</param>
    /// <param name="warn">Takes warnings.</param>
    /// <returns>What it tells, or why it tells nothing.</returns>
    /// <exception cref="InputException">Something cannot be read.</exception>
    /// <exception cref="UsageException">It is a session, has no focal, or a track that was named is not there.</exception>
    public SongBalance Hear(LearnOptions options, string ffmpeg, ConsolePage page, Action<string> warn)
    {
        if (Paths.FirstOrDefault(ProjectFiles.IsSession) is { } own)
        {
            throw new UsageException($"{own} is a DAW's session: learn reads the stems of a finished mix, rendered through their faders.");
        }

        StemSession session = StemSession.FromPaths(Paths, ffmpeg, options.Session);
        Say(session.Warnings, warn);
        using RehearsalRun run = new(session, new ProfileLibrary(), MixSettings.Default);
        KeyValuePair<string, Role>[] said = [.. options.Roles.Where(pair => !IsOneOfMany || session.Tracks.Any(track => track.IsCalled(pair.Key)))];
        Found = said.Select(pair => pair.Key).ToHashSet();
        foreach ((string track, Role role) in said)
        {
            run.InstanceOf(session.Find(track, "--role")).Role = role;
        }

        SessionTrack focal = FocalChoice.Find(session, run, options.Focal);
        Say(page.WithProgress("Measuring", progress => run.Measure(HostTiming.Realtime, BlockSizes.Usual, progress)), warn);
        FocalChoice.Check(run, focal);
        run.SetFocal(focal);
        BusChoice.Find(run, focal, said.Select(pair => run.Session.Find(pair.Key, "--role")), page);
        MixSnapshot mix = run.Mix.State.Snapshot;
        Roles = mix.Tracks.Select(track => track.Role).ToHashSet();
        SongBalance balance = ProfileLearner.Hear(mix);
        Say(balance.LeftOut.Select(reason => $"Not learned from {reason}."), warn);
        return balance;
    }

    private void Say(IEnumerable<string> warnings, Action<string> warn)
    {
        foreach (string warning in warnings)
        {
            warn(IsOneOfMany ? $"{Label}: {warning}" : warning);
        }
    }
}
