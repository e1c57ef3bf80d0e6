using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using FaderStager.Staging.Approaches;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Reports;

/// <summary>One or more mixes as one self-contained web page: level plot around the focal, headline, table with reasons.</summary>
/// <remarks>[any] The page fetches nothing, runs no script, and shows names as text whatever they hold.</remarks>
public static class HtmlReport
{
    /// <summary>Writes the page.</summary>
    /// <param name="states">The mixes, one section each: a mix under each approach.</param>
    /// <param name="title">What the session is called.</param>
    /// <param name="writer">Where to.</param>
    /// <param name="about">What a session is, one sentence each; or null.</param>
    /// <param name="notes">What of a session is not heard as in its DAW, one line each; or null.</param>
    /// <param name="onlyLevels">Whether only step 0 is written, and no approach.</param>
    /// <param name="songs">Each mix over its song, in the order of the mixes; none = nothing is said of it.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    /// <remarks>[any] Step 0 comes first and is the same under each approach.</remarks>
    public static void Write(
        ImmutableArray<MixState> states,
        string title,
        TextWriter writer,
        ImmutableArray<string>? about = null,
        ImmutableArray<string>? notes = null,
        bool onlyLevels = false,
        ImmutableArray<SongSheet> songs = default)
    {
        writer.Write($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Text(title)} - FaderStager</title>
            <style>
            {HtmlStyle.Sheet}
            </style>
            </head>
            <body>
            <header><h1>{Text(title)}</h1></header>

            """);
        if (states.Length > 0)
        {
            HtmlLevels.Write(states[0].Snapshot, writer);
        }

        for (int index = 0; index < states.Length && !onlyLevels; index++)
        {
            WriteSection(states[index], writer);
            if (!songs.IsDefaultOrEmpty)
            {
                HtmlSong.Write(songs[index], ReportNames.Name(states[index].Snapshot.Settings.Approach), writer);
            }
        }

        WriteList("The session", about, writer);
        WriteList("Not heard as in the session", notes, writer);
        writer.Write("""
            <footer>Loudness as in ITU-R BS.1770, compared only where track and focal sound together.
            LU are relative to the focal with both faders counted. Every move is a suggestion: the ear decides.</footer>
            </body>
            </html>

            """);
    }

    /// <summary>A text as it stands in the page.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text with markup characters escaped.</returns>
    /// <remarks>[any]</remarks>
    internal static string Text(string text) => WebUtility.HtmlEncode(text);

    private static void WriteList(string heading, ImmutableArray<string>? lines, TextWriter writer)
    {
        if (lines is { IsEmpty: false } some)
        {
            writer.Write($"<section>\n<h2>{heading}</h2>\n");
            WriteLines(some, writer);
            writer.Write("</section>\n");
        }
    }

    private static void WriteSection(MixState state, TextWriter writer)
    {
        MixSnapshot mix = state.Snapshot;
        ImmutableArray<ReportRow> rows = ReportRow.InOrder(state);
        writer.Write($"""
            <section>
            <h2>{ReportNames.Name(mix.Settings.Approach)}</h2>
            <p class="headline">{Text(state.Advice.Headline)}</p>
            <p class="facts">Focal <b>{Text(mix.Focal?.Name ?? "none")}</b> · profile <b>{Text(mix.Profile.Name)}</b> ·
            focal against the rest <b>{Text(BalanceWords.Figure(mix))}</b> ·
            predicted peak <b>{FigureText.Level(mix.PredictedPeakDbfs)} dBFS</b> {BalanceWords.PeakSource(mix)}</p>

            """);
        if (BalanceWords.BusSentence(mix) is { Length: > 0 } bus)
        {
            writer.Write($"<p class=\"facts\">{Text(bus)}</p>\n");
        }

        foreach (ReportRow row in rows)
        {
            if (ChangeWords.Line(row.Reading) is { Length: > 0 } change)
            {
                writer.Write($"<p class=\"facts\">{Text(change)}.</p>\n");
            }
        }

        if (DawChecklist.Of(mix) is { IsEmpty: false } waiting)
        {
            writer.Write($"<h3>{DawChecklist.Title}</h3>\n");
            WriteLines(waiting.Select(line => line.Text), writer);
        }

        HtmlLevelPlot.Write(rows, writer);
        WriteTable(rows, writer);
        writer.Write("</section>\n");
    }

    // A track of a voice says of which: it is judged and moved as one with the others.
    private static string VoiceOf(TrackReading reading) => reading.VoiceName is { } voice ? $"<br><small>of {Text(voice)}</small>" : "";

    private static void WriteLines(IEnumerable<string> lines, TextWriter writer)
    {
        writer.Write("<ul>\n");
        foreach (string line in lines)
        {
            writer.Write($"<li>{Text(line)}</li>\n");
        }

        writer.Write("</ul>\n");
    }

    private static void WriteTable(ImmutableArray<ReportRow> rows, TextWriter writer)
    {
        writer.Write("""
            <table>
            <thead><tr><th class="n">Step</th><th>Track</th><th>Role</th><th class="n">Loudness<br><small>LUFS</small></th>
            <th class="n">Peak<br><small>dBTP</small></th><th class="n">Reading<br><small>LU</small></th><th class="n">Target<br><small>LU</small></th>
            <th class="n">Fader<br><small>dB</small></th><th class="n">To<br><small>dB</small></th><th class="n">Move<br><small>dB</small></th>
            <th>Hint</th><th>Why</th></tr></thead>
            <tbody>

            """);
        foreach (ReportRow row in rows)
        {
            string step = row.Hint.Step > 0 ? row.Hint.Step.ToString(CultureInfo.InvariantCulture) : "";
            string[] figures =
            [
                FigureText.Level(row.Reading.IntegratedLufs),
                FigureText.Level(row.Reading.TruePeakDbtp),
                FigureText.Relative(row.Hint.RelativeLu),
                FigureText.Relative(row.Hint.TargetLu),
                FigureText.Fader(row.Reading.FaderDb),
                FigureText.Fader(row.Hint.SuggestedFaderDb),
                FigureText.Relative(row.Hint.MoveDb),
            ];
            writer.Write($"<tr class=\"{Tone(row.Hint.Kind)}\"><td class=\"n\">{step}</td><th>{Swatch(row.Reading)}{Text(row.Reading.Name)}{VoiceOf(row.Reading)}</th>");
            writer.Write($"<td>{Text(Roles.DisplayName(row.Reading.Role))}</td>");
            writer.Write(string.Concat(figures.Select(figure => $"<td class=\"n\">{figure}</td>")));
            writer.Write($"<td class=\"hint\">{HintWords.Of(row.Hint)}</td>");
            writer.Write($"<td class=\"why\">{Text(row.Hint.Reason)}</td></tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }

    /// <summary>The colour that a track has in its DAW: a mark beside its name.</summary>
    private static string Swatch(TrackReading track) =>
        ReportNames.Colour(track.HostTrack.ColourArgb) is { } colour ? $"<i class=\"colour\" style=\"background:{colour}\"></i>" : "";

    /// <summary>The class that colours a row or mark. Shape and word say the same.</summary>
    /// <param name="kind">The hint's kind.</param>
    /// <returns>The name of the class.</returns>
    internal static string Tone(HintKind kind) => kind switch
    {
        HintKind.Focal => "focal",
        HintKind.TooLoud or HintKind.Adjust or HintKind.TrimFirst => "loud",
        HintKind.Buried or HintKind.Next or HintKind.Start => "buried",
        HintKind.InPlace or HintKind.Placed => "fine",
        _ => "unknown",
    };
}
