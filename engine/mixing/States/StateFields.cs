using System.Collections.Immutable;
using System.Text.Json.Nodes;
using FaderStager.Staging.Settings;

namespace FaderStager.Mixing.States;

/// <summary>Reads the fields of a saved state one by one, so that one bad field costs only itself.</summary>
/// <param name="node">The JSON object.</param>
/// <param name="place">Where it stands, for the warning.</param>
internal sealed class StateFields(JsonObject node, string place)
{
    private readonly List<string> _problems = [];

    /// <summary>What could not be read so far.</summary>
    public IReadOnlyList<string> Problems => _problems;

    /// <summary>A nested object; a missing one reads as empty.</summary>
    public StateFields Object(string name)
    {
        if (node[name] is JsonObject nested)
        {
            return new StateFields(nested, $"{place}.{name}");
        }

        if (node.ContainsKey(name))
        {
            Note(name);
        }

        return new StateFields([], $"{place}.{name}");
    }

    /// <summary>A text, or null.</summary>
    public string? Text(string name) => Value<string>(name, out bool isThere) is { } text && isThere ? text : null;

    /// <summary>A name, cut to a legal length, or null.</summary>
    public string? Name(string name)
    {
        string? text = Text(name);
        string? legal = StateLimits.Name(text);
        if (legal?.Length < text?.Length)
        {
            Note($"{name} (longer than {StateLimits.NameLength} characters)");
        }

        return legal;
    }

    /// <summary>Yes or no.</summary>
    public bool Flag(string name, bool otherwise) => Value<bool>(name, out bool isThere) is var flag && isThere ? flag : otherwise;

    /// <summary>Yes, no, or null where nothing is said.</summary>
    public bool? OptionalFlag(string name) => Value<bool>(name, out bool isThere) is var flag && isThere ? flag : null;

    /// <summary>A finite number.</summary>
    public double Number(string name, double otherwise, double? whenNull = null)
    {
        if (whenNull is { } number && node.ContainsKey(name) && node[name] is null)
        {
            return number;
        }

        double value = Value<double>(name, out bool isThere);
        return isThere && double.IsFinite(value) ? value : otherwise;
    }

    /// <summary>A finite number, or null.</summary>
    public double? OptionalNumber(string name) => Value<double>(name, out bool isThere) is var value && isThere && double.IsFinite(value) ? value : null;

    /// <summary>An identity; empty when missing or unreadable.</summary>
    public Guid Guid(string name)
    {
        string? text = Text(name);
        if (text is null || System.Guid.TryParse(text, out Guid id))
        {
            return text is null ? default : System.Guid.Parse(text);
        }

        Note(name);
        return default;
    }

    /// <summary>A list of identities; what is none, stands there twice or comes after the most is left out.</summary>
    public ImmutableArray<Guid> Guids(string name, int most)
    {
        ImmutableArray<Guid> ids =
        [
            .. List(name, most).OfType<JsonValue>()
                .Select(item => item.TryGetValue(out string? text) && System.Guid.TryParse(text, out Guid id) ? id : System.Guid.Empty)
                .Where(id => id != System.Guid.Empty)
                .Distinct()
                .Take(most),
        ];

        // Empty lists are equal only where they are the one empty list.
        return ids.IsEmpty ? [] : ids;
    }

    /// <summary>A list of named times; what is none is left out.</summary>
    public ImmutableArray<SectionName> SectionNames(string name, int most)
    {
        ImmutableArray<SectionName> names = [.. Objects(name, most)
            .Select(item => new SectionName(item.Number("atSeconds", double.NaN), StateLimits.Name(item.Text("name")) ?? ""))
            .Where(section => double.IsFinite(section.AtSeconds) && !string.IsNullOrWhiteSpace(section.Name))];

        // The empty list of settings that nobody touched, so that they stay equal.
        return names.IsEmpty ? [] : names;
    }

    /// <summary>A list of voices; what is none, or holds no track, is left out.</summary>
    public ImmutableArray<VoiceChoice> Voices(string name, int most)
    {
        ImmutableArray<VoiceChoice> voices = [.. Objects(name, most)
            .Select(item => new VoiceChoice(StateLimits.Name(item.Text("name")), item.Guids("tracks", StateLimits.OrderedTracks)))
            .Where(voice => !voice.Tracks.IsEmpty)];
        return voices.IsEmpty ? [] : StateLimits.InOneVoiceEach(voices);
    }

    /// <summary>One of an enum's names.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        string? text = Text(name);
        if (text is null)
        {
            return otherwise;
        }

        if (Enum.TryParse(text, ignoreCase: true, out T choice) && Enum.IsDefined(choice))
        {
            return choice;
        }

        Note(name);
        return otherwise;
    }

    /// <summary>One sentence on all that could not be read, or null.</summary>
    public string? Warning(IEnumerable<string> nestedProblems, int newest)
    {
        string[] all = [.. _problems, .. nestedProblems];
        bool isNewer = Number("format", newest) > newest;
        string newer = isNewer ? "The state was saved by a newer FaderStager: what this version does not know is kept as it is." : string.Empty;
        string unread = all.Length > 0 ? $"Parts of the saved state could not be read and have their defaults, or were cut: {string.Join(", ", all)}." : string.Empty;
        string warning = $"{newer} {unread}".Trim();
        return warning.Length > 0 ? warning : null;
    }

    private IEnumerable<StateFields> Objects(string name, int most) =>
        List(name, most).OfType<JsonObject>().Take(most).Select(item => new StateFields(item, $"{place}.{name}"));

    // Empty where there is none; what is no list, or longer than is kept, is noted.
    private JsonArray List(string name, int most)
    {
        if (node[name] is not JsonArray list)
        {
            if (node[name] is not null)
            {
                Note(name);
            }

            return [];
        }

        if (list.Count > most)
        {
            Note($"{name} ({list.Count} entries, of which {most} are kept)");
        }

        return list;
    }

    private T? Value<T>(string name, out bool isThere)
    {
        isThere = false;
        JsonNode? child = node[name];
        if (child is null)
        {
            return default;
        }

        if (child is JsonValue value && value.TryGetValue(out T? result))
        {
            isThere = true;
            return result;
        }

        Note(name);
        return default;
    }

    private void Note(string name) => _problems.Add($"{place}.{name}");
}
