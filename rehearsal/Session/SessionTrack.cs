using FaderStager.Rehearsal.Stems;

namespace FaderStager.Rehearsal.Session;

/// <summary>A stem that can be staged: where it comes from and the name it has in this session.</summary>
/// <param name="Name">Its name, the only one of its kind in the session.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SessionTrack(string Name, IStemSource Source)
{
    /// <summary>Whether a person could mean this track by a name: its own, its file's with or without folder and extension.</summary>
    /// <param name="text">What was typed.</param>
    /// <returns>Whether it could be meant.</returns>
    public bool IsCalled(string text) =>
        new[] { Name, Source.Name, WithoutNumber(Name), Path.GetFileName(Source.Origin), Source.Origin }
            .Contains(text.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>"1_E-Piano" and "03 - Bass" are called "E-Piano" and "Bass" by everyone but the program that exported them.</summary>
    private static string WithoutNumber(string name) => name.TrimStart([.. "0123456789"]).TrimStart(' ', '_', '-', '.');
}
