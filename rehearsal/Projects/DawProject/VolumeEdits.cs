using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using FaderStager.Audio.Blocks;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Sets volumes in the text of a project: the letters of their values change, no other.</summary>
internal static class VolumeEdits
{
    /// <summary>Sets them.</summary>
    /// <param name="text">The project's document.</param>
    /// <param name="volumes">The volume of each track, read from that document.</param>
    /// <param name="fadersDb">New positions in dB by the track's index.</param>
    /// <returns>The document with the new values.</returns>
    public static string Apply(string text, ImmutableArray<XmlPart?> volumes, IReadOnlyDictionary<int, double> fadersDb)
    {
        int[] lines = StartsOfLines(text);
        List<(int From, int To, string Value)> edits = [];
        foreach ((int index, double db) in fadersDb)
        {
            if (volumes[index] is { } volume && volume.PlaceOf("value") is var (line, column))
            {
                (int from, int to) = ValueAt(text, lines[line - 1] + column - 1);
                double value = volume.Text("unit") == "decibel" ? db : Decibels.ToAmplitude(db);
                edits.Add((from, to, double.IsNegativeInfinity(value) ? "-inf" : value.ToString("0.######", CultureInfo.InvariantCulture)));
            }
        }

        StringBuilder edited = new(text.Length + (16 * edits.Count));
        int done = 0;
        foreach ((int from, int to, string value) in edits.OrderBy(edit => edit.From))
        {
            edited.Append(text, done, from - done).Append(value);
            done = to;
        }

        return edited.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>From the first letter of an attribute's name to what stands between its quotes.</summary>
    private static (int From, int To) ValueAt(string text, int name)
    {
        int quote = text.AsSpan(name).IndexOfAny('"', '\'') + name;
        int end = text.IndexOf(text[quote], quote + 1);
        return (quote + 1, end);
    }

    /// <summary>XML ends lines as Unix, Windows or old Macintosh do.</summary>
    private static int[] StartsOfLines(string text)
    {
        List<int> starts = [0];
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.Length || text[at + 1] != '\n')))
            {
                starts.Add(at + 1);
            }
        }

        return [.. starts];
    }
}
