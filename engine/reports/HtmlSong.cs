using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>The song on the web page: a lane a voice on one time axis, the readings of each section, the rides.</summary>
/// <remarks>Zone = target and tolerance, line = the voice against the focal, shade = a stretch to ride, its amount above it.</remarks>
internal static class HtmlSong
{
    private const double Width = 1072;
    private const double Left = 170;
    private const double Right = 1056;
    private const double AxisHeight = 46;
    private const double LaneHeight = 54;
    private const int LongestName = 22;
    private const double NarrowestSpanLu = 12;
    private const double LeastTickSeconds = 5;
    private const int MostTicks = 12;

    private static readonly double[] TickSeconds = [LeastTickSeconds, 10, 15, 30, 60, 120, 300, 600, 1800, 3600];

    /// <summary>Writes the song of one mix.</summary>
    /// <param name="sheet">The song.</param>
    /// <param name="approach">What the mix is called.</param>
    /// <param name="writer">Where to.</param>
    public static void Write(SongSheet sheet, string approach, TextWriter writer)
    {
        SongState song = sheet.State;
        if (sheet.Lanes.IsEmpty || !(song.ToSeconds > song.FromSeconds))
        {
            return;
        }

        string rides = song.Rides.Length switch
        {
            0 => "No fader needs a ride.",
            1 => "1 stretch where one fader cannot be right.",
            _ => $"{song.Rides.Length} stretches where one fader cannot be right.",
        };
        writer.Write($"""
            <section class="song">
            <h2>{approach}, over the song</h2>
            <p class="headline">{rides}</p>
            <p class="facts">Counts: <b>{HtmlReport.Text(SongWords.Label(song.Counts))}</b> · each voice against the focal, 3 s of song around every point, faders counted ·
            shaded: target and tolerance · no line: not both sound</p>

            """);
        double X(double seconds) => Left + (Math.Clamp((seconds - song.FromSeconds) / (song.ToSeconds - song.FromSeconds), 0, 1) * (Right - Left));
        WriteAxis(song, X, writer);
        foreach (SongLane lane in sheet.Lanes)
        {
            WriteLane(lane, song, X, writer);
        }

        WriteSections(song, writer);
        WriteRides(song, writer);
        writer.Write("</section>\n");
    }

    private static void WriteAxis(SongState song, Func<double, double> x, TextWriter writer)
    {
        writer.Write($"<svg viewBox=\"0 0 {N(Width)} {N(AxisHeight)}\" role=\"img\" aria-label=\"Sections of the song\">\n");
        for (int i = 0; i < song.Sections.Length; i++)
        {
            SongSection section = song.Sections[i];
            (double from, double to) = (x(section.FromSeconds), x(section.ToSeconds));
            writer.Write($"<rect class=\"band{(i % 2 == 1 ? " odd" : "")}\" x=\"{N(from)}\" y=\"4\" width=\"{N(to - from)}\" height=\"20\"/>");
            writer.Write($"<text x=\"{N(from + 5)}\" y=\"18.5\">{HtmlReport.Text(Shorten(section.Label, (int)((to - from) / 8)))}</text>\n");
        }

        if (!song.Counts.IsWhole)
        {
            (double from, double to) = (x(song.Counts.FromSeconds), x(song.Counts.ToSeconds));
            writer.Write($"<rect class=\"counts\" x=\"{N(from)}\" y=\"2\" width=\"{N(to - from)}\" height=\"24\"><title>what counts</title></rect>\n");
        }

        double tick = TickSeconds.FirstOrDefault(step => (song.ToSeconds - song.FromSeconds) / step <= MostTicks, TickSeconds[^1]);
        for (double at = Math.Ceiling(song.FromSeconds / tick) * tick; at <= song.ToSeconds; at += tick)
        {
            writer.Write($"<text class=\"axis\" x=\"{N(x(at))}\" y=\"40\" text-anchor=\"middle\">{SongWords.Clock(at)}</text>");
        }

        writer.Write("\n</svg>\n");
    }

    private static void WriteLane(SongLane lane, SongState song, Func<double, double> x, TextWriter writer)
    {
        SongRow row = lane.Row;
        double span = Math.Max(NarrowestSpanLu, 2.2 * row.ToleranceLu);
        double middle = double.IsFinite(row.TargetLu) ? row.TargetLu : 0;
        double Y(double lu) => 5 + ((1 - ((Math.Clamp(lu, middle - span, middle + span) - middle + span) / (2 * span))) * (LaneHeight - 10));
        writer.Write($"<svg viewBox=\"0 0 {N(Width)} {N(LaneHeight)}\" role=\"img\" aria-label=\"{HtmlReport.Text(row.Voice)} over the song\">\n");
        writer.Write($"<text x=\"{N(Left - 14)}\" y=\"24\" text-anchor=\"end\">{HtmlReport.Text(Shorten(row.Voice, LongestName))}</text>");
        writer.Write($"<text class=\"axis\" x=\"{N(Left - 14)}\" y=\"40\" text-anchor=\"end\">{FigureText.Relative(row.ReadingLu)} LU, target {FigureText.Relative(row.TargetLu)}</text>\n");
        if (double.IsFinite(row.TargetLu) && row.ToleranceLu > 0)
        {
            double top = Y(row.TargetLu + row.ToleranceLu);
            writer.Write($"<rect class=\"zone\" x=\"{N(Left)}\" y=\"{N(top)}\" width=\"{N(Right - Left)}\" height=\"{N(Y(row.TargetLu - row.ToleranceLu) - top)}\"/>");
            writer.Write($"<line class=\"target\" x1=\"{N(Left)}\" y1=\"{N(Y(row.TargetLu))}\" x2=\"{N(Right)}\" y2=\"{N(Y(row.TargetLu))}\" stroke-dasharray=\"2 6\"/>\n");
        }

        foreach (SongSection section in song.Sections.Skip(1))
        {
            writer.Write($"<line class=\"lane-line\" x1=\"{N(x(section.FromSeconds))}\" y1=\"0\" x2=\"{N(x(section.FromSeconds))}\" y2=\"{N(LaneHeight)}\"/>");
        }

        foreach (Ride ride in song.Rides.Where(ride => ride.TrackId == row.TrackId))
        {
            (double from, double to) = (x(ride.FromSeconds), x(ride.ToSeconds));
            writer.Write($"<g class=\"{(ride.OverLu > 0 ? "loud" : "buried")}\"><title>{HtmlReport.Text(SongWords.Sentence(ride, song.Counts))}</title>");
            writer.Write($"<rect class=\"ride\" x=\"{N(from)}\" y=\"0\" width=\"{N(Math.Max(2, to - from))}\" height=\"{N(LaneHeight)}\"/>");
            writer.Write($"<text class=\"ride-word\" x=\"{N(from + 3)}\" y=\"{N(ride.OverLu > 0 ? LaneHeight - 4 : 11)}\">{(ride.OverLu > 0 ? "▼" : "▲")} {FigureText.Level(Math.Abs(ride.OverLu))}</text></g>\n");
        }

        writer.Write($"<path class=\"curve\" d=\"{Curve(lane, Y)}\"/>\n</svg>\n");
    }

    private static string Curve(SongLane lane, Func<double, double> y)
    {
        StringBuilder path = new();
        bool isOpen = false;
        for (int column = 0; column < lane.LowLu.Length; column++)
        {
            if (float.IsNaN(lane.LowLu[column]))
            {
                isOpen = false;
                continue;
            }

            double at = Left + ((column + 0.5) / lane.LowLu.Length * (Right - Left));
            (double high, double low) = (y(lane.HighLu[column]), y(lane.LowLu[column]));
            _ = path.Append(isOpen ? 'L' : 'M').Append(N(at)).Append(' ').Append(N(high));
            if (Math.Abs(high - low) >= 0.1 || !isOpen)
            {
                _ = path.Append('L').Append(N(at)).Append(' ').Append(N(low));
            }

            isOpen = true;
        }

        return path.ToString();
    }

    private static void WriteSections(SongState song, TextWriter writer)
    {
        writer.Write("<table>\n<thead><tr><th>Reading in each section <small>LU</small></th><th class=\"n\">Target</th><th class=\"n\">Counts</th>");
        foreach (SongSection section in song.Sections)
        {
            writer.Write($"<th class=\"n\">{HtmlReport.Text(section.Label)}<br><small>{SongWords.Clock(section.FromSeconds)}</small></th>");
        }

        writer.Write("</tr></thead>\n<tbody>\n");
        foreach (SongRow row in song.Rows)
        {
            writer.Write($"<tr><th>{HtmlReport.Text(row.Voice)}</th><td class=\"n\">{FigureText.Relative(row.TargetLu)} ±{FigureText.Level(row.ToleranceLu)}</td><td class=\"n\">{FigureText.Relative(row.ReadingLu)}</td>");
            foreach (double lu in row.SectionLu)
            {
                double over = lu - row.TargetLu;
                string mark = over > row.ToleranceLu ? " ▲" : over < -row.ToleranceLu ? " ▼" : "";
                writer.Write($"<td class=\"n{(mark.Length > 0 ? " off" : "")}\">{FigureText.Relative(lu)}{mark}</td>");
            }

            writer.Write("</tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }

    private static void WriteRides(SongState song, TextWriter writer)
    {
        if (song.Rides.IsEmpty)
        {
            return;
        }

        writer.Write("<table>\n<thead><tr><th>Ride</th><th class=\"n\">From</th><th class=\"n\">To</th><th class=\"n\">Over <small>LU</small></th><th>Section</th><th>Why</th></tr></thead>\n<tbody>\n");
        foreach (Ride ride in song.Rides)
        {
            writer.Write($"<tr class=\"{(ride.OverLu > 0 ? "loud" : "buried")}\"><th>{HtmlReport.Text(ride.Voice)}</th><td class=\"n\">{SongWords.Time(ride.FromSeconds)}</td><td class=\"n\">{SongWords.Time(ride.ToSeconds)}</td>");
            writer.Write($"<td class=\"n hint\">{FigureText.Relative(ride.OverLu)}</td><td>{HtmlReport.Text(ride.Section)}</td><td class=\"why\">{HtmlReport.Text(SongWords.Sentence(ride, song.Counts))}</td></tr>\n");
        }

        writer.Write("</tbody>\n</table>\n");
    }

    private static string Shorten(string name, int longest) => longest < 1 ? "" : name.Length <= longest ? name : longest == 1 ? name[..1] : name[..(longest - 1)] + "…";

    private static string N(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
