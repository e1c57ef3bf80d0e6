using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace FaderStager.Rehearsal.Stems;

/// <summary>The names of a polyphonic recording's channels.</summary>
/// <remarks><b>Source:</b> iXML specification 3.0, TRACK_LIST.</remarks>
internal static class IxmlTracks
{
    private const int MostChannels = 256;

    /// <summary>Reads them.</summary>
    /// <param name="text">The iXML chunk.</param>
    /// <returns>One name a channel, empty where there is none; nothing when the text cannot be read.</returns>
    public static ImmutableArray<string> NamesOf(byte[] text)
    {
        try
        {
            int length = text.AsSpan().IndexOf((byte)0) is >= 0 and { } end ? end : text.Length;
            using StringReader reader = new(Encoding.UTF8.GetString(text, 0, length).Trim('\uFEFF', ' ', '\r', '\n'));
            using XmlReader xml = XmlReader.Create(reader, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return NamesOf(XDocument.Load(xml));
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static ImmutableArray<string> NamesOf(XDocument document)
    {
        SortedDictionary<int, string> names = [];
        foreach (XElement track in document.Descendants("TRACK"))
        {
            string place = track.Element("INTERLEAVE_INDEX")?.Value ?? track.Element("CHANNEL_INDEX")?.Value ?? "";
            if (int.TryParse(place, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= MostChannels)
            {
                names[number - 1] = SafeText.Of(track.Element("NAME")?.Value.Trim() ?? "");
            }
        }

        return names.Count == 0 ? [] : [.. Enumerable.Range(0, names.Keys.Max() + 1).Select(index => names.GetValueOrDefault(index, ""))];
    }
}
