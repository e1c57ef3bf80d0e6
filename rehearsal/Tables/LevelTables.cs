using FaderStager.Reports;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using Spectre.Console;

namespace FaderStager.Rehearsal.Tables;

/// <summary>Step 0 on the console: the level of each track into its plug-ins, the trims, and why.</summary>
public static class LevelTables
{
    private const int MostReasons = 8;
    private const int LongestName = 22;

    private static readonly string[] Heads =
        ["Track", ">RMS dBFS", ">Trim dB", "?Clipped", "?>Peak dBFS", "?>VU dB", "?>Loudest dBFS", "?>Crest dB", "?Where"];

    /// <summary>Shows it.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="mix">The mix as measured.</param>
    /// <param name="host">The DAW's name, or null where there is none.</param>
    public static void Show(ConsolePage page, MixSnapshot mix, string? host)
    {
        page.Heading("levels", "step 0: into the plug-ins, before any fader");
        page.Headline(LevelWords.Headline(mix));
        page.Gap();
        page.Table(Heads, mix.Tracks.Select(track => track.AtPlugIns()).Select(track => Row(track, LevelAdvice.Of(track, mix.Settings), mix, host)));
        ShowReasons(page, mix, host);
        page.Gap();
        page.Say(LevelWords.Sources(mix.Settings));
    }

    private static IReadOnlyList<Cell> Row(TrackReading track, LevelFinding finding, MixSnapshot mix, string? host) =>
    [
        track.Name.Length <= LongestName ? track.Name : track.Name[..(LongestName - 1)] + "…",
        FigureText.Level(track.RmsDbfs),
        new Cell(finding.IsTrim ? FigureText.Relative(finding.TrimDb) : LevelWords.Word(finding), finding.IsTrim ? new Style(Color.SteelBlue1) : new Style(Color.Grey70)),
        new Cell(LevelWords.ClipMark(track), new Style(Color.Orange1)),
        FigureText.Level(track.SamplePeakDbfs),
        FigureText.Relative(track.RmsMedianDbfs - mix.Settings.WorkingLevelDbfs),
        FigureText.Level(track.RmsLoudestDbfs),
        FigureText.Level(track.CrestDb),
        LevelWords.Where(finding.Where, host),
    ];

    private static void ShowReasons(ConsolePage page, MixSnapshot mix, string? host)
    {
        (TrackReading Track, LevelFinding Finding)[] worth =
        [
            .. mix.Tracks.Select(track => track.AtPlugIns()).Select(track => (track, LevelAdvice.Of(track, mix.Settings)))
                .Where(row => row.Item2.IsTrim || row.track.IsClipped || row.Item2.HasOffset)
                .OrderByDescending(row => row.track.IsClipped)
                .ThenByDescending(row => double.IsNaN(row.Item2.TrimDb) ? 0 : Math.Abs(row.Item2.TrimDb)),
        ];
        if (worth.Length == 0)
        {
            return;
        }

        page.Gap();
        page.Say("What matters most, first:");
        foreach (((TrackReading track, LevelFinding finding), int index) in worth.Take(MostReasons).Select((row, index) => (row, index)))
        {
            page.Step(index + 1, $"{track.Name}{At(finding, host)}: {LevelWords.Reason(track, finding, mix.Settings)}");
        }

        if (worth.Length > MostReasons)
        {
            page.Say($"    … and {worth.Length - MostReasons} more, in the table.");
        }
    }

    private static string At(in LevelFinding finding, string? host) => finding.IsTrim ? $" ({LevelWords.Where(finding.Where, host)})" : "";
}
