using System.Globalization;
using FaderStager.Measuring;
using FaderStager.Mixing.Mixes;
using FaderStager.Mixing.Songs;
using FaderStager.Staging.Songs;

namespace FaderStager.Reports;

/// <summary>Every voice against the focal over the song as CSV: a line for every 100 ms, a column a voice.</summary>
/// <remarks>[any but audio] As in <see cref="CsvReport"/>. LU with faders counted, each from the 3 s around its time; empty = not both sound.</remarks>
public static class CurveCsv
{
    private const int StretchSlots = 4_000;

    /// <summary>Writes the curves of a mix as its song was worked out last.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="writer">Where to.</param>
    /// <exception cref="IOException">The writer cannot write.</exception>
    public static void Write(Mix mix, TextWriter writer)
    {
        SongState song = mix.Song.State;
        CsvReport.WriteLine(writer, song.Rows.Select(row => CsvReport.Text(row.Voice)).Prepend("seconds"));
        SlotRange all = SlotRange.Of(song.FromSeconds, song.ToSeconds);
        for (long from = all.First; from < all.End; from += StretchSlots)
        {
            SlotRange part = new(from, Math.Min(from + StretchSlots, all.End));
            SongTrace[] traces = [.. song.Rows.Select(row => mix.Song.Draw(new SongQuestion(row.TrackId, part.FromSeconds, part.ToSeconds, (int)part.Count)))];
            for (int slot = 0; slot < part.Count; slot++)
            {
                CsvReport.WriteLine(writer, traces.Select(trace => Number(trace.LowLu[slot])).Prepend(Number((part.First + slot) / (float)SlotRange.SlotsPerSecond)));
            }
        }
    }

    private static string Number(float value) => float.IsNaN(value) ? "" : Math.Round((double)value, 3).ToString("0.###", CultureInfo.InvariantCulture);
}
