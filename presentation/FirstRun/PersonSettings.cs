using System.Security;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace FaderStager.Presentation.FirstRun;

/// <summary>What FaderStager remembers of a person from one session to the next, in a small file in their application data.</summary>
/// <remarks>
/// [ui] Nothing is read before it is asked for. A file that is missing, damaged or too large reads as one in which nothing has been said;
/// one that cannot be written leaves all as it was. Neither is told to anybody: nothing depends on it but a few lines of help.
/// </remarks>
public sealed class PersonSettings
{
    /// <summary>Name of the file in its folder.</summary>
    public const string FileName = "settings.json";

    /// <summary>Largest file that is read, in bytes.</summary>
    public const int LargestFileBytes = 64 * 1024;

    private const string FirstRunDone = "firstRunDone";
    private const string PicturesEquallyLoud = "picturesEquallyLoud";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private readonly string? _path;
    private bool? _picturesEquallyLoud;

    /// <summary>Makes settings over a folder; nothing is read yet.</summary>
    /// <param name="folder">The folder, which need not exist; null = <see cref="DefaultFolder"/>. One that is no full path is none: nothing is remembered.</param>
    /// <remarks>[any]</remarks>
    public PersonSettings(string? folder = null)
    {
        string path = Path.Combine(folder ?? DefaultFolder, FileName);
        _path = Path.IsPathFullyQualified(path) ? path : null;
    }

    /// <summary>Where the file is kept unless another folder is named: FaderStager in the person's application data, where the log is too.</summary>
    public static string DefaultFolder { get; } = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "FaderStager");

    /// <summary>Whether this person has been through the first run. Reads the file.</summary>
    /// <remarks>[ui]</remarks>
    public bool IsFirstRunDone => IsSaid(FirstRunDone) ?? false;

    /// <summary>Whether the fader pictures A and B are to sound equally loud; true until this person says otherwise. Reads the file.</summary>
    /// <remarks>[ui]</remarks>
    public bool PicturesAreEquallyLoud => IsSaid(PicturesEquallyLoud) ?? _picturesEquallyLoud ?? true;

    /// <summary>Remembers that the first run is done. What else stands in the file stays.</summary>
    /// <remarks>[ui]</remarks>
    public void RememberFirstRun() => Remember(FirstRunDone, true);

    /// <summary>Remembers whether the fader pictures are to sound equally loud: without a file, for the life of these settings.</summary>
    /// <param name="areEquallyLoud">Whether they are.</param>
    /// <remarks>[ui]</remarks>
    public void RememberEquallyLoud(bool areEquallyLoud)
    {
        _picturesEquallyLoud = areEquallyLoud;
        Remember(PicturesEquallyLoud, areEquallyLoud);
    }

    private bool? IsSaid(string name) => Read()[name] is JsonValue value && value.TryGetValue(out bool isSo) ? isSo : null;

    private void Remember(string name, bool isSo)
    {
        if (_path is null)
        {
            return;
        }

        JsonObject settings = Read();
        settings[name] = isSo;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.WriteAllText(_path, settings.ToJsonString(Readable));
        }
        catch (Exception problem) when (IsOfTheFile(problem))
        {
            // What was said is asked again next time.
        }
    }

    private JsonObject Read()
    {
        try
        {
            if (_path is not null && new FileInfo(_path) is { Exists: true, Length: <= LargestFileBytes } && JsonNode.Parse(File.ReadAllBytes(_path)) is JsonObject settings)
            {
                // Only here does it notice a name that stands there twice.
                _ = settings.Count;
                return settings;
            }

            return [];
        }
        catch (Exception problem) when (problem is JsonException || IsOfTheFile(problem))
        {
            return [];
        }
    }

    private static bool IsOfTheFile(Exception problem) =>
        problem is IOException or UnauthorizedAccessException or SecurityException or ArgumentException or NotSupportedException;
}
