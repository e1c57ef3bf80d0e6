using System.Globalization;
using FaderStager.Rehearsal.Session;
using FaderStager.Rehearsal.Tables;
using FaderStager.Reports;
using FaderStager.Staging.Learning;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>Makes a target profile from the stems of reference mixes: one folder is one song.</summary>
/// <param name="page">Where the table goes.</param>
/// <param name="output">Standard output.</param>
/// <param name="error">Where warnings go.</param>
/// <param name="ffmpeg">Name or path of ffmpeg.</param>
internal sealed class LearnCommand(ConsolePage page, TextWriter output, TextWriter error, string ffmpeg)
{
    private static readonly string[] Heads = ["Role", ">Target LU", ">Tolerance LU", ">Songs", "How sure", "Source"];
    private static readonly string[] ManyHeads = ["Role", ">Target LU", ">Spread LU", ">Tolerance LU", ">Songs", "How sure"];
    private static readonly string[] VoiceHeads = ["Voice", "Role", ">Median LU", ">Spread LU", ">Songs", "How sure"];

    /// <summary>Runs it.</summary>
    /// <param name="options">What was asked for.</param>
    /// <returns>The exit code; songs that cannot be used are warnings as long as one is left.</returns>
    /// <exception cref="InputException">Something cannot be read or written, or there is nothing to learn from.</exception>
    /// <exception cref="UsageException">Something that was named is not there.</exception>
    public int Run(LearnOptions options)
    {
        OutputFiles.Check(options.OutFile);
        IReadOnlyList<LearnSong> songs = LearnSong.Of(options.Paths);
        List<SongBalance> balances = songs.Count == 1 ? [songs[0].Hear(options, ffmpeg, page, Warn)] : HearMany(songs, options);
        LearnedProfile learned = ProfileLearner.Learn(balances, NameOf(options, songs));
        if (learned.Profile is not { } profile)
        {
            throw new InputException(learned.Problem ?? "Nothing could be learned.");
        }

        OutputFiles.Write(options.OutFile, output, writer => writer.Write(TargetProfileJson.Write(profile)));
        Show(learned, profile, [.. songs.SelectMany(song => song.Roles)], [.. balances.Where(balance => balance.Problem is null)]);
        page.Gap();
        if (options.OutFile != OutputFiles.StandardOutput)
        {
            page.Say($"Profile written: {options.OutFile}. To stage by it:");
            page.Command($"{Closing.Program} FOLDER --profile {Typed.Quoted(options.OutFile)}");
        }

        return ExitCode.Done;
    }

    private static string NameOf(LearnOptions options, IReadOnlyList<LearnSong> songs) =>
        options.Name
        ?? (options.OutFile != OutputFiles.StandardOutput ? Path.GetFileNameWithoutExtension(options.OutFile)
            : songs.Count == 1 ? StemFiles.TitleOf(songs[0].Paths[0])
            : "learned");

    // A song that cannot be used is said in one line, and the others count.
    private List<SongBalance> HearMany(IReadOnlyList<LearnSong> songs, LearnOptions options)
    {
        List<SongBalance> balances = [];
        foreach (LearnSong song in songs)
        {
            string? problem;
            try
            {
                SongBalance balance = song.Hear(options, ffmpeg, page, Warn);
                balances.Add(balance);
                problem = balance.Problem;
            }
            catch (Exception bad) when (bad is InputException or UsageException)
            {
                problem = bad.Message;
            }

            if (problem is not null)
            {
                Warn($"{song.Label} is left out: {problem.ReplaceLineEndings(" ")}");
            }
        }

        if (balances.All(balance => balance.Problem is not null))
        {
            throw new InputException($"None of the {songs.Count} songs can be learned from.");
        }

        foreach ((string track, _) in options.Roles.Where(pair => !songs.Any(song => song.Found.Contains(pair.Key))))
        {
            Warn($"--role \"{track}\": no song has a track of that name.");
        }

        return balances;
    }

    private void Show(LearnedProfile learned, TargetProfile profile, HashSet<Role> roles, SongBalance[] songs)
    {
        bool isOne = songs.Length == 1;
        page.Headline($"{profile.Name}: {profile.Description}");
        page.Gap();
        page.Table(
            isOne ? Heads : ManyHeads,
            profile.Roles
                .Where(pair => roles.Contains(pair.Key))
                .OrderBy(pair => Roles.Importance(pair.Key))
                .Select(pair =>
                {
                    (Role role, RoleTarget target) = pair;
                    LearnedFigure? figure = learned.Roles.FirstOrDefault(figure => figure.Role == role);
                    int focals = songs.Count(song => song.FocalRole == role);
                    return (IReadOnlyList<Cell>)
                    [
                        Roles.DisplayName(role),
                        FigureText.Relative(target.OffsetLu),
                        .. isOne ? Array.Empty<Cell>() : [FigureText.Level(target.SpreadLu)],
                        FigureText.Level(target.ToleranceLu),
                        Count(focals > 0 ? focals : figure?.Songs ?? 0, songs.Length),
                        focals > 0 ? "the focal" : figure?.Sureness ?? "not heard",
                        .. isOne ? (Cell[])[target.Source] : [],
                    ];
                }));
        if (!learned.Voices.IsEmpty)
        {
            page.Gap();
            page.Table(
                VoiceHeads,
                learned.Voices.Select(figure => (IReadOnlyList<Cell>)
                [
                    figure.Voice ?? "",
                    Roles.DisplayName(figure.Role),
                    FigureText.Relative(figure.OffsetLu),
                    FigureText.Level(figure.SpreadLu),
                    Count(figure.Songs, songs.Length),
                    figure.Sureness,
                ]));
        }
    }

    private static string Count(int count, int all) => count == 0 ? "–" : string.Create(CultureInfo.InvariantCulture, $"{count} of {all}");

    private void Warn(string warning) => Warnings.Write(error, warning);
}
