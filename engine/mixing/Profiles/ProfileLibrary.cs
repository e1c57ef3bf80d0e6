using System.Collections.Immutable;
using FaderStager.Staging.Targets;

namespace FaderStager.Mixing.Profiles;

/// <summary>The target profiles that a person can choose from: those built in and those in the person's own folder.</summary>
/// <remarks>
/// [any] Not for the audio thread: the first use reads files. The constructor reads nothing. A user profile that cannot be read is
/// left out with a line in <see cref="Warnings"/>. Built-in names stay with the built-in profiles: a user profile called "pop" is
/// listed as "pop (user)".
/// </remarks>
public sealed class ProfileLibrary
{
    /// <summary>Largest file that is read as a profile, in bytes.</summary>
    public const int LargestFileBytes = 1 << 20;

    /// <summary>Most user profiles that are read.</summary>
    public const int MostUserProfiles = 500;

    private readonly Lock _reading = new();
    private ImmutableArray<TargetProfile> _added = [];
    private Contents? _contents;

    /// <summary>Makes a library over a folder of user profiles; nothing is read yet.</summary>
    /// <param name="folder">The folder, which need not exist; null = <see cref="DefaultFolder"/>.</param>
    /// <remarks>[any]</remarks>
    public ProfileLibrary(string? folder = null) => Folder = folder ?? DefaultFolder;

    /// <summary>Where user profiles are kept unless another folder is named: FaderStager/Profiles in the person's documents.</summary>
    public static string DefaultFolder =>
        Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.MyDocuments), "FaderStager", "Profiles");

    /// <summary>The profile of a mix that nobody has touched: pop.</summary>
    public static TargetProfile Default => BuiltInProfiles.Default;

    /// <summary>The profiles that come with FaderStager, pop first.</summary>
    public static ImmutableArray<TargetProfile> BuiltIn => BuiltInProfiles.All;

    /// <summary>The folder of user profiles.</summary>
    public string Folder { get; }

    /// <summary>All profiles: built-in first, then those added, then the person's own by name.</summary>
    public ImmutableArray<TargetProfile> All => Read().Profiles;

    /// <summary>A sentence for each user profile that was left out or renamed.</summary>
    public ImmutableArray<string> Warnings => Read().Warnings;

    /// <summary>Reads one profile from a file.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ProfileFormatException">There is no such file, it cannot be opened, or it is no profile; the message names the file and the place in it.</exception>
    /// <remarks>[any]</remarks>
    public static TargetProfile Load(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file.Length > LargestFileBytes
                ? throw new ProfileFormatException($"It is larger than {LargestFileBytes / 1024} KiB: not a profile.")
                : TargetProfileJson.Read(File.ReadAllBytes(path));
        }
        catch (ProfileFormatException problem)
        {
            throw new ProfileFormatException($"{Path.GetFileName(path)}: {problem.Message}", problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new ProfileFormatException($"{path}: {problem.Message}", problem);
        }
    }

    /// <summary>Finds a profile by name; case and spaces around it do not matter.</summary>
    /// <param name="name">The name: "pop".</param>
    /// <returns>The profile, or null when there is none of that name.</returns>
    /// <remarks>[any]</remarks>
    public TargetProfile? Find(string? name)
    {
        string wanted = name?.Trim() ?? "";
        return BuiltIn.FirstOrDefault(IsWanted) ?? All.FirstOrDefault(IsWanted);

        bool IsWanted(TargetProfile profile) => string.Equals(profile.Name, wanted, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Adds a profile for the life of this library, whatever file it came from; a name that is taken gets " (user)" behind it.</summary>
    /// <param name="profile">The profile.</param>
    /// <returns>The name it has in this library.</returns>
    /// <remarks>[any]</remarks>
    public string Add(TargetProfile profile)
    {
        lock (_reading)
        {
            string name = FreeName(profile.Name, new HashSet<string>(Read().Profiles.Select(known => known.Name), StringComparer.OrdinalIgnoreCase));
            _added = _added.Add(profile with { Name = name });
            _contents = null;
            return name;
        }
    }

    /// <summary>Finds a profile by name, or gives <see cref="Default"/>.</summary>
    /// <param name="name">The name: "pop".</param>
    /// <param name="profile">The profile of that name, or the default.</param>
    /// <returns>Whether there is a profile of that name.</returns>
    /// <remarks>[any]</remarks>
    public bool TryFind(string? name, out TargetProfile profile)
    {
        TargetProfile? found = Find(name);
        profile = found ?? Default;
        return found is not null;
    }

    /// <summary>Forgets what was read, so that the next use reads the folder again.</summary>
    /// <remarks>[any]</remarks>
    public void Refresh()
    {
        lock (_reading)
        {
            _contents = null;
        }
    }

    private Contents Read()
    {
        lock (_reading)
        {
            return _contents ??= ReadFolder(Folder, _added);
        }
    }

    private static Contents ReadFolder(string folder, ImmutableArray<TargetProfile> added)
    {
        List<TargetProfile> own = [];
        List<string> warnings = [];
        HashSet<string> taken = new(BuiltInProfiles.All.Concat(added).Select(profile => profile.Name), StringComparer.OrdinalIgnoreCase);
        foreach (string path in Files(folder, warnings))
        {
            try
            {
                TargetProfile profile = Load(path);
                string name = FreeName(profile.Name, taken);
                if (name != profile.Name)
                {
                    warnings.Add($"{Path.GetFileName(path)}: the name \"{profile.Name}\" is taken, so it is listed as \"{name}\".");
                }

                own.Add(profile with { Name = name });
            }
            catch (ProfileFormatException problem)
            {
                warnings.Add($"Left out: {problem.Message}");
            }
        }

        return new Contents(
            [.. BuiltInProfiles.All, .. added, .. own.OrderBy(profile => profile.Name, StringComparer.OrdinalIgnoreCase)],
            [.. warnings]);
    }

    private static string[] Files(string folder, List<string> warnings)
    {
        try
        {
            if (!Directory.Exists(folder))
            {
                return [];
            }

            string[] files = [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Take(MostUserProfiles + 1)];
            if (files.Length > MostUserProfiles)
            {
                warnings.Add($"{folder} holds more than {MostUserProfiles} profiles: the first {MostUserProfiles} by name are listed.");
            }

            return files[..Math.Min(files.Length, MostUserProfiles)];
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            warnings.Add($"The folder of user profiles cannot be read: {problem.Message}");
            return [];
        }
    }

    private static string FreeName(string name, HashSet<string> taken)
    {
        string free = name;
        for (int count = 1; !taken.Add(free); count++)
        {
            free = count == 1 ? $"{name} (user)" : $"{name} (user {count})";
        }

        return free;
    }

    private sealed record Contents(ImmutableArray<TargetProfile> Profiles, ImmutableArray<string> Warnings);
}
