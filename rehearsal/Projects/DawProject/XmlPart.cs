using System.Globalization;

namespace FaderStager.Rehearsal.Projects.DawProject;

/// <summary>An element of the project with what is of use in it.</summary>
/// <param name="name">Its name.</param>
internal sealed class XmlPart(string name)
{
    private readonly List<XmlPart> _parts = [];
    private readonly List<(string Name, string Value, int Line, int Column)> _values = [];

    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>The elements in it, in order.</summary>
    public IReadOnlyList<XmlPart> Parts => _parts;

    /// <summary>The first element of a name in it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The element, or null.</returns>
    public XmlPart? Part(string name) => _parts.Find(part => part.Name == name);

    /// <summary>An attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Its text, or null.</returns>
    public string? Text(string name)
    {
        int index = _values.FindIndex(value => value.Name == name);
        return index < 0 ? null : _values[index].Value;
    }

    /// <summary>An attribute as a number.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="absent">What it is where it is not there.</param>
    /// <returns>The number, which may be infinite; NaN when something else stands there.</returns>
    public double Number(string name, double absent) => Text(name)?.Trim() switch
    {
        null => absent,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        var text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : double.NaN,
    };

    /// <summary>An attribute as yes or no.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="absent">What it is where it is not there.</param>
    /// <returns>Whether it says true.</returns>
    public bool Flag(string name, bool absent) => Text(name)?.Trim() is { } text ? text is "true" or "1" : absent;

    /// <summary>Where an attribute starts in the text, from 1; null when it is not there.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Line and column of its name's first letter.</returns>
    public (int Line, int Column)? PlaceOf(string name)
    {
        int index = _values.FindIndex(value => value.Name == name);
        return index < 0 ? null : (_values[index].Line, _values[index].Column);
    }

    /// <summary>Takes an attribute.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its text.</param>
    /// <param name="line">Its line.</param>
    /// <param name="column">Its column.</param>
    public void Add(string name, string value, int line, int column) => _values.Add((name, value, line, column));

    /// <summary>Takes an element.</summary>
    /// <param name="part">The element.</param>
    public void Add(XmlPart part) => _parts.Add(part);
}
