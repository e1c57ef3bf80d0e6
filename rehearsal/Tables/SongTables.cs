using FaderStager.Reports;
using FaderStager.Staging.Songs;

namespace FaderStager.Rehearsal.Tables;

/// <summary>A mix over its song on the console: a lane of block characters for each voice, the readings of each section, the rides.</summary>
public static class SongTables
{
    private const int NameColumns = 18;
    private const int LaneColumns = 64;
    private const int MostRides = 12;
    private const int MostSections = 8;

    // Eight heights, the middle between the fourth and the fifth being the voice's place.
    private const string Heights = "▁▂▃▄▅▆▇█";
    private const double LuAHeight = 2;

    /// <summary>Shows a song.</summary>
    /// <param name="page">Where to.</param>
    /// <param name="sheet">The song.</param>
    /// <param name="approach">What the mix is called.</param>
    public static void Show(ConsolePage page, SongSheet sheet, string approach)
    {
        SongState song = sheet.State;
        page.Heading(approach, "over the song");
        page.Say($"Counts: {SongWords.Label(song.Counts)}. Each voice against the focal, faders counted; a block is {LuAHeight:0} LU, ▄▅ is its place, · not both sound.");
        page.Gap();
        page.Line(Name("") + Ruler(song));
        page.Line(Name("") + Bands(song));
        foreach (SongLane lane in sheet.Lanes)
        {
            page.Line($"{Name(lane.Row.Voice)}{Lane(lane)} {FigureText.Relative(lane.Row.ReadingLu)}");
        }

        ShowSections(page, song);
        ShowRides(page, song);
    }

    private static void ShowSections(ConsolePage page, SongState song)
    {
        if (song.Sections.Length < 2)
        {
            return;
        }

        page.Gap();
        page.Table(
            ["Reading LU", ">Target", .. song.Sections.Take(MostSections).Select(section => $"?>{section.Label} {SongWords.Clock(section.FromSeconds)}")],
            song.Rows.Select(row => (IReadOnlyList<Cell>)
            [
                Cut(row.Voice, NameColumns),
                $"{FigureText.Relative(row.TargetLu)} ±{FigureText.Level(row.ToleranceLu)}",
                .. row.SectionLu.Take(MostSections).Select(lu => (Cell)$"{FigureText.Relative(lu)}{Mark(lu - row.TargetLu, row.ToleranceLu)}"),
            ]));
        if (song.Sections.Length > MostSections)
        {
            page.Say($"… and {song.Sections.Length - MostSections} sections more: --html FILE has all.");
        }
    }

    private static void ShowRides(ConsolePage page, SongState song)
    {
        page.Gap();
        if (song.Rides.IsEmpty)
        {
            page.Say("No fader needs a ride: every voice stays within its tolerance.");
            return;
        }

        page.Say("Where one fader cannot be right, what hurts most first:");
        for (int i = 0; i < Math.Min(MostRides, song.Rides.Length); i++)
        {
            Ride ride = song.Rides[i];
            string section = ride.Section.Length == 0 ? "" : $" ({ride.Section})";
            page.Step(i + 1, $"{SongWords.Time(ride.FromSeconds)} to {SongWords.Time(ride.ToSeconds)}{section}: {ride.Voice} {SongWords.Amount(ride)}. Ride it {FigureText.Level(Math.Abs(ride.OverLu))} dB {(ride.OverLu > 0 ? "down" : "up")} there.");
        }

        if (song.Rides.Length > MostRides)
        {
            page.Say($"    … and {song.Rides.Length - MostRides} more: --rides FILE writes all.");
        }
    }

    private static string Ruler(SongState song)
    {
        const int Step = 16;
        char[] ruler = new string(' ', LaneColumns + Step).ToCharArray();
        for (int column = 0; column < LaneColumns; column += Step)
        {
            double seconds = song.FromSeconds + ((song.ToSeconds - song.FromSeconds) * column / LaneColumns);
            SongWords.Time(seconds).CopyTo(0, ruler, column, SongWords.Time(seconds).Length);
        }

        return new string(ruler).TrimEnd();
    }

    private static string Bands(SongState song)
    {
        char[] bands = new string(' ', LaneColumns).ToCharArray();
        foreach (SongSection section in song.Sections)
        {
            (int from, int to) = (Column(song, section.FromSeconds), Math.Max(Column(song, section.FromSeconds) + 1, Column(song, section.ToSeconds)));
            string label = "├" + Cut(section.Label, to - from - 2);
            for (int column = from; column < Math.Min(to, LaneColumns); column++)
            {
                bands[column] = column - from < label.Length ? label[column - from] : '─';
            }
        }

        return new string(bands);
    }

    private static int Column(SongState song, double seconds) =>
        (int)Math.Round((seconds - song.FromSeconds) / Math.Max(0.1, song.ToSeconds - song.FromSeconds) * LaneColumns);

    private static string Lane(SongLane lane)
    {
        char[] line = new char[LaneColumns];
        double perColumn = lane.LowLu.Length / (double)LaneColumns;
        for (int column = 0; column < LaneColumns; column++)
        {
            double sum = 0;
            int count = 0;
            for (int i = (int)(column * perColumn); i < (int)((column + 1) * perColumn); i++)
            {
                sum += float.IsNaN(lane.LowLu[i]) ? 0 : (lane.LowLu[i] + lane.HighLu[i]) / 2;
                count += float.IsNaN(lane.LowLu[i]) ? 0 : 1;
            }

            double over = count * 2 < perColumn ? double.NaN : (sum / count) - (double.IsFinite(lane.Row.TargetLu) ? lane.Row.TargetLu : 0);
            line[column] = double.IsNaN(over) ? '·' : Heights[(int)Math.Clamp(Math.Floor(over / LuAHeight) + 4, 0, Heights.Length - 1)];
        }

        return new string(line);
    }

    private static string Mark(double over, double tolerance) => over > tolerance ? "▲" : over < -tolerance ? "▼" : "";

    private static string Name(string name) => Cut(name, NameColumns - 2).PadRight(NameColumns);

    private static string Cut(string text, int longest) => longest < 1 ? "" : text.Length <= longest ? text : longest == 1 ? text[..1] : text[..(longest - 1)] + "…";
}
