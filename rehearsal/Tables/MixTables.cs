using System.Collections.Immutable;
using FaderStager.Rehearsal.Session;
using FaderStager.Reports;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Settings;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Tables;

/// <summary>A staged mix on the console, as a mixer reads it: headline, table, what to do first.</summary>
public static class MixTables
{
    private const int MostReasons = 5;
    private const int LongestName = 22;

    private static readonly string[] MixHeads = ["Track", "?Role", ">Reading LU", "?>Target LU", "?>Fader dB", "?>To dB", ">Move dB", "Hint"];
    private static readonly string[] PlanHeads = [">Step", "Track", "?Role", "?>Loudness LUFS", "?>Target LU", ">Fader to dB", "?How sure"];
    private static readonly string[] EndHeads = ["Track", "?Role", ">Reading LU", "?>Target LU", ">Fader dB", "Hint", "?How sure"];

    /// <summary>Shows a staged mix: its start or plan, and its end where the suggestions were applied.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="staged">The staged mix.</param>
    public static void Show(ConsolePage page, StagedMix staged)
    {
        bool isTopDown = staged.Approach == ApproachKind.TopDown;
        page.Heading(Name(staged), isTopDown || staged.Plan.IsEmpty ? UpAt(staged.Start) : "all faders down, the focal first, then one track after another");
        page.Headline(staged.Start.Advice.Headline);
        page.Gap();
        if (staged.Plan.IsEmpty)
        {
            ShowMix(page, staged.Start);
            ShowReasons(page, staged.Start);
        }
        else
        {
            ShowPlan(page, staged);
        }

        if (staged.End is { } end)
        {
            ShowEnd(page, staged, end);
        }

        ShowPeak(page, staged.Last);
        if (BalanceWords.BusSentence(staged.Start.Snapshot) is { Length: > 0 } bus)
        {
            page.Gap();
            page.Say(bus);
        }
    }

    private static void ShowPeak(ConsolePage page, MixState state)
    {
        double peak = state.Snapshot.PredictedPeakDbfs;
        if (peak > 0)
        {
            page.Gap();
            page.Say($"The mix bus would peak at {FigureText.Relative(peak)} dBFS with these faders: over full scale. Take all of them down by {FigureText.Level(Math.Ceiling(peak))} dB or more; the balance stays.");
        }
    }

    private static string Name(StagedMix staged) => ReportNames.Name(staged.Approach);

    private static string UpAt(MixState state)
    {
        double[] faders = [.. state.Snapshot.Tracks.Where(track => track.Role != Role.MixBus).Select(track => track.FaderDb).Distinct()];
        return faders.Length == 1 ? $"all faders at {FigureText.Fader(faders[0])} dB" : "faders as they are set";
    }

    private static void ShowMix(ConsolePage page, MixState state) => page.Table(
        MixHeads,
        VoiceRows.Of([.. Ranked(state)]).Select(line => Line(line.Label, line.Row, line.IsMember)));

    // The place is the voice's, and so is the hint; the faders are its tracks'.
    private static IReadOnlyList<Cell> Line(string label, ReportRow row, bool isMember) =>
    [
        Shorten(label),
        Roles.DisplayName(row.Reading.Role),
        isMember ? "" : FigureText.Relative(row.Hint.RelativeLu),
        isMember ? "" : FigureText.Relative(row.Hint.TargetLu),
        FigureText.Fader(row.Reading.FaderDb),
        double.IsNaN(row.Hint.MoveDb) || row.Hint.MoveDb != 0 ? FigureText.Fader(row.Hint.SuggestedFaderDb) : "",
        row.Hint.MoveDb == 0 ? "" : FigureText.Relative(row.Hint.MoveDb),
        isMember ? "" : new Cell(HintWords.Of(row.Hint), Tones.Of(row.Hint.Kind)),
    ];

    private static void ShowReasons(ConsolePage page, MixState state)
    {
        ReportRow[] toDo =
        [
            .. Ranked(state).Where(row => row.Hint.Step > 0 && row.Hint.MoveDb != 0 && double.IsFinite(row.Hint.SuggestedFaderDb))
                .DistinctBy(row => row.Reading.VoiceId == Guid.Empty ? row.Reading.Id : row.Reading.VoiceId),
        ];
        if (toDo.Length == 0)
        {
            return;
        }

        page.Gap();
        page.Say("What hurts most, first:");
        foreach (ReportRow row in toDo.Take(MostReasons))
        {
            page.Step(row.Hint.Step, $"{VoiceRows.NameOf(row.Reading)}{Do(row.Hint)}: {row.Hint.Reason}");
        }

        if (toDo.Length > MostReasons)
        {
            page.Say($"    … and {toDo.Length - MostReasons} more, in the order of the table.");
        }
    }

    private static void ShowPlan(ConsolePage page, StagedMix staged)
    {
        page.Table(
            PlanHeads,
            staged.Plan.Select((step, index) => (IReadOnlyList<Cell>)
            [
                $"{index + 1}",
                Shorten(step.Reading.Name),
                Roles.DisplayName(step.Reading.Role),
                FigureText.Level(step.Reading.IntegratedLufs),
                step.Reading.IsFocal ? new Cell("focal", Tones.Of(HintKind.Focal)) : FigureText.Relative(step.Hint.TargetLu),
                FigureText.Fader(step.Hint.SuggestedFaderDb),
                step.Hint.Kind == HintKind.TrimFirst
                    ? new Cell($"trim {FigureText.Relative(step.Hint.TrimDb)} dB first", Tones.Of(step.Hint.Kind))
                    : step.Reading.IsFocal ? "" : ReportNames.Words(step.Reading.Confidence),
            ]));
        ReportRow[] left = [.. Ranked(staged.Start).Where(row => staged.Plan.All(step => step.Reading.Id != row.Reading.Id))];
        foreach (ReportRow row in left.Where(row => row.Reading.IsDown || row.Reading.Role == Role.MixBus))
        {
            page.Say($" Not in the plan: {row.Reading.Name}. {row.Hint.Reason}");
        }

        PlanStep? first = staged.Plan.FirstOrDefault();
        if (first is not null)
        {
            page.Gap();
            page.Say($"{first.Hint.Reason} With all of them up the focal stands {FigureText.Relative(staged.Plan[^1].RestLu)} LU against the rest.");
        }
    }

    private static void ShowEnd(ConsolePage page, StagedMix staged, MixState end)
    {
        page.Heading(Name(staged), "with every suggestion applied");
        page.Headline(end.Advice.Headline);
        page.Gap();
        page.Table(
            EndHeads,
            VoiceRows.Of(ReportRow.Of(end)).Select(line => (IReadOnlyList<Cell>)
            [
                Shorten(line.Label),
                Roles.DisplayName(line.Row.Reading.Role),
                line.IsMember ? "" : FigureText.Relative(line.Row.Hint.RelativeLu),
                line.IsMember ? "" : FigureText.Relative(line.Row.Hint.TargetLu),
                FigureText.Fader(line.Row.Reading.FaderDb),
                line.IsMember ? "" : new Cell(HintWords.Of(line.Row.Hint), Tones.Of(line.Row.Hint.Kind)),
                line.IsMember || line.Row.Reading.IsFocal ? "" : ReportNames.Words(line.Row.Reading.Confidence),
            ]));
    }

    private static string Do(Hint hint) => hint switch
    {
        // Its reason says all.
        { Kind: HintKind.TrimFirst } => "",
        { MoveDb: double.NaN } => $" up to {FigureText.Fader(hint.SuggestedFaderDb)} dB",
        _ => $" {(hint.MoveDb < 0 ? "down" : "up")} {FigureText.MoveInWords(hint.MoveDb)}",
    };

    /// <summary>The order of work: the focal, then the steps, then what is fine or unknown, as it joined.</summary>
    private static ImmutableArray<ReportRow> Ranked(MixState state) =>
    [
        .. ReportRow.Of(state)
            .OrderByDescending(row => row.Reading.IsFocal)
            .ThenBy(row => row.Hint.Step == 0 ? int.MaxValue : row.Hint.Step),
    ];

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";
}
