using System.Globalization;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>The ride list as files: a table, and a list of regions that REAPER's Region/Marker Manager imports.</summary>
/// <remarks>
/// [any] RFC 4180 as in <see cref="CsvReport"/>. REAPER's list is UTF-8 without a byte order mark; its positions are seconds of song, so the
/// project's ruler is to show seconds or minutes while it is imported.
/// </remarks>
public static class RideCsv
{
    private const string LoudColour = "FF9F4A";
    private const string SoftColour = "6DB3F2";

    /// <summary>Writes the ride list.</summary>
    /// <param name="song">The song.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    /// <remarks>[any] A file for it is written in <see cref="CsvReport.FileEncoding"/>.</remarks>
    public static void Write(SongState song, TextWriter writer)
    {
        CsvReport.WriteLine(writer, ["track", "voice", "from", "to", "fromSeconds", "toSeconds", "overLu", "toleranceLu", "section", "reason"]);
        foreach (Ride ride in song.Rides)
        {
            CsvReport.WriteLine(
                writer,
                [
                    CsvReport.Text(ride.Track),
                    CsvReport.Text(ride.Voice),
                    SongWords.Time(ride.FromSeconds),
                    SongWords.Time(ride.ToSeconds),
                    Number(ride.FromSeconds),
                    Number(ride.ToSeconds),
                    Number(ride.OverLu),
                    Number(ride.ToleranceLu),
                    CsvReport.Text(ride.Section),
                    CsvReport.Text(SongWords.Sentence(ride, song.Counts)),
                ]);
        }
    }

    /// <summary>Writes the rides, and the sections before them, as regions.</summary>
    /// <param name="song">The song.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    /// <remarks>[any]</remarks>
    public static void WriteRegions(SongState song, TextWriter writer)
    {
        CsvReport.WriteLine(writer, ["#", "Name", "Start", "End", "Length", "Color"]);
        int number = 0;
        foreach (SongSection section in song.Sections)
        {
            WriteRegion(writer, ++number, section.Label, section.FromSeconds, section.ToSeconds, "");
        }

        foreach (Ride ride in song.Rides.OrderBy(ride => ride.FromSeconds))
        {
            WriteRegion(writer, ++number, $"{ride.Voice} {SongWords.Amount(ride)}", ride.FromSeconds, ride.ToSeconds, ride.OverLu > 0 ? LoudColour : SoftColour);
        }
    }

    private static void WriteRegion(TextWriter writer, int number, string name, double from, double to, string colour) => CsvReport.WriteLine(
        writer,
        [string.Create(CultureInfo.InvariantCulture, $"R{number}"), CsvReport.Text(name), Seconds(from), Seconds(to), Seconds(to - from), colour]);

    private static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(double value) => Math.Round(value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
