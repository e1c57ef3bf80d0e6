using FaderStager.Mixing.Profiles;
using FaderStager.Staging.Targets;

namespace FaderStager.Rehearsal.Commands;

/// <summary>The profile that was asked for, and the library that has it.</summary>
/// <param name="Library">The library.</param>
/// <param name="Name">The profile's name in it.</param>
internal sealed record ProfileChoice(ProfileLibrary Library, string Name)
{
    private const string Extension = ".json";

    /// <summary>Finds a profile by name or file.</summary>
    /// <param name="text">What was typed, or null for the default.</param>
    /// <returns>The choice.</returns>
    /// <exception cref="InputException">The file cannot be read as a profile.</exception>
    /// <exception cref="UsageException">There is no profile of that name; the message lists them.</exception>
    public static ProfileChoice Find(string? text)
    {
        ProfileLibrary library = new();
        if (library.Find(text ?? ProfileLibrary.Default.Name) is { } profile)
        {
            return new ProfileChoice(library, profile.Name);
        }

        if (File.Exists(text) || Path.GetExtension(text) == Extension)
        {
            return FromFile(text!);
        }

        string names = string.Join(", ", library.All.Select(known => known.Name));
        throw new UsageException($"--profile \"{text}\": there is no profile and no file of that name.{NearestNames.Question(text!, library.All.Select(known => known.Name))} The profiles are: {names}.");
    }

    private static ProfileChoice FromFile(string file)
    {
        try
        {
            ProfileLibrary library = new();
            return new ProfileChoice(library, library.Add(ProfileLibrary.Load(file)));
        }
        catch (ProfileFormatException problem)
        {
            throw new InputException($"The profile cannot be read. {problem.Message}", problem);
        }
    }
}
