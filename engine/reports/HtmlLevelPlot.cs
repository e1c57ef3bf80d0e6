using System.Collections.Immutable;
using System.Globalization;

namespace FaderStager.Reports;

/// <summary>The level plot of the web page: one row a track on a scale of LU around the focal.</summary>
/// <remarks>
/// Zone = target and tolerance, tick = target, filled mark = reading with the faders as they are,
/// arrow and ring = where the suggestion leads.
/// </remarks>
internal static class HtmlLevelPlot
{
    private const double Width = 1072;
    private const double PlotLeft = 170;
    private const double PlotRight = 930;
    private const double Top = 44;
    private const double RowHeight = 30;
    private const double MarkRadius = 6;
    private const double WidestLu = 48;
    private const double NarrowestHighLu = 6;
    private const double NarrowestLowLu = -18;
    private const double TickLu = 6;
    private const int LongestName = 22;

    /// <summary>Writes the plot as inline SVG.</summary>
    /// <param name="rows">The rows from top to bottom.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(ImmutableArray<ReportRow> rows, TextWriter writer)
    {
        (double low, double high) = Range(rows);
        double height = Top + (rows.Length * RowHeight) + 40;
        double X(double lu) => PlotLeft + ((Math.Clamp(lu, low, high) - low) / (high - low) * (PlotRight - PlotLeft));

        writer.Write($"<svg viewBox=\"0 0 {N(Width)} {N(height)}\" role=\"img\" aria-label=\"Level of every track around the focal, in LU\">\n");
        for (double lu = low; lu <= high; lu += TickLu)
        {
            string line = lu == 0 ? "focal-line" : "grid";
            string label = lu == 0 ? "focal 0 LU" : lu > 0 ? $"+{lu:0}" : $"−{-lu:0}";
            writer.Write($"<line class=\"{line}\" x1=\"{N(X(lu))}\" y1=\"{N(Top - 8)}\" x2=\"{N(X(lu))}\" y2=\"{N(height - 34)}\"/>");
            writer.Write($"<text class=\"axis\" x=\"{N(X(lu))}\" y=\"{N(Top - 16)}\" text-anchor=\"middle\">{label}</text>\n");
        }

        for (int i = 0; i < rows.Length; i++)
        {
            WriteRow(rows[i], Top + ((i + 0.5) * RowHeight), X, writer);
        }

        WriteLegend(height - 14, writer);
        writer.Write("</svg>\n");
    }

    private static void WriteRow(ReportRow row, double y, Func<double, double> x, TextWriter writer)
    {
        string name = HtmlReport.Text(Shorten(row.Reading.Name));
        writer.Write($"<g class=\"{HtmlReport.Tone(row.Hint.Kind)}\"><title>{HtmlReport.Text(row.Hint.Reason)}</title>");
        writer.Write($"<text x=\"{N(PlotLeft - 14)}\" y=\"{N(y + 4.5)}\" text-anchor=\"end\">{name}</text>");
        if (!row.Reading.IsFocal && double.IsFinite(row.Hint.TargetLu))
        {
            double from = x(row.Hint.TargetLu - row.Hint.ToleranceLu);
            double to = x(row.Hint.TargetLu + row.Hint.ToleranceLu);
            double target = x(row.Hint.TargetLu);
            writer.Write($"<rect class=\"zone\" x=\"{N(from)}\" y=\"{N(y - 10)}\" width=\"{N(to - from)}\" height=\"20\" rx=\"4\"/>");
            writer.Write($"<line class=\"target\" x1=\"{N(target)}\" y1=\"{N(y - 10)}\" x2=\"{N(target)}\" y2=\"{N(y + 10)}\"/>");
        }

        WriteMarks(row, y, x, writer);
        writer.Write($"<text class=\"word\" x=\"{N(PlotRight + 16)}\" y=\"{N(y + 4.5)}\">{Word(row)}</text></g>\n");
    }

    private static void WriteMarks(ReportRow row, double y, Func<double, double> x, TextWriter writer)
    {
        double readingLu = row.Reading.IsFocal ? row.Reading.IsDown ? double.NaN : 0 : row.Hint.RelativeLu;
        bool lands = double.IsFinite(row.LandsAtLu) && !(Math.Abs(row.LandsAtLu - readingLu) < 0.05);
        if (lands)
        {
            double end = x(row.LandsAtLu);
            double start = double.IsFinite(readingLu) ? x(readingLu) : x(double.NegativeInfinity);
            if (Math.Abs(end - start) > MarkRadius)
            {
                string dash = double.IsFinite(readingLu) ? "" : " stroke-dasharray=\"2 5\"";
                writer.Write($"<line class=\"way\" x1=\"{N(start)}\" y1=\"{N(y)}\" x2=\"{N(end)}\" y2=\"{N(y)}\"{dash}/>");
            }

            writer.Write($"<circle class=\"lands\" cx=\"{N(end)}\" cy=\"{N(y)}\" r=\"{N(MarkRadius)}\"/>");
        }

        if (double.IsFinite(readingLu))
        {
            double at = x(readingLu);
            writer.Write($"<path class=\"mark\" d=\"M{N(at)} {N(y - 7.5)}l7.5 7.5l-7.5 7.5l-7.5 -7.5z\"/>");
        }
    }

    private static void WriteLegend(double y, TextWriter writer) => writer.Write($"""
        <g class="fine"><path class="mark" d="M176 {N(y - 11.5)}l7.5 7.5l-7.5 7.5l-7.5 -7.5z"/><text class="axis" x="190" y="{N(y)}">reading, faders as they are</text>
        <circle class="lands" cx="370" cy="{N(y - 4)}" r="6"/><text class="axis" x="382" y="{N(y)}">where the suggestion leads</text>
        <rect class="zone" x="556" y="{N(y - 12)}" width="34" height="16" rx="4"/><line class="target" x1="573" y1="{N(y - 12)}" x2="573" y2="{N(y + 4)}"/><text class="axis" x="598" y="{N(y)}">target and tolerance</text></g>

        """);

    /// <summary>What the end of a row says: the move where there is one, else the hint's word.</summary>
    private static string Word(ReportRow row) =>
        double.IsFinite(row.Hint.MoveDb) && row.Hint.MoveDb != 0
            ? $"{(row.Hint.MoveDb < 0 ? "▼" : "▲")} {FigureText.Relative(row.Hint.MoveDb)} dB"
            : row.Reading.IsDown && double.IsFinite(row.Hint.SuggestedFaderDb)
                ? $"▲ to {FigureText.Fader(row.Hint.SuggestedFaderDb)} dB"
                : HtmlReport.Text(HintWords.Of(row.Hint));

    /// <summary>The scale: whole ticks that hold every reading, target and landing, and 0.</summary>
    private static (double LowLu, double HighLu) Range(ImmutableArray<ReportRow> rows)
    {
        double[] figures =
        [
            .. rows.SelectMany(row => new[] { row.Hint.RelativeLu, row.LandsAtLu, row.Hint.TargetLu - row.Hint.ToleranceLu, row.Hint.TargetLu + row.Hint.ToleranceLu })
                .Where(double.IsFinite),
            NarrowestLowLu,
            NarrowestHighLu,
        ];
        double low = Math.Floor(Math.Max(figures.Min(), -WidestLu) / TickLu) * TickLu;
        double high = Math.Ceiling(Math.Min(figures.Max(), WidestLu) / TickLu) * TickLu;
        return (low, high);
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)] + "…";

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
