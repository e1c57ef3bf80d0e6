using System.Collections.Frozen;
using System.Xml;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>Reads the elements of a project that are of use, within limits and without anything from outside the document.</summary>
internal static class ProjectXml
{
    /// <summary>The longest document that is read, in characters.</summary>
    public const long LongestDocument = 128L << 20;

    private const int MostParts = 2_000_000;
    private const int Deepest = 250;
    private const int LongestValue = 32_768;
    private const int MostPoints = 4;

    /// <summary>Elements that are long and of no use here: passed over with all that is in them.</summary>
    private static readonly FrozenSet<string> PassedOver = new[] { "Scenes", "Note", "BoolPoint", "IntegerPoint", "EnumPoint", "TimeSignaturePoint", "Parameters", "State", "MetaData" }.ToFrozenSet();

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="label">Its name, for messages.</param>
    /// <returns>The outermost element.</returns>
    /// <exception cref="InputException">It is no sound XML, holds a document type or entities, or is beyond the limits.</exception>
    public static XmlPart Read(TextReader text, string label)
    {
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = LongestDocument,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(text, settings);
            return Read(reader, label);
        }
        catch (XmlException problem)
        {
            throw new InputException($"{label} is no sound XML: {problem.Message}", problem);
        }
    }

    private static XmlPart Read(XmlReader reader, string label)
    {
        Stack<XmlPart> open = [];
        XmlPart? root = null;
        int parts = 0;
        bool isRead = reader.Read();
        while (isRead)
        {
            if (reader.NodeType == XmlNodeType.EndElement)
            {
                _ = open.Pop();
            }
            else if (reader.NodeType == XmlNodeType.Element)
            {
                if (open.Count >= Deepest)
                {
                    throw new InputException($"{label} is nested deeper than {Deepest} elements, which no session is.");
                }

                if (PassedOver.Contains(reader.LocalName) || IsMoreOfTheSame(reader, open))
                {
                    reader.Skip();
                    isRead = !reader.EOF;
                    continue;
                }

                if (++parts > MostParts)
                {
                    throw new InputException($"{label} holds more than {MostParts} elements, which no session does.");
                }

                bool isEmpty = reader.IsEmptyElement;
                XmlPart part = PartOf(reader, label);
                root ??= part;
                if (open.TryPeek(out XmlPart? parent))
                {
                    parent.Add(part);
                }

                if (!isEmpty)
                {
                    open.Push(part);
                }
            }

            isRead = reader.Read();
        }

        return root ?? throw new InputException($"{label} is empty.");
    }

    /// <summary>Of automation a few points say that it is there; only the tempo is followed.</summary>
    private static bool IsMoreOfTheSame(XmlReader reader, Stack<XmlPart> open) =>
        reader.LocalName == "RealPoint" && open.TryPeek(out XmlPart? points) && points.Name != "TempoAutomation" && points.Parts.Count >= MostPoints;

    private static XmlPart PartOf(XmlReader reader, string label)
    {
        XmlPart part = new(reader.LocalName);
        IXmlLineInfo place = (IXmlLineInfo)reader;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Value.Length > LongestValue)
            {
                throw new InputException($"{label} has a value of {reader.Value.Length} characters in line {place.LineNumber}, which no session has.");
            }

            part.Add(reader.LocalName, reader.Value, place.LineNumber, place.LinePosition);
        }

        return part;
    }
}
