using System.Collections.Immutable;
using System.Globalization;
using FaderStager.Staging.Levels;
using FaderStager.Staging.Readings;
using FaderStager.Staging.Targets;

namespace FaderStager.Reports;

/// <summary>Step 0 of a mix in the web page: a VU plot, a table with reasons, and what the bus needs.</summary>
/// <remarks>
/// Bar = RMS while it sounds, its end ticked; ring = where the trim leads; thin line = up to the highest peak, which a square ends; what is
/// clipped has a filled square and the word.
/// </remarks>
internal static class HtmlLevels
{
    private const double Width = 1072;
    private const double PlotLeft = 170;
    private const double PlotRight = 930;
    private const double Top = 44;
    private const double RowHeight = 30;
    private const double LowestDbfs = -60;
    private const double HighestDbfs = 6;
    private const double TickDb = 6;
    private const int LongestName = 22;

    /// <summary>Writes the section.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(MixSnapshot mix, TextWriter writer)
    {
        ImmutableArray<(TrackReading Track, LevelFinding Finding)> rows = [.. mix.Tracks.Select(track => track.AtPlugIns()).Select(track => (track, LevelAdvice.Of(track, mix.Settings)))];
        int trims = rows.Count(row => row.Finding.IsTrim);
        writer.Write($"""
            <section>
            <h2>levels</h2>
            <p class="headline">{HtmlReport.Text(LevelWords.Headline(mix))}</p>
            <p class="facts">0 VU <b>{FigureText.Level(mix.Settings.WorkingLevelDbfs)} dBFS RMS</b> · trims <b>{trims.ToString(CultureInfo.InvariantCulture)}</b> ·
            clipped <b>{rows.Count(row => row.Track.IsClipped).ToString(CultureInfo.InvariantCulture)}</b></p>

            """);
        WritePlot(mix, rows, writer);
        WriteTable(mix, rows, writer);
        writer.Write($"<p class=\"facts\">{HtmlReport.Text(LevelWords.Sources(mix.Settings))}</p>\n</section>\n");
    }

    private static void WritePlot(MixSnapshot mix, ImmutableArray<(TrackReading Track, LevelFinding Finding)> rows, TextWriter writer)
    {
        double height = Top + (rows.Length * RowHeight) + 40;
        writer.Write($"<svg viewBox=\"0 0 {N(Width)} {N(height)}\" role=\"img\" aria-label=\"Level of every track into its plug-ins, in dBFS\">\n");
        for (double db = LowestDbfs; db <= HighestDbfs; db += TickDb)
        {
            writer.Write($"<line class=\"grid\" x1=\"{N(X(db))}\" y1=\"{N(Top - 8)}\" x2=\"{N(X(db))}\" y2=\"{N(height - 34)}\"/>");
            writer.Write($"<text class=\"axis\" x=\"{N(X(db))}\" y=\"{N(Top - 16)}\" text-anchor=\"middle\">{(db > 0 ? "+" : db < 0 ? "−" : "")}{Math.Abs(db):0}</text>\n");
        }

        double zero = X(mix.Settings.WorkingLevelDbfs);
        writer.Write($"<line class=\"focal-line\" x1=\"{N(zero)}\" y1=\"{N(Top - 8)}\" x2=\"{N(zero)}\" y2=\"{N(height - 34)}\"/>");
        writer.Write($"<text class=\"axis\" x=\"{N(zero)}\" y=\"{N(Top - 28)}\" text-anchor=\"middle\">0 VU</text>\n");
        for (int i = 0; i < rows.Length; i++)
        {
            WriteRow(mix, rows[i], Top + ((i + 0.5) * RowHeight), writer);
        }

        double y = height - 14;
        writer.Write($"""
            <g class="fine"><rect class="mark" x="170" y="{N(y - 9)}" width="30" height="8"/><text class="axis" x="208" y="{N(y)}">RMS while it sounds</text>
            <rect class="lands" x="340" y="{N(y - 9)}" width="8" height="8"/><text class="axis" x="356" y="{N(y)}">highest peak, filled where clipped</text>
            <circle class="lands" cx="590" cy="{N(y - 5)}" r="6"/><text class="axis" x="602" y="{N(y)}">RMS behind the trim</text></g>
            </svg>

            """);
    }

    private static void WriteRow(MixSnapshot mix, (TrackReading Track, LevelFinding Finding) row, double y, TextWriter writer)
    {
        (TrackReading track, LevelFinding finding) = row;
        string tone = track.IsClipped ? "loud" : finding.IsTrim ? "buried" : double.IsFinite(track.RmsDbfs) ? "fine" : "unknown";
        string name = track.Name.Length <= LongestName ? track.Name : track.Name[..(LongestName - 1)] + "…";
        writer.Write($"<g class=\"{tone}\"><title>{HtmlReport.Text(LevelWords.Reason(track, finding, mix.Settings))}</title>");
        writer.Write($"<text x=\"{N(PlotLeft - 14)}\" y=\"{N(y + 4.5)}\" text-anchor=\"end\">{HtmlReport.Text(name)}</text>");
        if (double.IsFinite(track.RmsDbfs) && double.IsFinite(track.SamplePeakDbfs))
        {
            double peak = X(track.SamplePeakDbfs);
            writer.Write($"<rect class=\"mark\" x=\"{N(PlotLeft)}\" y=\"{N(y - 5)}\" width=\"{N(X(track.RmsDbfs) - PlotLeft)}\" height=\"10\"/>");
            writer.Write($"<line class=\"way\" x1=\"{N(X(track.RmsDbfs))}\" y1=\"{N(y)}\" x2=\"{N(peak)}\" y2=\"{N(y)}\"/>");
            writer.Write($"<rect class=\"{(track.IsClipped ? "mark" : "lands")}\" x=\"{N(peak - 4)}\" y=\"{N(y - 4)}\" width=\"8\" height=\"8\"/>");
            if (finding.IsTrim)
            {
                writer.Write($"<circle class=\"lands\" cx=\"{N(X(track.RmsDbfs + finding.TrimDb))}\" cy=\"{N(y)}\" r=\"6\"/>");
            }
        }

        string word = finding.IsTrim ? $"{(finding.TrimDb < 0 ? "▼" : "▲")} {FigureText.Relative(finding.TrimDb)} dB" : LevelWords.Word(finding);
        writer.Write($"<text class=\"word\" x=\"{N(PlotRight + 16)}\" y=\"{N(y + 4.5)}\">{HtmlReport.Text(word)}</text></g>\n");
    }

    private static void WriteTable(MixSnapshot mix, ImmutableArray<(TrackReading Track, LevelFinding Finding)> rows, TextWriter writer)
    {
        writer.Write("""
            <table>
            <thead><tr><th>Track</th><th>Role</th><th class="n">RMS<br><small>dBFS</small></th><th class="n">VU<br><small>median</small></th>
            <th class="n">Loudest 10 s<br><small>dBFS</small></th><th class="n">Peak<br><small>dBFS</small></th><th class="n">True peak<br><small>dBTP</small></th>
            <th class="n">Crest<br><small>dB</small></th><th>Clipped</th><th class="n">Trim<br><small>dB</small></th><th>Where</th><th>Why</th></tr></thead>
            <tbody>

            """);
        foreach ((TrackReading track, LevelFinding finding) in rows)
        {
            string[] figures =
            [
                FigureText.Level(track.RmsDbfs),
                FigureText.Relative(track.RmsMedianDbfs - mix.Settings.WorkingLevelDbfs),
                FigureText.Level(track.RmsLoudestDbfs),
                FigureText.Level(track.SamplePeakDbfs),
                FigureText.Level(track.TruePeakDbtp),
                FigureText.Level(track.CrestDb),
            ];
            writer.Write($"<tr class=\"{(track.IsClipped ? "loud" : finding.IsTrim ? "buried" : "fine")}\"><th>{HtmlReport.Text(track.Name)}</th>");
            writer.Write($"<td>{HtmlReport.Text(Roles.DisplayName(track.Role))}</td>");
            writer.Write(string.Concat(figures.Select(figure => $"<td class=\"n\">{figure}</td>")));
            writer.Write($"<td class=\"hint\">{HtmlReport.Text(track.IsClipped ? "■ " + LevelWords.ClipMark(track) : "")}</td>");
            writer.Write($"<td class=\"n\">{FigureText.Relative(finding.TrimDb)}</td><td>{HtmlReport.Text(LevelWords.Where(finding.Where, null))}</td>");
            writer.Write($"<td class=\"why\">{HtmlReport.Text(LevelWords.Reason(track, finding, mix.Settings))}</td></tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }

    private static double X(double dbfs) => PlotLeft + ((Math.Clamp(dbfs, LowestDbfs, HighestDbfs) - LowestDbfs) / (HighestDbfs - LowestDbfs) * (PlotRight - PlotLeft));

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
