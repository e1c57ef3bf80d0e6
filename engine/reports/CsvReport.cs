using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace FaderStager.Reports;

/// <summary>The tracks of one or more reports as CSV: the columns of the JSON, with the approach in front.</summary>
/// <remarks>
/// [any] Commas, CRLF, quotes doubled; a decimal point and a hyphen for minus, so that a spreadsheet reads numbers;
/// an empty field where there is no figure. A text that a spreadsheet would take for a formula has an apostrophe in front: names come from
/// other people's projects. <b>Source:</b> RFC 4180; OWASP, CSV Injection.
/// </remarks>
public static class CsvReport
{
    private static readonly (string Name, Func<TrackFigures, string> Field)[] Columns =
    [
        ("name", track => Text(track.Name)),
        ("role", track => Text(track.Role)),
        ("integratedLufs", track => Number(track.IntegratedLufs)),
        ("momentaryMaxLufs", track => Number(track.MomentaryMaxLufs)),
        ("shortTermMaxLufs", track => Number(track.ShortTermMaxLufs)),
        ("loudnessRangeLu", track => Number(track.LoudnessRangeLu)),
        ("samplePeakDbfs", track => Number(track.SamplePeakDbfs)),
        ("truePeakDbtp", track => Number(track.TruePeakDbtp)),
        ("relativeLu", track => Number(track.RelativeLu)),
        ("heardTogetherSeconds", track => Number(track.HeardTogetherSeconds)),
        ("spreadLu", track => Number(track.SpreadLu)),
        ("targetLu", track => Number(track.TargetLu)),
        ("toleranceLu", track => Number(track.ToleranceLu)),
        ("faderDb", track => Number(track.FaderDb)),
        ("suggestedFaderDb", track => Number(track.SuggestedFaderDb)),
        ("moveDb", track => Number(track.MoveDb)),
        ("kind", track => Text(track.Kind)),
        ("confidence", track => Text(track.Confidence)),
        ("step", track => track.Step.ToString(CultureInfo.InvariantCulture)),
        ("reason", track => Text(track.Reason)),
        ("rmsDbfs", track => Number(track.Levels.RmsDbfs)),
        ("rmsLoudestDbfs", track => Number(track.Levels.RmsLoudestDbfs)),
        ("crestDb", track => Number(track.Levels.CrestDb)),
        ("clippedRuns", track => track.Levels.ClippedRuns.ToString(CultureInfo.InvariantCulture)),
        ("trimDb", track => Number(track.Levels.TrimDb)),
        ("trimWhere", track => Text(track.Levels.Where ?? "")),
        ("trimReason", track => Text(track.Levels.Reason)),
        ("voice", track => Text(track.Voice)),
    ];

    /// <summary>How a CSV file is encoded: UTF-8 that says so with a byte order mark, without which spreadsheets take it for the country's old code.</summary>
    public static Encoding FileEncoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Writes the header line and one line for each track of each report.</summary>
    /// <param name="reports">The reports, one for each approach.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    /// <remarks>[any] A file for it is written in <see cref="FileEncoding"/>.</remarks>
    public static void Write(ImmutableArray<MixReport> reports, TextWriter writer)
    {
        WriteLine(writer, Columns.Select(column => column.Name).Prepend("approach"));
        foreach (MixReport report in reports)
        {
            foreach (TrackFigures track in report.Tracks)
            {
                WriteLine(writer, Columns.Select(column => column.Field(track)).Prepend(report.Approach));
            }
        }
    }

    /// <summary>A field as it stands in the file: quoted where commas, quotes, line ends or outer spaces ask for it.</summary>
    /// <param name="text">The field's text.</param>
    /// <returns>The text, quoted or as it is.</returns>
    /// <remarks>[any]</remarks>
    public static string Quote(string text)
    {
        bool plain = text.AsSpan().IndexOfAny(",\"\r\n") < 0 && text.AsSpan().Trim().Length == text.Length;
        return plain ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    /// <summary>Writes a line of fields, each quoted where it asks for it.</summary>
    internal static void WriteLine(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields.Select(Quote)));
        writer.Write("\r\n");
    }

    /// <summary>A text that no spreadsheet takes for a formula, be it after spaces or line ends.</summary>
    internal static string Text(string text)
    {
        ReadOnlySpan<char> shown = text.AsSpan().TrimStart(" \r\n");
        return !shown.IsEmpty && shown[0] is '=' or '+' or '-' or '@' or '\t' ? "'" + text : text;
    }

    private static string Number(double? value) => value?.ToString("0.###", CultureInfo.InvariantCulture) ?? "";
}
